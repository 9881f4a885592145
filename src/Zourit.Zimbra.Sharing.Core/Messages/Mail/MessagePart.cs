using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>A MIME part of a message (<c>mp</c>). Printing leaves the content out, since it may hold a personal link.</summary>
public sealed record MessagePart
{
    /// <summary>The part's number (<c>part</c>), e.g. <c>1</c> or <c>2.1</c>.</summary>
    public string Part { get; init; } = "";

    /// <summary>The content type (<c>ct</c>), e.g. <c>text/plain</c>.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The size in bytes (<c>s</c>).</summary>
    public long? Size { get; init; }

    /// <summary>Whether this part is the message's displayed body (<c>body</c>).</summary>
    public bool IsBody { get; init; }

    /// <summary>The decoded text (<c>content</c>); only of text parts that the server chose to send.</summary>
    public string? Content { get; init; }

    /// <summary>Parts inside this one.</summary>
    public IReadOnlyList<MessagePart> Parts
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<MessagePart>.Empty;

    /// <summary>The part's number and type, without the content.</summary>
    public override string ToString() => $"part {Part} ({ContentType})";

    /// <summary>This part and all inside it.</summary>
    public IEnumerable<MessagePart> SelfAndParts()
    {
        // A loop, not recursion: parts may nest as deep as the reply's depth limit allows.
        var pending = new Stack<MessagePart>();
        pending.Push(this);
        while (pending.TryPop(out MessagePart? part))
        {
            yield return part;
            for (int i = part.Parts.Count - 1; i >= 0; i--)
            {
                pending.Push(part.Parts[i]);
            }
        }
    }

    internal static MessagePart Read(ResponseElement mp) =>
        new()
        {
            Part = mp.Text("part") ?? "",
            ContentType = mp.Text("ct") ?? "",
            Size = mp.Int64("s"),
            IsBody = mp.Flag("body") ?? false,
            Content = mp.Text("content"),
            Parts = [.. mp.Children("mp").Select(Read)],
        };
}
