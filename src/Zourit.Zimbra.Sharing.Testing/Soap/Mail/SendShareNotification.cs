using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail SendShareNotificationRequest (docs/protocol.md §5): all addresses are checked first, then mails go out one by one.
/// </summary>
internal static class SendShareNotification
{
    public static XElement Run(SoapCall call, XElement request)
    {
        string? action = request.Attr("action");
        if (action is not (null or "edit" or "revoke" or "expire"))
        {
            throw SoapFault.Invalid($"Invalid value: {action}, valid values: [edit, revoke, expire]");
        }

        (Model.Account author, MailedFolder folder, List<Recipient> recipients) = request.Child("share") is { } share
            ? OldForm(call, share, action)
            : NewForm(call, request, action);
        var notice = new ShareMailSender(call.Directory, call.Server.Transport, author, call.Caller!);
        string? notes = request.Child("notes")?.Value;
        foreach (Recipient recipient in recipients)
        {
            var about = new MailedShare(folder, action, recipient.Grant, notes);
            if (recipient.Group is { } group)
            {
                notice.SendToGroup(about, group);
            }
            else
            {
                notice.Send(about, recipient.Address, recipient.Account is { } account ? InternalGrantee.Of(account) : null);
            }
        }

        return Xml.Response(request);
    }

    private static (Model.Account Author, MailedFolder Folder, List<Recipient> Recipients) NewForm(
        SoapCall call,
        XElement request,
        string? action
    )
    {
        XElement item = request.Child("item")
            ?? throw SoapFault.Failure(
                "java.lang.NullPointerException: Cannot invoke \"com.zimbra.soap.type.Id.getId()\" because the return value of "
                    + "\"com.zimbra.soap.mail.message.SendShareNotificationRequest.getItem()\" is null"
            );
        (Model.Account author, int id) = FolderLookup.Parse(call, item.Required("id"));
        MailFolder folder = call.Directory.MailboxOf(author).FindById(id)
            ?? throw SoapFault.NoSuchItem(FolderLookup.Shown(call, author, id));
        RequireMail(author);
        MailedFolder shared = Target(call, author, folder);
        return (author, shared, [.. request.All("e").Select(e => Named(call, shared, e.Attr("a") ?? "", action))]);
    }

    // The deprecated form, which names one grantee as a grant does.
    private static (Model.Account Author, MailedFolder Folder, List<Recipient> Recipients) OldForm(
        SoapCall call,
        XElement share,
        string? action
    )
    {
        Model.Account author = call.Requested;
        Mailbox mailbox = call.Mailbox;
        (string? l, string? path) = (share.Attr("l"), share.Attr("path"));
        if (l is null == path is null)
        {
            throw SoapFault.Invalid("must specify either l or path");
        }

        MailFolder folder = l is not null
            ? mailbox.FindById(FolderLookup.Parse(call, l).Id) ?? throw SoapFault.NoSuchFolder(l)
            : mailbox.Find(path!) ?? throw new SoapFault("mail.NO_SUCH_FOLDER", $"no such folder path: {path}", ("path", "STR", path!));
        RequireMail(author);
        MailedFolder shared = Target(call, author, folder);
        string type = GrantAction.TypeOf(share);
        string name =
            type != "guest" && share.Attr("zid") is { } zid
                ? call.Directory.NameOf(type, zid) ?? throw SoapFault.Invalid("no matching grant")
                : share.Required("d");
        return (author, shared, [Named(call, shared, name, action)]);
    }

    private static void RequireMail(Model.Account author)
    {
        if (author.IsVirtual)
        {
            throw SoapFault.Denied("permission denied for external account");
        }
    }

    // A mountpoint's mail is about the folder that it leads to, under the mountpoint's own name.
    private static MailedFolder Target(SoapCall call, Model.Account author, MailFolder folder)
    {
        if (folder.Link is not { } link)
        {
            return new MailedFolder(author, folder, folder.Name);
        }

        Model.Account owner = call.Directory.FindAccountById(link.OwnerId) ?? throw SoapFault.NoSuchAccount(link.OwnerId);
        MailFolder remote = call.Directory.MailboxOf(owner).FindById(link.RemoteId)
            ?? throw SoapFault.NoSuchFolder($"{owner.Id}:{link.RemoteId}");
        return new MailedFolder(owner, remote, folder.Name);
    }

    private static Recipient Named(SoapCall call, MailedFolder folder, string address, string? action)
    {
        string full =
            address.Contains('@', StringComparison.Ordinal) || address.Length == 0 ? address : $"{address}@{call.Caller!.DomainName}";
        (string Type, string Id, string Name)? known = Grantees.Internal(call.Directory, folder.Owner, full);
        string type = known?.Type ?? "guest";
        string id = known?.Id ?? address;

        // Letter case counts here, unlike everywhere else for guests (docs/protocol.md §5.2).
        AccessGrant? grant = folder.Folder.EffectiveAcl.Grants.FirstOrDefault(candidate =>
            candidate.Type == type && candidate.GranteeId == id
        );
        return grant is null && action != "revoke"
            ? throw SoapFault.Invalid("no matching grant")
            : new Recipient(
                address,
                grant,
                type == "usr" ? call.Directory.FindAccountById(id) : null,
                type == "grp" ? call.Directory.Groups.FirstOrDefault(group => group.Id == id) : null
            );
    }

    private sealed record Recipient(string Address, AccessGrant? Grant, Model.Account? Account, DistributionList? Group);
}
