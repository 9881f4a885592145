using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>
/// A mail message (<c>m</c> of SearchResponse and GetMsgResponse). Its content may hold a personal link, so printing leaves it out.
/// </summary>
public sealed record MailMessage
{
    /// <summary>The id (<c>id</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The folder's id (<c>l</c>).</summary>
    public string? FolderId { get; init; }

    /// <summary>The conversation's id (<c>cid</c>).</summary>
    public string? ConversationId { get; init; }

    /// <summary>When it was sent or came in (<c>d</c>, milliseconds on the wire), UTC.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>When it was sent, as its header says (<c>sd</c>), UTC.</summary>
    public DateTimeOffset? SentDate { get; init; }

    /// <summary>The size in bytes (<c>s</c>).</summary>
    public long? Size { get; init; }

    /// <summary>Flag letters (<c>f</c>), e.g. <c>s</c> sent by me, <c>u</c> unread.</summary>
    public string Flags { get; init; } = "";

    /// <summary>The subject (<c>su</c>).</summary>
    public string? Subject { get; init; }

    /// <summary>The first words (<c>fr</c>).</summary>
    public string? Fragment { get; init; }

    /// <summary>The Message-ID header (<c>mid</c>).</summary>
    public string? MessageId { get; init; }

    /// <summary>The sort field of a search (<c>sf</c>).</summary>
    public string? SortField { get; init; }

    /// <summary>Change number (<c>rev</c>).</summary>
    public long? Revision { get; init; }

    /// <summary>The whole content matched the search (<c>cm</c>).</summary>
    public bool? ContentMatched { get; init; }

    /// <summary>Senders and recipients (<c>e</c>).</summary>
    public IReadOnlyList<MessageAddress> Addresses
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<MessageAddress>.Empty;

    /// <summary>The MIME parts (<c>mp</c>), only in GetMsgResponse.</summary>
    public IReadOnlyList<MessagePart> Parts
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<MessagePart>.Empty;

    /// <summary>What a share mail to an internal grantee says for programs (<c>shr content</c>, XML), only in GetMsgResponse.</summary>
    internal string? ShareXml { get; init; }

    /// <summary>The id and date, without the content.</summary>
    public override string ToString() => $"message {Id} of {Date:u}";

    /// <summary>All parts, parents before children.</summary>
    public IEnumerable<MessagePart> AllParts() => Parts.SelectMany(part => part.SelfAndParts());

    internal static MailMessage Read(ResponseElement m) =>
        new()
        {
            Id = m.RequiredText("id"),
            FolderId = m.Text("l"),
            ConversationId = m.Text("cid"),
            Date = m.Instant("d"),
            SentDate = m.Instant("sd"),
            Size = m.Int64("s"),
            Flags = m.Text("f") ?? "",
            Subject = m.Text("su"),
            Fragment = m.Text("fr"),
            MessageId = m.Text("mid"),
            SortField = m.Text("sf"),
            Revision = m.Int64("rev"),
            ContentMatched = m.Flag("cm"),
            Addresses =
            [
                .. m.Children("e")
                    .Select(e => new MessageAddress
                    {
                        Role = e.Text("t") ?? "",
                        Address = e.Text("a") ?? "",
                        DisplayName = e.Text("p") ?? e.Text("d"),
                        ShortName = e.Text("d"),
                    }),
            ],
            ShareXml = m.Child("shr")?.Text("content"),
            Parts = [.. m.Children("mp").Select(MessagePart.Read)],
        };
}
