using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>
/// Lenient view of one element of a reply: only local names count, an attribute and a text-only child of the same name are the same
/// (docs/protocol.md §1.2), unknown ones are ignored, order is free. What is required and missing is named in a
/// <see cref="ZimbraProtocolException"/>.
/// </summary>
internal readonly struct ResponseElement(ReplyNode node, long? changeNumber = null, CancellationToken cancellationToken = default)
{
    // The time of the attempt: a reply may hold hundreds of thousands of folders.
    private readonly CancellationToken _time = cancellationToken;

    public string Name => node.Name;

    /// <summary>Of the whole answer to a batch: where the mailbox stood afterwards (<see cref="Soap.ChangeNumber"/>); else null.</summary>
    public long? ChangeNumber { get; } = changeNumber;

    /// <summary>The element's own text.</summary>
    public string Content => node.Text;

    /// <summary>Attribute or text-only child of that name; null when absent.</summary>
    public string? Text(string name)
    {
        foreach ((string attribute, string value) in node.Attributes)
        {
            if (attribute == name)
            {
                return value;
            }
        }

        return Child(name) is { } child && !child.HasChildren ? child.Content : null;
    }

    public string RequiredText(string name) => Text(name) ?? throw Broken(ReplyTexts.Lacks(name));

    public Secret? Secret(string name) => Values.Secret.FromNullable(Text(name));

    public Secret RequiredSecret(string name) => new(RequiredText(name));

    public bool? Flag(string name) =>
        Text(name) switch
        {
            null => null,
            "1" or "true" or "TRUE" => true,
            "0" or "false" or "FALSE" => false,
            _ => throw Broken(ReplyTexts.NoFlag(name)),
        };

    public long? Int64(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw Broken(ReplyTexts.NoNumber(name));
    }

    public int? Int32(string name) =>
        Int64(name) switch
        {
            null => null,
            >= int.MinValue and <= int.MaxValue and var value => (int)value,
            _ => throw Broken(ReplyTexts.OutOfRange(name)),
        };

    /// <summary>Milliseconds since 1970 as UTC; null when absent or 0, which is Zimbra's word for "none" and "never".</summary>
    public DateTimeOffset? Instant(string name) =>
        Int64(name) switch
        {
            null or 0 => null,
            >= -62_135_596_800_000 and <= 253_402_300_799_999 and var value => DateTimeOffset.FromUnixTimeMilliseconds(value),
            _ => throw Broken(ReplyTexts.NoTime(name)),
        };

    /// <summary>A duration in milliseconds; null when absent.</summary>
    public TimeSpan? Milliseconds(string name) =>
        Int64(name) switch
        {
            null => null,
            >= -922_337_203_685_477 and <= 922_337_203_685_477 and var value => TimeSpan.FromMilliseconds(value),
            _ => throw Broken(ReplyTexts.OutOfRange(name)),
        };

    public bool HasChildren => node.Children.Count > 0;

    /// <summary>All child elements, whatever their name.</summary>
    public IEnumerable<ResponseElement> Children()
    {
        foreach (ReplyNode child in node.Children)
        {
            _time.ThrowIfCancellationRequested();
            yield return Below(child);
        }
    }

    public IEnumerable<ResponseElement> Children(string name)
    {
        foreach (ReplyNode child in node.Children)
        {
            if (child.Name == name)
            {
                _time.ThrowIfCancellationRequested();
                yield return Below(child);
            }
        }
    }

    public ResponseElement? Child(string name)
    {
        foreach (ReplyNode child in node.Children)
        {
            if (child.Name == name)
            {
                return Below(child);
            }
        }

        return null;
    }

    public ResponseElement RequiredChild(string name) => Child(name) ?? throw Broken(ReplyTexts.LacksElement(name));

    private ResponseElement Below(ReplyNode child) => new(child, changeNumber: null, _time);

    /// <summary>A reply that breaks the protocol, described without quoting its content.</summary>
    [SuppressMessage("Design", "CA1024", Justification = "Builds an exception.")]
    public ZimbraProtocolException Broken(LocalizedText what) =>
        new(
            LocalizedText.Format($"The server's reply is broken: <{Name}> {what}.", $"La réponse du serveur est abîmée : <{Name}> {what}.")
        );
}
