using System.Text;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Granting;

/// <summary>What a caller is warned of, and of what they are not.</summary>
public sealed class ShareWarningTextTests
{
    private static readonly FolderGrant Guest = new()
    {
        Type = GranteeType.Guest,
        Rights = "r",
        GranteeId = "adresse@orange.fr",
    };
    private static readonly FolderGrant Paul = new()
    {
        Type = GranteeType.User,
        Rights = "r",
        GranteeId = "0a1b",
        GranteeName = "paul@monasso.org",
    };
    private static readonly DesiredGrant Wanted = new()
    {
        Type = GranteeType.Guest,
        Guest = GuestAddress.Parse("adresse@orange.fr"),
        Permissions = Permissions.Viewer,
    };
    private static readonly FolderPath Parent = FolderPath.Parse("/Événements");
    private readonly StringBuilder _text = new();

    private static DateTimeOffset Now => SharedFolders.Now;

    [Fact]
    public void What_is_said_of_a_share_is_the_approved_text()
    {
        Share("a guest", SharedFolders.With(Guest), Guest);
        Share("the public", SharedFolders.With(FolderGrant.Public("r")), FolderGrant.Public("r"));
        Share("over http", SharedFolders.With(Guest), Guest, address: "http://mail.monasso.org/home/moncompte@monasso.org/my-events.ics");
        Share(
            "over http, with an https form",
            SharedFolders.With(Guest),
            Guest,
            address: "http://mail.monasso.org/home/moncompte@monasso.org/my-events.ics",
            encrypted: "https://mail.monasso.org/home/moncompte@monasso.org/my-events.ics"
        );
        Share(
            "over http, the public",
            SharedFolders.With(FolderGrant.Public("r")),
            FolderGrant.Public("r"),
            address: "http://mail.monasso.org/home/moncompte@monasso.org/my-events.ics"
        );
        Share("where the server did not tell the address", SharedFolders.With(Guest) with { Info = null }, Guest);
        Share(
            "no calendar",
            SharedFolders.With(Guest) is var notes ? notes with { Folder = notes.Folder with { View = "document" } } : notes,
            Guest
        );
        Share("of no view", SharedFolders.With(Guest) is var bare ? bare with { Folder = bare.Folder with { View = null } } : bare, Guest);
        Share("that stops inheriting", SharedFolders.With(Guest), Guest, before: SharedFolders.With() with { InheritedFrom = Parent });
        Share(
            "that inherits still",
            SharedFolders.With(Guest) with
            {
                InheritedFrom = Parent,
            },
            Guest,
            before: SharedFolders.With() with
            {
                InheritedFrom = Parent,
            }
        );
        Share("a user who is none", SharedFolders.With(Guest), Guest, Wanted with { Type = GranteeType.User });
        Share(
            "a grant that stands in another form",
            SharedFolders.With(Guest, Guest with { GranteeId = "Nom <adresse@orange.fr>" }),
            Guest
        );
        Share("a grant password of a guest", SharedFolders.With(Guest), Guest, Wanted with { Password = new Secret("s3cret") });
        Share(
            "a grant password of an account",
            SharedFolders.With(Paul),
            Paul,
            Wanted with
            {
                Guest = GuestAddress.Parse("paul@monasso.org"),
                Password = new Secret("s3cret"),
            }
        );
        Share(
            "an empty grant password of an account",
            SharedFolders.With(Paul),
            Paul,
            Wanted with
            {
                Guest = GuestAddress.Parse("paul@monasso.org"),
                Password = new Secret(""),
            }
        );
        Share(
            "a guest with another's identifier",
            SharedFolders.With(Guest with { GranteeId = "a.b@orange.fr" }, Guest with { GranteeId = "a@b.orange.fr" }),
            Guest with
            {
                GranteeId = "a.b@orange.fr",
            }
        );
        Share(
            "an account with the same address as a guest",
            SharedFolders.With(Paul with { GranteeId = "a.b@orange.fr" }, Guest with { GranteeId = "a@b.orange.fr" }),
            Paul with
            {
                GranteeId = "a.b@orange.fr",
            }
        );
        Share("a guest, sharing with guests off", SharedFolders.With(Guest).Set(("zimbraExternalSharingEnabled", "FALSE")), Guest);
        Share("a guest, sharing with the public off", SharedFolders.With(Guest).Set(("zimbraPublicSharingEnabled", "FALSE")), Guest);
        Share(
            "the public, sharing with the public off",
            SharedFolders.With(FolderGrant.Public("r")).Set(("zimbraPublicSharingEnabled", "FALSE")),
            FolderGrant.Public("r")
        );
        Share("an account, sharing with guests off", SharedFolders.With(Paul).Set(("zimbraExternalSharingEnabled", "FALSE")), Paul);
        ApprovedText.Matches("Granting/ShareWarnings.approved.txt", _text.ToString());
    }

    [Fact]
    public void What_is_said_of_an_end_is_the_approved_text()
    {
        Ends("no end wanted, none set", ShareExpiry.Never, null);
        Ends("no end wanted, one set", ShareExpiry.Never, Now.AddDays(1));
        Ends("an end wanted, an earlier one set", Now.AddDays(2), Now.AddDays(1));
        Ends("an end wanted, the same set", Now.AddDays(1), Now.AddDays(1));
        Ends("an end wanted, a later one set", Now.AddDays(1), Now.AddDays(2));
        Ends("nothing wanted, one set", ShareExpiry.Keep, Now.AddDays(1));
        Ends("nothing wanted, one kept", ShareExpiry.Keep, Now.AddDays(1), ShareOutcome.Changed);
        Ends("an end wanted, none set", Now.AddDays(1), null);
        Ends("ended at this moment", ShareExpiry.Keep, Now);
        Ends("ended before", ShareExpiry.Never, Now.AddSeconds(-1));
        ApprovedText.Matches("Granting/ShareEnds.approved.txt", _text.ToString());
    }

    [Fact]
    public void What_is_said_of_a_revocation_is_the_approved_text()
    {
        FolderGrant everybody = FolderGrant.AllAuthenticated("r");
        Revoke("of a guest", SharedFolders.With(Guest), SharedFolders.With());
        Revoke("that stops inheriting", SharedFolders.With(Guest) with { InheritedFrom = Parent }, SharedFolders.With());
        Revoke(
            "while the public may read",
            SharedFolders.With(Guest, FolderGrant.Public("r")),
            SharedFolders.With(FolderGrant.Public("r"))
        );
        Revoke("while all who are signed in may read", SharedFolders.With(Guest, everybody), SharedFolders.With(everybody));
        Revoke(
            "of the public while all who are signed in may read",
            SharedFolders.With(everybody),
            SharedFolders.With(everybody),
            address: null
        );
        Revoke(
            "of somebody without a share",
            SharedFolders.With(Paul),
            SharedFolders.With(Paul, Paul with { GranteeName = "bureau@monasso.org", Type = GranteeType.Group }),
            wasThere: false
        );
        Revoke(
            "of somebody without a share where only guests have one",
            SharedFolders.With(Guest),
            SharedFolders.With(Guest, Paul with { GranteeName = "" }, Paul with { GranteeName = null }),
            wasThere: false
        );
        Revoke("of somebody whose share was there", SharedFolders.With(Guest, Paul), SharedFolders.With(Paul));
        Revoke("of the public without a share", SharedFolders.With(Paul), SharedFolders.With(Paul), address: null, wasThere: false);
        ApprovedText.Matches("Granting/RevocationWarnings.approved.txt", _text.ToString());
    }

    private void Share(
        string what,
        SharedFolder after,
        FolderGrant grant,
        DesiredGrant? wanted = null,
        SharedFolder? before = null,
        string address = "https://mail.monasso.org/home/moncompte@monasso.org/my-events.ics",
        string? encrypted = null,
        ShareOutcome outcome = ShareOutcome.Created
    ) =>
        Add(
            what,
            ShareWarnings.Of(
                new AppliedGrant(
                    before ?? SharedFolders.With(),
                    wanted ?? Wanted,
                    new GrantResult(outcome, grant, after, ShareNotification.NotRequested)
                ),
                new FolderAddresses(
                    IcsAddress.Parse(address),
                    IsAssumed: after.Info?.RestRoot is null,
                    encrypted is null ? null : IcsAddress.Parse(encrypted),
                    CalDav: null
                ),
                Now
            )
        );

    private void Ends(string what, ShareExpiry wanted, DateTimeOffset? end, ShareOutcome outcome = ShareOutcome.Created) =>
        Share(
            what,
            SharedFolders.With(Guest with { Expiry = end }),
            Guest with
            {
                Expiry = end,
            },
            Wanted with
            {
                Expiry = wanted,
            },
            outcome: outcome
        );

    private void Revoke(
        string what,
        SharedFolder before,
        SharedFolder after,
        string? address = "adresse@orange.fr",
        bool wasThere = true
    ) => Add(what, ShareWarnings.OfRevocation(before, after, address, wasThere));

    private void Add(string what, IReadOnlyList<ShareWarning> warnings)
    {
        _text.Append($"{what}\n");
        foreach (ShareWarning warning in warnings)
        {
            _text.Append($"  {warning.Code}: {warning.Text}\n    {warning.Text.French}\n");
        }
    }
}
