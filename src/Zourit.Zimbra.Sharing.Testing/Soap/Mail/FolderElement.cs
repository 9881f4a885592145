using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Writes a folder as the server does (docs/protocol.md §3.2, §3.3).</summary>
internal static class FolderElement
{
    /// <summary>Dressed up as somebody else's, though it is the user's own.</summary>
    private const int FilesSharedWithMe = 20;

    /// <summary>The folder itself without children.</summary>
    public static XElement Of(SoapCall call, Model.Account owner, MailFolder folder, bool withContent = false)
    {
        bool foreign = owner != call.Caller;
        string rights = FolderLookup.RightsOn(call, owner, folder);
        var element = new XElement(
            folder.Link is null ? "folder" : "link",
            new XAttribute("id", call.Id(owner, folder.Id)),
            new XAttribute("uuid", folder.Uuid)
        );
        if (folder.Parent is { } parent)
        {
            element.Add(
                new XAttribute("deletable", folder.IsSystem ? "0" : "1"),
                new XAttribute("name", folder.Name),
                new XAttribute("absFolderPath", folder.Path),
                new XAttribute("l", call.Id(owner, parent.Id)),
                new XAttribute("luuid", parent.Uuid)
            );
        }

        Mailbox mailbox = call.Directory.MailboxOf(owner);
        int unread = mailbox.Messages.Count(message => message.FolderId == folder.Id && message.IsUnread);
        string flags = folder.Flags + (unread > 0 ? "u" : "");
        Add(element, "f", flags.Length == 0 ? null : flags);
        Add(element, "u", unread == 0 ? null : unread);
        Add(element, "color", folder.Color == 0 ? null : folder.Color);
        Add(element, "rgb", folder.Rgb);
        Add(element, "view", folder.View.Length == 0 ? null : folder.View);
        element.Add(
            new XAttribute("rev", folder.CreatedAt),
            new XAttribute("ms", folder.ChangedAt),
            new XAttribute("webOfflineSyncDays", folder.OfflineDays),
            new XAttribute("activesyncdisabled", folder.ActiveSyncDisabled ? "1" : "0")
        );
        if (folder.Link is null)
        {
            List<SentMessage> messages = [.. mailbox.Messages.Where(message => message.FolderId == folder.Id)];
            element.Add(
                new XAttribute("n", folder.Items.Count + folder.Documents.Count + messages.Count),
                new XAttribute(
                    "s",
                    messages.Sum(message => message.Mail.Raw.Length) + folder.Documents.Sum(document => document.Content.Length)
                ),
                new XAttribute("i4ms", folder.ContentChangedAt),
                new XAttribute("i4next", folder.Id + 1)
            );
        }

        if (folder.Id == FilesSharedWithMe)
        {
            element.Add(new XAttribute("perm", "r"), new XAttribute("zid", "0"));
        }
        else if (foreign)
        {
            Add(element, "perm", Rights.Effective(rights));
        }

        if (folder.Link is { } link)
        {
            AddLink(call, element, link, withContent);
        }
        else if (folder.NoInherit && (!foreign || rights.Contains('a', StringComparison.Ordinal)))
        {
            element.Add(Acl(call, folder.EffectiveAcl));
        }

        return element;
    }

    private static void AddLink(SoapCall call, XElement element, MountpointLink link, bool withContent)
    {
        Model.Account? owner = call.Directory.FindAccountById(link.OwnerId);
        Add(element, "owner", owner?.Name);
        element.Add(
            new XAttribute("zid", link.OwnerId),
            new XAttribute("rid", link.RemoteId),
            new XAttribute("reminder", link.Reminder ? "1" : "0")
        );
        MailFolder? remote = owner is null ? null : call.Directory.MailboxOf(owner).FindById(link.RemoteId);
        Add(element, "ruuid", remote?.Uuid);
        if (!withContent)
        {
            return;
        }

        string rights =
            owner is null || remote is null || call.Directory.StatusOf(owner) != "active" ? "" : FolderLookup.RightsOn(call, owner, remote);
        if (!rights.Contains('r', StringComparison.Ordinal))
        {
            element.SetAttributeValue("broken", "1");
            return;
        }

        element.SetAttributeValue("oname", remote!.Name);
        element.SetAttributeValue("perm", Rights.Effective(rights));
        element.SetAttributeValue("n", remote.Items.Count);
        element.SetAttributeValue("s", 0);
        element.SetAttributeValue("rest", PublicAddress.Rest(call.Directory, owner!, remote));
        if (remote.NoInherit && rights.Contains('a', StringComparison.Ordinal))
        {
            element.Add(Acl(call, remote.EffectiveAcl));
        }

        foreach (
            MailFolder child in remote.Children.Where(child =>
                FolderLookup.RightsOn(call, owner!, child).Contains('r', StringComparison.Ordinal)
            )
        )
        {
            element.Add(Of(call, owner!, child));
        }
    }

    private static XElement Acl(SoapCall call, AccessList acl) =>
        new(
            "acl",
            acl.InternalExpiry == 0 ? null : new XAttribute("internalGrantExpiry", acl.InternalExpiry),
            acl.GuestExpiry == 0 ? null : new XAttribute("guestGrantExpiry", acl.GuestExpiry),
            acl.Grants.Select(grant => Grant(call, grant))
        );

    private static XElement Grant(SoapCall call, AccessGrant grant)
    {
        var element = new XElement("grant", new XAttribute("perm", grant.Rights), new XAttribute("gt", grant.Type));
        if (grant.Type is not ("pub" or "all"))
        {
            element.SetAttributeValue("zid", grant.GranteeId);
        }

        if (call.NamesGrantees && grant.Type is ("usr" or "grp" or "dom" or "cos"))
        {
            string? name = call.Directory.NameOf(grant.Type, grant.GranteeId);
            element.SetAttributeValue("d", name ?? "");
            element.SetAttributeValue("invalid", name is null ? "1" : null);
        }

        element.SetAttributeValue("expiry", grant.Expiry == 0 ? null : grant.Expiry);
        element.SetAttributeValue("pw", grant.Type == "guest" ? grant.Secret : null);
        element.SetAttributeValue("key", grant.Type == "key" && call.NamesGrantees ? grant.Secret : null);
        return element;
    }

    private static void Add(XElement element, string name, object? value)
    {
        if (value is not null)
        {
            element.SetAttributeValue(name, value);
        }
    }
}
