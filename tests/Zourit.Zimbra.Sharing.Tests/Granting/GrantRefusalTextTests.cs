using System.Text;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Granting;

/// <summary>What is said of a grant that the server refused.</summary>
public sealed class GrantRefusalTextTests
{
    private static readonly DesiredGrant Guest = new()
    {
        Type = GranteeType.Guest,
        Guest = GuestAddress.Parse("adresse@orange.fr"),
        Permissions = Permissions.Viewer,
    };
    private static readonly DesiredGrant Public = new() { Type = GranteeType.Public, Permissions = Permissions.Viewer };
    private static readonly DesiredGrant User = Guest with { Type = GranteeType.User, Guest = null, User = "paul@monasso.org" };
    private readonly StringBuilder _text = new();

    [Fact]
    public void Why_the_server_refused_is_the_approved_text()
    {
        SharedFolder folder = SharedFolders.With();
        Refused("a right that guests cannot have", ZimbraFaultCodes.CannotGrant, folder, Guest with { Permissions = Permissions.Admin });
        Refused("a folder that is gone", ZimbraFaultCodes.NoSuchFolder, folder, Public);
        Refused("an item that is gone", ZimbraFaultCodes.NoSuchItem, folder, Guest);
        Refused("a mailbox in maintenance", ZimbraFaultCodes.Maintenance, folder, User);
        Refused("a code that is not known", "mail.SOMETHING_NEW", folder, User);

        Denied("the owner himself", folder, User with { User = "MonCompte@monasso.org" });
        Denied("no right to administer", folder with { Folder = folder.Folder with { EffectiveRights = "rwidx" } }, Guest);
        Denied("a right to administer, a user", folder with { Folder = folder.Folder with { EffectiveRights = "rwidxa" } }, User);
        Denied("sharing with guests off", folder.Set(("zimbraExternalSharingEnabled", "FALSE")), Guest);
        Denied("sharing with the public off", folder.Set(("zimbraPublicSharingEnabled", "FALSE")), Public);
        Denied("sharing with guests off, the public", folder.Set(("zimbraExternalSharingEnabled", "FALSE")), Public);
        Denied("sharing with guests off, a user", folder.Set(("zimbraExternalSharingEnabled", "FALSE")), User);
        Denied("a guest", folder, Guest);
        Denied("a user", folder, User);
        Denied("the public", folder, Public);
        ApprovedText.Matches("Granting/GrantRefusals.approved.txt", _text.ToString());
    }

    [Fact]
    public void Which_limit_of_the_end_was_met_is_the_approved_text()
    {
        DateTimeOffset ceiling = SharedFolders.Now.AddDays(30);
        SharedFolder folder = SharedFolders.With(new FolderAcl { GuestGrantExpiry = ceiling, InternalGrantExpiry = ceiling.AddDays(1) });
        Denied("an end at the guests' ceiling", folder, Guest with { Expiry = ceiling });
        Denied("an end after the guests' ceiling", folder, Guest with { Expiry = ceiling.AddSeconds(1) });
        Denied(
            "an end after the guests' ceiling, with a lifetime",
            folder.Set(("zimbraExternalShareLifetime", "30d")),
            Guest with
            {
                Expiry = ceiling.AddSeconds(1),
            }
        );
        Denied("an end after the users' ceiling", folder, User with { Expiry = ceiling.AddDays(1).AddSeconds(1) });
        Denied("no end, with a lifetime", folder.Set(("zimbraExternalShareLifetime", "30d")), Guest with { Expiry = ShareExpiry.Never });
        Denied("an end left to the server, with a lifetime", folder.Set(("zimbraExternalShareLifetime", "30d")), Guest);
        Denied(
            "an end, with a lifetime of none",
            folder.Set(("zimbraExternalShareLifetime", "0")),
            Guest with
            {
                Expiry = SharedFolders.Now.AddDays(1),
            }
        );
        Denied(
            "no end for the public, with a lifetime",
            folder.Set(("zimbraPublicShareLifetime", "1d")),
            Public with
            {
                Expiry = ShareExpiry.Never,
            }
        );
        SharedFolder documents = folder with { Folder = folder.Folder with { View = "document" } };
        Denied(
            "no end for a guest of documents",
            documents.Set(("zimbraFileExternalShareLifetime", "1d")),
            Guest with
            {
                Expiry = ShareExpiry.Never,
            }
        );
        Denied(
            "no end for a user of documents",
            documents.Set(("zimbraFileShareLifetime", "1d")),
            User with
            {
                Expiry = ShareExpiry.Never,
            }
        );
        Denied(
            "no end for the public of documents",
            documents.Set(("zimbraFilePublicShareLifetime", "1d")),
            Public with
            {
                Expiry = ShareExpiry.Never,
            }
        );
        Denied("no end for a user", folder.Set(("zimbraShareLifetime", "1d")), User with { Expiry = ShareExpiry.Never });
        ApprovedText.Matches("Granting/GrantEndRefusals.approved.txt", _text.ToString());
    }

    private void Denied(string what, SharedFolder folder, DesiredGrant wanted) =>
        Refused(what, ZimbraFaultCodes.PermissionDenied, folder, wanted);

    private void Refused(string what, string code, SharedFolder folder, DesiredGrant wanted)
    {
        ZimbraFaultException e = SharingRefusal.Explain(
            new ZimbraFault
            {
                Code = code,
                Reason = "the server's words.",
                IsSenderFault = true,
                Arguments = [],
            },
            folder,
            wanted
        );
        Assert.Equal("FolderActionRequest", e.Operation);
        _text.Append($"{what}\n  {e.Message}\n");
    }
}
