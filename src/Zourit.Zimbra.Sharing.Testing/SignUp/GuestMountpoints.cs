using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap;
using Zourit.Zimbra.Sharing.Testing.Soap.Mail;
using Zourit.Zimbra.Sharing.Testing.State;

namespace Zourit.Zimbra.Sharing.Testing.SignUp;

/// <summary>The mountpoints that the sign-up servlet puts into a guest's mailbox (docs/protocol.md §6.4 step 5).</summary>
internal static class GuestMountpoints
{
    private static readonly Dictionary<string, string> Features = new()
    {
        ["appointment"] = "Calendar",
        ["task"] = "Tasks",
        ["contact"] = "Contacts",
        ["document"] = "Briefcases",
        ["message"] = "Mail",
    };

    public static void Add(ServerState server, Account guest, SharedItem share)
    {
        Mailbox mailbox = server.Directory.MailboxOf(guest);
        string name = FolderNames.Checked(NameOf(server, guest, share));
        FolderNames.RequireFree(mailbox.UserRoot, name);
        MailFolder mountpoint = mailbox.AddFolder(
            name,
            mailbox.UserRoot,
            share.View == "unknown" ? "" : share.View,
            new MountpointLink
            {
                OwnerId = share.Owner.Id,
                RemoteId = share.FolderId,
                Reminder = false,
            }
        );
        if (share.View == "appointment")
        {
            mountpoint.SetFlag('#', true);
        }
    }

    /// <summary>Lets the guest see in the web client what kind of folder was shared.</summary>
    public static void EnableFeature(Account guest, SharedItem share)
    {
        if (Features.TryGetValue(share.View, out string? feature))
        {
            guest.Attributes[$"zimbraFeature{feature}Enabled"] = "TRUE";
        }
    }

    /// <summary>As the link's GET does it: a mountpoint that exists already is no error.</summary>
    public static void TryAdd(ServerState server, Account guest, SharedItem share)
    {
        try
        {
            Add(server, guest, share);
            EnableFeature(guest, share);
        }
        catch (SoapFault fault) when (fault.Code is "mail.ALREADY_EXISTS" or "mail.INVALID_NAME")
        {
            // The servlet goes on to the login page all the same (docs/protocol.md §6.3 step 3).
            return;
        }
    }

    private static string NameOf(ServerState server, Account guest, SharedItem share)
    {
        string path = share.FolderPath.TrimStart('/');
        int first = path.IndexOf('/', StringComparison.Ordinal);
        path = (first < 0 ? path : path[(first + 1)..]).Replace('/', ' ');
        string owner = share.Owner.Attributes["displayName"] ?? share.Owner.Name;
        return server.Directory.Attribute(guest, "zimbraPrefLocale")?.StartsWith("fr", StringComparison.Ordinal) == true
            ? $"{path} de {owner}"
            : $"{owner}\u2019s {path}";
    }
}
