using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail FolderActionRequest (docs/protocol.md §4).</summary>
internal static class FolderAction
{
    private static readonly string[] Changeable = ["name", "l", "f", "color", "rgb", "view"];

    /// <summary>Operations that ItemAction knows too: only these take a comma list of ids.</summary>
    private static readonly string[] Common = ["read", "!read", "delete", "rename", "move", "trash", "color", "inherit"];

    public static XElement Run(SoapCall call, XElement request)
    {
        XElement action = request.RequiredChild("action");
        string ids = action.Required("id");
        string op = action.Required("op").ToLowerInvariant();
        if (!Common.Contains(op))
        {
            return Xml.Response(request, Single(call, action, ids, op));
        }

        List<string> shown = [.. ids.Split(',').Select(id => Single(call, action, id, op).Attribute("id")!.Value)];
        return Xml.Response(request, new XElement("action", new XAttribute("id", string.Join(',', shown)), new XAttribute("op", op)));
    }

    private static XElement Single(SoapCall call, XElement action, string id, string op)
    {
        bool aboutGrants = op is "grant" or "!grant" or "revokeorphangrants";
        (Model.Account owner, int number) = FolderLookup.Parse(call, id);
        MailFolder? folder = call.Directory.MailboxOf(owner).FindById(number);
        if (folder is null)
        {
            string shown = FolderLookup.Shown(call, owner, number);
            return op == "delete" || (op == "update" && ChangesNothing(action))
                ? new XElement("action", new XAttribute("id", id), new XAttribute("op", op))
                : throw (aboutGrants || op == "trash" ? SoapFault.NoSuchItem(shown) : SoapFault.NoSuchFolder(shown));
        }

        FolderLookup.RequireRead(call, owner, folder);
        if (aboutGrants && folder.Link is { } link)
        {
            owner = call.Directory.FindAccountById(link.OwnerId) ?? throw SoapFault.NoSuchAccount(link.OwnerId);
            folder = call.Directory.MailboxOf(owner).FindById(link.RemoteId) ?? throw SoapFault.NoSuchItem($"{owner.Id}:{link.RemoteId}");
            FolderLookup.RequireRead(call, owner, folder);
        }

        string shownId = call.Id(owner, folder.Id);
        switch (op)
        {
            case "grant":
                return GrantAction.Run(call, owner, folder, action, shownId);
            case "!grant":
                return RevokeAction.Run(call, owner, folder, action, shownId);
            case "revokeorphangrants":
                RevokeAction.RevokeOrphans(call, owner, folder, action);
                break;
            default:
                new FolderChange(call, owner, folder).Apply(op, action);
                break;
        }

        return new XElement("action", new XAttribute("id", shownId), new XAttribute("op", op));
    }

    // The server loads the folder only to change something: an update without changes succeeds for any id.
    private static bool ChangesNothing(XElement action) =>
        Array.TrueForAll(Changeable, name => action.Attr(name) is null) && action.Child("acl") is null;
}
