using System.Collections;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>
/// Named values of an account, domain, configuration or preference list: <c>&lt;a n="displayName"&gt;Asso&lt;/a&gt;</c>, in order,
/// a name may come more than once. Booleans are the words <c>TRUE</c> and <c>FALSE</c>. Printing gives names only, since values may be
/// secret.
/// </summary>
public sealed class AttributeList : IReadOnlyList<KeyValuePair<string, string>>
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _items;

    /// <summary>Copies named values.</summary>
    /// <param name="items">Names and values in order; names may repeat.</param>
    public AttributeList(IEnumerable<KeyValuePair<string, string>> items)
    {
        Argument.NotNull(items);
        _items = [.. items];
    }

    /// <summary>No values.</summary>
    public static AttributeList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public KeyValuePair<string, string> this[int index] => _items[index];

    /// <summary>The first value of that name (letter case ignored, as the directory does); null when it has none.</summary>
    public string? this[string name] => Values(name).FirstOrDefault();

    /// <summary>All values of that name.</summary>
    public IEnumerable<string> Values(string name)
    {
        foreach ((string key, string value) in _items)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                yield return value;
            }
        }
    }

    /// <summary>True for <c>TRUE</c>, false for <c>FALSE</c>, null for anything else and when absent.</summary>
    public bool? Flag(string name) =>
        this[name] switch
        {
            "TRUE" => true,
            "FALSE" => false,
            _ => null,
        };

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names, without values.</summary>
    public override string ToString() => string.Join(", ", _items.Select(item => item.Key).Distinct());

    internal static AttributeList Read(IEnumerable<ResponseElement> elements, string nameAttribute = "n") =>
        new(elements.Select(element => KeyValuePair.Create(element.RequiredText(nameAttribute), element.Content)));

    internal void Write(RequestWriter writer)
    {
        foreach ((string name, string value) in _items)
        {
            using (writer.Open("a"))
            {
                writer.Attribute("n", name);
                writer.Text(name, value);
            }
        }
    }
}
