using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail CreateFolderRequest (docs/protocol.md §9.3).</summary>
internal static class CreateFolder
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement spec = request.RequiredChild("folder");
        string name = spec.Required("name");
        Model.Account owner = call.Requested;
        Mailbox mailbox = call.Mailbox;
        MailFolder parent = mailbox.UserRoot;
        string leaf = name;
        if (spec.Attr("l") is { } l)
        {
            (owner, int id) = FolderLookup.Parse(call, l);
            mailbox = call.Directory.MailboxOf(owner);
            parent = mailbox.FindById(id) ?? throw SoapFault.NoSuchItem(FolderLookup.Shown(call, owner, id));
        }
        else
        {
            string[] segments = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
            leaf = segments.Length == 0 ? "" : segments[^1];
            foreach (string segment in segments.SkipLast(1))
            {
                parent = Mailbox.Below(parent, segment) ?? mailbox.AddFolder(FolderNames.Checked(segment), parent, "");
            }
        }

        string rights = FolderLookup.RightsOn(call, owner, parent);
        if (call.Caller is { IsVirtual: true } && owner == call.Caller)
        {
            throw SoapFault.Denied("permission denied for external account");
        }

        if (!rights.Contains('r', StringComparison.Ordinal) || !rights.Contains('i', StringComparison.Ordinal))
        {
            throw SoapFault.Denied("you do not have the required rights on the parent folder");
        }

        leaf = FolderNames.Checked(leaf);
        AccessList? acl = spec.Child("acl") is { } wanted ? WholeAcl.Read(call, owner, FolderNames.View(spec.Attr("view")), wanted) : null;
        MailFolder? existing = parent.Children.FirstOrDefault(child => string.Equals(child.Name, leaf, StringComparison.OrdinalIgnoreCase));
        if (existing is { Link: null } && spec.Flag("fie") == true)
        {
            return Xml.Response(request, FolderElement.Of(call, owner, existing));
        }

        FolderNames.RequireFree(parent, leaf);
        string flags = spec.Attr("f") ?? "";
        MailFolder folder = mailbox.AddFolder(leaf, parent, FolderNames.View(spec.Attr("view")));
        folder.Color = (int)(spec.Number("color") ?? 0);
        folder.Rgb = spec.Attr("rgb");
        folder.Flags = flags.Replace("i", "", StringComparison.Ordinal);
        if (acl is not null || flags.Contains('i', StringComparison.Ordinal))
        {
            folder.Flags += 'i';
            folder.Acl = acl ?? new AccessList();
            call.Server.Published.Changed(owner, folder);
        }

        return Xml.Response(request, FolderElement.Of(call, owner, folder));
    }
}
