using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail SendShareNotificationRequest (protocol.md §5): all addresses are checked first, then mails go out one by one.</summary>
internal static class SendShareNotification
{
    public static XElement Run(SoapCall call, XElement request)
    {
        string? action = request.Attr("action");
        if (action is not (null or "edit" or "revoke" or "expire"))
        {
            throw SoapFault.Invalid($"Invalid value: {action}, valid values: [edit, revoke, expire]");
        }

        XElement item = request.Child("item") ?? throw SoapFault.Failure(
            "java.lang.NullPointerException: Cannot invoke \"com.zimbra.soap.type.Id.getId()\" because the return value of \"com.zimbra.soap.mail.message.SendShareNotificationRequest.getItem()\" is null");
        (Model.Account owner, int id) = FolderLookup.Parse(call, item.Required("id"));
        MailFolder folder = call.Directory.MailboxOf(owner).Find(id) ?? throw SoapFault.NoSuchItem(FolderLookup.Shown(call, owner, id));
        if (owner.IsVirtual)
        {
            throw SoapFault.Denied("permission denied for external account");
        }

        var recipients = request.All("e").Select(e => Recipient(call, owner, folder, e.Attr("a") ?? "", action)).ToList();
        var notice = new ShareNotice(call.Server, owner, call.Caller!);
        foreach ((string address, AccessGrant? grant, Model.Account? account) in recipients)
        {
            notice.Send(folder, action, address, grant, account, request.Child("notes")?.Value);
        }

        return Xml.Response(request);
    }

    private static (string Address, AccessGrant? Grant, Model.Account? Account) Recipient(SoapCall call, Model.Account owner, MailFolder folder, string address, string? action)
    {
        string full = address.Contains('@', StringComparison.Ordinal) || address.Length == 0 ? address : $"{address}@{call.Caller!.DomainName}";
        (string Type, string Id, string Name)? known = Grantees.Internal(call.Directory, owner, full);
        string type = known?.Type ?? "guest";
        string id = known?.Id ?? address;

        // Letter case counts here, unlike everywhere else for guests (protocol.md §5.2).
        AccessGrant? grant = folder.EffectiveAcl.Grants.FirstOrDefault(candidate => candidate.Type == type && candidate.GranteeId == id);
        return grant is null && action != "revoke"
            ? throw SoapFault.Invalid("no matching grant")
            : (address, grant, known is { Type: "usr" } ? call.Directory.FindAccountById(known.Value.Id) : null);
    }
}
