using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail FolderActionRequest (protocol.md §4).</summary>
internal static class FolderAction
{
    private static readonly string[] Changeable = ["name", "l", "f", "color", "rgb", "view"];

    public static XElement Run(SoapCall call, XElement request)
    {
        XElement action = request.RequiredChild("action");
        string id = action.Required("id");
        string op = action.Required("op").ToLowerInvariant();
        bool aboutGrants = op is "grant" or "!grant" or "revokeorphangrants";
        (Model.Account owner, int number) = FolderLookup.Parse(call, id);
        MailFolder? folder = call.Directory.MailboxOf(owner).Find(number);
        if (folder is null)
        {
            string shown = FolderLookup.Shown(call, owner, number);
            return op == "delete" || (op == "update" && ChangesNothing(action))
                ? Xml.Response(request, new XElement("action", new XAttribute("id", id), new XAttribute("op", op)))
                : throw (aboutGrants || op == "trash" ? SoapFault.NoSuchItem(shown) : SoapFault.NoSuchFolder(shown));
        }

        FolderLookup.RequireRead(call, owner, folder);
        if (aboutGrants && folder.Link is { } link)
        {
            owner = call.Directory.FindAccountById(link.OwnerId) ?? throw SoapFault.NoSuchAccount(link.OwnerId);
            folder = call.Directory.MailboxOf(owner).Find(link.RemoteId) ?? throw SoapFault.NoSuchItem($"{owner.Id}:{link.RemoteId}");
            FolderLookup.RequireRead(call, owner, folder);
        }

        string shownId = call.Id(owner, folder.Id);
        XElement answer = op switch
        {
            "grant" => GrantAction.Run(call, owner, folder, action, shownId),
            "!grant" => RevokeAction.Run(call, owner, folder, action, shownId),
            _ => Other(call, owner, folder, action, op, shownId),
        };
        return Xml.Response(request, answer);
    }

    private static XElement Other(SoapCall call, Model.Account owner, MailFolder folder, XElement action, string op, string shownId)
    {
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        switch (op)
        {
            case "check":
            case "!check":
                folder.SetFlag('#', op == "check");
                break;
            case "fb":
                folder.SetFlag('b', action.Flag("excludeFreeBusy") == true);
                break;
            case "color":
                folder.Color = (int)(action.Number("color") ?? folder.Color);
                folder.Rgb = action.Attr("rgb") ?? folder.Rgb;
                break;
            case "inherit":
                folder.SetFlag('i', false);
                call.Server.Published.Changed(owner);
                break;
            case "rename":
            case "move":
            case "update":
                Update(call, owner, folder, action);
                break;
            case "trash":
                RequireMutable(folder);
                Relocate(folder, mailbox.Find(3)!);
                break;
            case "delete":
                RequireMutable(folder);
                folder.Parent!.Children.Remove(folder);
                call.Server.Published.Changed(owner);
                break;
            case "revokeorphangrants":
                RevokeOrphans(call, owner, folder, action);
                break;
            case "empty":
                folder.Items.Clear();
                break;
            case "read" or "!read" or "syncon" or "!syncon" or "disableactivesync" or "!disableactivesync" or "webofflinesyncdays":
                break;
            default:
                throw SoapFault.Invalid($"unknown operation: {op}");
        }

        mailbox.Touch();
        return new XElement("action", new XAttribute("id", shownId), new XAttribute("op", op));
    }

    // The server loads the folder only to change something: an update without changes succeeds for any id.
    private static bool ChangesNothing(XElement action) =>
        Array.TrueForAll(Changeable, name => action.Attr(name) is null) && action.Child("acl") is null;

    private static void Update(SoapCall call, Model.Account owner, MailFolder folder, XElement action)
    {
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        MailFolder target = folder.Parent!;
        if (action.Attr("l") is { } l)
        {
            (_, int id) = FolderLookup.Parse(call, l);
            target = mailbox.Find(id) ?? throw SoapFault.NoSuchFolder(id.ToString(CultureInfo.InvariantCulture));
        }

        string name = folder.Name;
        if (action.Attr("name") is { } wanted)
        {
            string leaf = wanted.Contains('/', StringComparison.Ordinal) ? wanted[(wanted.LastIndexOf('/') + 1)..] : wanted;
            name = FolderNames.Checked(leaf);
        }

        if (name != folder.Name || target != folder.Parent)
        {
            RequireMutable(folder);
            FolderNames.RequireFree(target, name, folder);
            folder.Name = name;
            Relocate(folder, target);
            call.Server.Published.Changed(owner);
        }

        if (action.Child("acl") is { } acl && folder.Link is null)
        {
            AccessList list = WholeAcl.Read(call, owner, folder.View, acl);
            folder.SetFlag('i', true);
            folder.Acl = list;
            call.Server.Published.Changed(owner);
        }

        // Flags come last and absolutely: without the letter i the list just set is gone again (protocol.md §4.1).
        if (action.Attr("f") is { } flags)
        {
            foreach (char flag in "*b#iy~o")
            {
                folder.SetFlag(flag, flags.Contains(flag, StringComparison.Ordinal));
            }

            call.Server.Published.Changed(owner);
        }

        folder.Color = (int)(action.Number("color") ?? folder.Color);
        folder.Rgb = action.Attr("rgb") ?? folder.Rgb;
        folder.View = action.Attr("view") is { } view ? FolderNames.View(view) : folder.View;
    }

    private static void RevokeOrphans(SoapCall call, Model.Account owner, MailFolder folder, XElement action)
    {
        string zid = action.Required("zid");
        string type = action.Required("gt").ToLowerInvariant();
        if (type is not ("usr" or "grp" or "cos" or "dom"))
        {
            throw SoapFault.Invalid($"invalid grantee type for revokeOrphanGrants: {type}");
        }

        if (call.Directory.NameOf(type, zid) is not null)
        {
            throw SoapFault.Invalid($"grantee {zid} exists");
        }

        foreach (MailFolder each in folder.SelfAndDescendants())
        {
            each.Acl?.Grants.RemoveAll(grant => grant.Type == type && grant.GranteeId == zid);
        }

        call.Server.Published.Changed(owner);
    }

    private static void RequireMutable(MailFolder folder)
    {
        if (folder.IsSystem)
        {
            throw new SoapFault("mail.IMMUTABLE_OBJECT", $"cannot modify immutable object: {folder.Id}", ("itemId", "IID", folder.Id.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static void Relocate(MailFolder folder, MailFolder target)
    {
        folder.Parent!.Children.Remove(folder);
        folder.Parent = target;
        target.Children.Add(folder);
    }
}
