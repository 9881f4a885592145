using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>The fields of messages (docs/protocol.md §9.7).</summary>
internal static class MessageFieldMaps
{
    public static FieldMap Search { get; } =
        new FieldMap()
            .Value<SearchResponse>("offset", response => response.Offset)
            .Value<SearchResponse>("more", response => response.More)
            .Value<SearchResponse>("sortBy", response => response.SortBy)
            .Undocumented("items of other kinds than messages, which the library never searches for", "appt", "task", "c", "cn")
            .Children<SearchResponse>("m", response => response.Messages, () => Message!)
            .Children<SearchResponse>(
                "hit",
                response => response.Hits,
                () => new FieldMap().Value<SearchHit>("id", hit => hit.Id).Value<SearchHit>("sf", hit => hit.SortField)
            );

    public static FieldMap GetMsg { get; } = new FieldMap().Children<GetMsgResponse>("m", response => [response.Message], () => Message!);

    private static FieldMap Message { get; } =
        new FieldMap()
            .Value<MailMessage>("id", message => message.Id)
            .Value<MailMessage>("l", message => message.FolderId)
            .Value<MailMessage>("d", message => message.Date)
            .Value<MailMessage>("sd", message => message.SentDate)
            .Value<MailMessage>("sf", message => message.SortField)
            .Value<MailMessage>("cid", message => message.ConversationId)
            .Value<MailMessage>("f", message => message.Flags)
            .Value<MailMessage>("s", message => message.Size)
            .Value<MailMessage>("rev", message => message.Revision)
            .Value<MailMessage>("cm", message => message.ContentMatched)
            .Value<MailMessage>("su", message => message.Subject)
            .Value<MailMessage>("fr", message => message.Fragment)
            .Value<MailMessage>("mid", message => message.MessageId)
            .Undocumented("numbers of the parts that the search hit", "hp")
            .Undocumented("invitations, and the share mail's XML form for the web client", "inv", "shr")
            .Undocumented("tags, metadata and change numbers of the message", "t", "tn", "meta", "ms", "md")
            .Undocumented("headers that were asked for by name, which the library never does", "header")
            .Children<MailMessage>("mp", message => message.Parts, () => Part!)
            .Children<MailMessage>(
                "e",
                message => message.Addresses,
                () =>
                    new FieldMap()
                        .Value<MessageAddress>("t", address => address.Role)
                        .Value<MessageAddress>("a", address => address.Address)
                        .Value<MessageAddress>("p", address => address.DisplayName)
                        .Value<MessageAddress>("d", address => address.ShortName)
            );

    private static FieldMap Part { get; } =
        new FieldMap()
            .Value<MessagePart>("part", part => part.Part)
            .Value<MessagePart>("ct", part => part.ContentType)
            .Value<MessagePart>("s", part => part.Size)
            .Value<MessagePart>("body", part => part.IsBody)
            .Value<MessagePart>("content", part => part.Content)
            .Undocumented("how an attachment is to be shown", "cd", "filename")
            .Children<MessagePart>("mp", part => part.Parts, () => Part!);
}
