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

        XElement? ownerElement = request.Child("owner");
        IEnumerable<XElement> shares = ownerElement is null ? Published(call, type) : OfOwner(call, ownerElement, type);
        return Xml.Response(request, shares);
    }

    private static IEnumerable<XElement> OfOwner(SoapCall call, XElement selector, string? type)
    {
        Model.Account? owner = selector.Attr("by") == "id" ? call.Directory.FindAccountById(selector.Value) : call.Directory.FindAccount(selector.Value);
        if (owner == call.Requested)
        {
            throw SoapFault.Invalid("cannot discover shares on self");
        }

        return owner is null || call.Directory.StatusOf(owner) != "active"
            ? []
            : from folder in call.Directory.MailboxOf(owner).Folders
              from grant in folder.EffectiveAcl.Grants
              where grant.Type != "pub" && (type is null || grant.Type == type) && Concerns(call, owner, folder, grant)
              select Share(call, owner, folder, grant, named: true);
    }

    // Without an owner the published data answer, and guests' shares are left out unless asked for.
    private static IEnumerable<XElement> Published(SoapCall call, string? type) =>
        from owner in call.Directory.Accounts
        where owner != call.Requested && owner.DomainName == call.Requested.DomainName
        from item in SharedItem.Of(owner)
        where item.GranteeType != "pub" && (type is null ? item.GranteeType != "guest" : item.GranteeType == type)
        let folder = call.Directory.MailboxOf(owner).Find(item.FolderId)
        where folder is not null
        from grant in folder.EffectiveAcl.Grants
        where grant.Type == item.GranteeType && string.Equals(grant.Type is "all" ? "null" : grant.GranteeId, item.GranteeId, StringComparison.OrdinalIgnoreCase)
            && (Concerns(call, owner, folder, grant) || grant.Type == "all")
        select Share(call, owner, folder, grant, named: false);

    private static bool Concerns(SoapCall call, Model.Account owner, MailFolder folder, AccessGrant grant)
    {
        var alone = new MailFolder(0, "", null, "") { Flags = "i", Acl = new AccessList() };
        alone.Acl.Grants.Add(new AccessGrant(grant.GranteeId, grant.Type, Rights.All));
        return AccessControl.RightsOf(call.Directory, Visitor.Of(call.Requested), owner, alone).Length > 0 && folder.Link is null;
    }

    private static XElement Share(SoapCall call, Model.Account owner, MailFolder folder, AccessGrant grant, bool named)
    {
        MailFolder? mountpoint = call.Directory.MailboxOf(call.Requested).Folders.FirstOrDefault(own => own.Link is { } link && link.OwnerId == owner.Id && link.RemoteId == folder.Id);
        string? name = grant.Type switch
        {
            "guest" => named ? "guest" : null,
            "usr" => call.Directory.FindAccountById(grant.GranteeId)?.Name,
            "grp" => call.Directory.Groups.FirstOrDefault(group => group.Id == grant.GranteeId)?.Name,
            "dom" => call.Directory.Domains.FirstOrDefault(domain => domain.Id == grant.GranteeId)?.Name,
            "cos" => call.Directory.ClassesOfService.FirstOrDefault(cos => cos.Id == grant.GranteeId)?.Name,
            _ => null,
        };
        return new XElement(
            "share",
            new XAttribute("ownerId", owner.Id), new XAttribute("ownerEmail", owner.Name),
            owner.Attributes["displayName"] is { } display ? new XAttribute("ownerName", display) : null,
            new XAttribute("folderId", folder.Id), new XAttribute("folderUuid", folder.Uuid), new XAttribute("folderPath", folder.Path),
            new XAttribute("view", folder.View.Length == 0 ? "unknown" : folder.View), new XAttribute("rights", grant.Rights), new XAttribute("granteeType", grant.Type),
            grant.Type is "all" ? null : new XAttribute("granteeId", grant.GranteeId),
            name is null ? null : new XAttribute("granteeName", name),
            grant.Type == "usr" && call.Directory.FindAccountById(grant.GranteeId)?.Attributes["displayName"] is { } shown ? new XAttribute("granteeDisplayName", shown) : null,
            new XAttribute("activeSyncDisabled", "0"),
            mountpoint is null ? null : new XAttribute("mid", mountpoint.Id));
    }
}
