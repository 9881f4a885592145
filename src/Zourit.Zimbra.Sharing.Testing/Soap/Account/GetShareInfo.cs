using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount GetShareInfoRequest: what is shared with the requested account (protocol.md §9.4).</summary>
internal static class GetShareInfo
{
    private static readonly string[] Types = ["usr", "grp", "cos", "dom", "all", "pub", "guest", "key"];

    public static XElement Run(SoapCall call, XElement request)
    {
        string? type = request.Child("grantee")?.Attr("type");
        if (type is not null && !Types.Contains(type))
        {
            throw SoapFault.Invalid($"unknown grantee type: {type}");
        }

        Model.Account? owner = null;
        if (request.Child("owner") is { } selector)
        {
            owner = selector.Attr("by") == "id" ? call.Directory.FindAccountById(selector.Value) : call.Directory.FindAccount(selector.Value);
            if (owner is null)
            {
                return Xml.Response(request);
            }

            if (owner == call.Requested)
            {
                throw SoapFault.Invalid("cannot discover shares on self");
            }
        }

        // The server looks for mountpoints in a mailbox that it does not make: an account that never used its own gets a null pointer.
        Mailbox mailbox = call.Requested.Mailbox ?? throw SoapFault.Failure("java.lang.NullPointerException");
        IEnumerable<ShareElement> shares = owner is null ? Published(call, type) : Discovered(call, owner, type);
        return Xml.Response(request, shares.Select(share => share.Write(MountpointTo(mailbox, share))));
    }

    private static IEnumerable<ShareElement> Discovered(SoapCall call, Model.Account owner, string? type) => call.Directory.StatusOf(owner) == "closed" ? []
        : ShareElement.Discover(call.Directory, owner, grant => (type is null || grant.Type == type) && AccessControl.Matches(call.Directory, Visitor.Of(call.Requested), grant));

    // Without an owner the published data answer, and guests' shares are left out unless asked for; those for all or a domain are shown even to guests, who cannot use them.
    private static IEnumerable<ShareElement> Published(SoapCall call, string? type) =>
        from owner in call.Directory.Accounts
        where owner != call.Requested && owner.DomainName == call.Requested.DomainName
        from item in SharedItem.Of(owner)
        where type is null ? item.GranteeType != "guest" : item.GranteeType == type
        where item.IsFor(call.Directory, call.Requested)
        select ShareElement.Published(owner, item);

    private static MailFolder? MountpointTo(Mailbox mailbox, ShareElement share) =>
        mailbox.Folders.FirstOrDefault(folder => folder.Link is { } link && link.OwnerId == share.Owner.Id && link.RemoteId == share.Item.FolderId);
}
