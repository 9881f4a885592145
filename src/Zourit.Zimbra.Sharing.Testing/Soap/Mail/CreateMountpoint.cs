using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail CreateMountpointRequest (docs/protocol.md §9.2): the remote folder is looked up first, with the caller's rights.
/// </summary>
internal static class CreateMountpoint
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement link = request.RequiredChild("link");
        string name = link.Required("name");
        string parentName = link.Required("l");
        Model.Account owner = Owner(call, link);
        MailFolder remote = Remote(call, owner, link);
        name = FolderNames.Checked(name);
        (_, int parentId) = FolderLookup.Parse(call, parentName);
        Mailbox mailbox = call.Mailbox;
        MailFolder parent = mailbox.FindById(parentId) ?? throw SoapFault.NoSuchItem(parentId.ToString(CultureInfo.InvariantCulture));
        MailFolder? existing = parent.Children.FirstOrDefault(child => string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase));
        if (existing is { Link: not null } && link.Flag("fie") == true)
        {
            return Xml.Response(request, FolderElement.Of(call, call.Requested, existing, withContent: true));
        }

        FolderNames.RequireFree(parent, name);
        string view = link.Attr("view") is { } word ? FolderNames.View(word) : remote.View;
        MailFolder mountpoint = mailbox.AddFolder(
            name,
            parent,
            view,
            new MountpointLink
            {
                OwnerId = owner.Id,
                RemoteId = remote.Id,
                Reminder = link.Flag("reminder") == true,
            }
        );
        mountpoint.Flags = link.Attr("f") ?? "";
        mountpoint.Color = (int)(link.Number("color") ?? 0);
        mountpoint.Rgb = link.Attr("rgb");
        return Xml.Response(request, FolderElement.Of(call, call.Requested, mountpoint, withContent: true));
    }

    private static Model.Account Owner(SoapCall call, XElement link)
    {
        if (link.Attr("zid") is { } zid)
        {
            return call.Directory.FindAccountById(zid) ?? throw SoapFault.NoSuchAccount(zid);
        }

        string name = link.Attr("owner") ?? throw SoapFault.Invalid("must specify mountpoint owner");
        Model.Account owner = call.Directory.FindAccount(name) ?? throw SoapFault.Denied("you do not have sufficient permissions");
        return owner == call.Requested ? throw SoapFault.Invalid("cannot mount your own folder") : owner;
    }

    private static MailFolder Remote(SoapCall call, Model.Account owner, XElement link)
    {
        if (owner != call.Requested)
        {
            SoapContext.RequireActive(call, owner);
        }

        Mailbox mailbox = call.Directory.MailboxOf(owner);
        MailFolder? remote;
        if (link.Number("rid") is { } rid)
        {
            remote = mailbox.FindById((int)rid) ?? throw SoapFault.NoSuchFolder($"{owner.Id}:{rid}");
        }
        else
        {
            string path = link.Attr("path") ?? throw SoapFault.Invalid("must specify the folder's id or path");
            remote = mailbox.Find(path);
        }

        // The requested account's rights count, also for an administrator acting for a guest.
        bool readable =
            remote is not null
            && AccessControl.RightsOf(call.Directory, Visitor.Of(call.Requested), owner, remote).Contains('r', StringComparison.Ordinal);
        return readable ? remote! : throw SoapFault.Denied("you do not have sufficient permissions");
    }
}
