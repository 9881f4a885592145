using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount GetShareInfoRequest: what is shared with the requested account (docs/protocol.md §9.4).</summary>
internal static class GetShareInfo
{
    public static XElement Run(SoapCall call, XElement request)
    {
        var filter = GranteeFilter.Of(request);
        Model.Account? owner = null;
        if (request.Child("owner") is { } selector)
        {
            string by = selector.Required("by");
            owner = by == "id" ? call.Directory.FindAccountById(selector.Value) : call.Directory.FindAccount(selector.Value);
            if (owner is null)
            {
                return Xml.Response(request);
            }
        }

        // The server looks for mountpoints in a mailbox that it does not make: an account that never used its own gets a null pointer.
        Mailbox mailbox = call.Requested.Mailbox ?? throw SoapFault.Failure("java.lang.NullPointerException");
        if (owner == call.Requested)
        {
            throw SoapFault.Invalid("cannot discover shares on self");
        }

        IEnumerable<ShareElement> shares = owner is null
            ? Published(call, filter, ownToo: request.Flag("includeSelf") != false)
            : Discovered(call, owner);
        return Xml.Response(
            request,
            ShareElement.List(shares.Where(filter.Admits)).Select(share => share.Write(MountpointTo(mailbox, share)))
        );
    }

    private static IEnumerable<ShareElement> Discovered(SoapCall call, Model.Account owner) =>
        call.Directory.StatusOf(owner) == "closed"
            ? []
            : ShareElement.Discover(call.Directory, owner, grant =>
                AccessControl.Matches(call.Directory, Visitor.Of(call.Requested), grant)
            );

    // Without an owner the published data answer, and guests' shares are left out unless asked for; those for all or a domain are shown
    // even to guests, who cannot use them.
    private static IEnumerable<ShareElement> Published(SoapCall call, GranteeFilter filter, bool ownToo) =>
        from owner in call.Directory.Accounts
        where owner.DomainName == call.Requested.DomainName && (ownToo || owner != call.Requested)
        from item in SharedItem.Of(owner)
        where item.GranteeType != "guest" || filter.Type == "guest"
        where item.IsFor(call.Directory, call.Requested)
        select ShareElement.Published(owner, item);

    private static MailFolder? MountpointTo(Mailbox mailbox, ShareElement share) =>
        mailbox.Folders.FirstOrDefault(folder =>
            folder.Link is { } link && link.OwnerId == share.Owner.Id && link.RemoteId == share.Item.FolderId
        );
}
