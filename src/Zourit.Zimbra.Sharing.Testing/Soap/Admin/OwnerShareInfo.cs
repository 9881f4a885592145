using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetShareInfoRequest: what an owner shares; all guests of one folder collapse into one entry (protocol.md §9.4).</summary>
internal static class OwnerShareInfo
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement selector = request.Child("owner") ?? throw SoapFault.Failure("NullPointerException");
        Model.Account owner = AccountLookup.Required(call, selector);
        var shares = SharedItem.Of(owner)
            .Select(item => (item.FolderPath, Name: NameOf(call, item), item.GranteeType, Item: item))
            .OrderBy(share => share.FolderPath, StringComparer.OrdinalIgnoreCase).ThenBy(share => share.Name, StringComparer.OrdinalIgnoreCase)
            .DistinctBy(share => (share.FolderPath, share.Name, share.GranteeType));
        return Xml.Response(request, shares.Select(share => new XElement(
            "share",
            new XAttribute("ownerId", owner.Id), new XAttribute("ownerEmail", owner.Name),
            owner.Attributes["displayName"] is { } display ? new XAttribute("ownerName", display) : null,
            new XAttribute("folderId", share.Item.FolderId), new XAttribute("folderUuid", share.Item.FolderUuid), new XAttribute("folderPath", share.FolderPath),
            new XAttribute("view", share.Item.View), new XAttribute("rights", share.Item.Rights), new XAttribute("granteeType", share.GranteeType),
            share.Item.GranteeId == "null" ? null : new XAttribute("granteeId", share.Item.GranteeId),
            share.Name.Length == 0 ? null : new XAttribute("granteeName", share.Name),
            share.GranteeType == "usr" && call.Directory.FindAccountById(share.Item.GranteeId)?.Attributes["displayName"] is { } shown ? new XAttribute("granteeDisplayName", shown) : null)));
    }

    private static string NameOf(SoapCall call, SharedItem item) => item.GranteeType switch
    {
        "usr" => call.Directory.FindAccountById(item.GranteeId)?.Name ?? "",
        "grp" => call.Directory.Groups.FirstOrDefault(group => group.Id == item.GranteeId)?.Name ?? "",
        _ => "",
    };
}
