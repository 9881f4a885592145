using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>
/// Has the server mail grantees about a share (urn:zimbraMail SendShareNotificationRequest). Each repetition is another mail, and a failure
/// half-way leaves the earlier mails sent: name one address per request to know what happened. Without a grant for an address:
/// <c>service.INVALID_REQUEST</c> ("no matching grant").
/// </summary>
public sealed record SendShareNotificationRequest : ZimbraRequest<SendShareNotificationResponse>
{
    private static readonly ZimbraOperation Descriptor = new("SendShareNotificationRequest", ZimbraNamespace.Mail, RetrySafety.Verifiable);

    /// <summary>The folder (<c>item id</c>); unknown is <c>mail.NO_SUCH_ITEM</c>.</summary>
    public required string FolderId { get; init; }

    /// <summary>The addresses (<c>e a</c>). A guest must be spelled exactly as in the ACL, letter case included. None sends
    /// nothing.</summary>
    public required IReadOnlyList<string> Addresses
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>What the mail tells. Default: a new share.</summary>
    public ShareNotice Notice { get; init; }

    /// <summary>
    /// Free text below the mail (<c>notes</c>). The server puts it unescaped into the mail's HTML part: escape what comes from elsewhere.
    /// The sub-clients do.
    /// </summary>
    public string? Notes { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override LocalizedText WhereToLook =>
        new(
            "Look into the owner's Sent folder (SearchRequest) for a copy to each address, later than the request: the server keeps one of "
                + "every share mail.",
            "Cherchez dans le dossier des messages envoyés du propriétaire (SearchRequest) une copie à chaque adresse, postérieure à la "
                + "demande : le serveur en garde une de chaque courriel de partage."
        );

    /// <summary>The mail about a new share to one address.</summary>
    /// <param name="folderId">The folder's id.</param>
    /// <param name="address">The grantee's address.</param>
    /// <param name="notes">Free text below the mail, plain; null for none.</param>
    public static SendShareNotificationRequest Created(string folderId, string address, string? notes) =>
        new()
        {
            FolderId = folderId,
            Addresses = [address],
            Notes = notes,
        };

    internal override void WriteContent(RequestWriter writer)
    {
        // The server refuses the word "new": the absence of the attribute means a new share (docs/protocol.md §5.1).
        writer.Attribute(
            "action",
            Notice switch
            {
                ShareNotice.Edited => "edit",
                ShareNotice.Revoked => "revoke",
                ShareNotice.Expired => "expire",
                _ => null,
            }
        );
        using (writer.Open("item"))
        {
            writer.Attribute("id", FolderId);
        }

        foreach (string address in Addresses)
        {
            using (writer.Open("e"))
            {
                writer.Attribute("a", address);
            }
        }

        writer.Element("notes", Notes);
    }

    internal override SendShareNotificationResponse ReadResponse(ResponseElement response) => new();
}
