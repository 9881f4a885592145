using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Schemas;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// Which requests each call about guests makes, in order: what is asked for and what is written, and that nothing is sent in vain. Logins
/// are left out.
/// </summary>
public sealed partial class GuestRequestTests
{
    private const string Domain = "monasso.org";
    private const string Second = "deux@monasso.org";

    private static readonly GuestIdentifier Identifier = GuestIdentifier.Parse(Association.Identifier);

    private static readonly NewGuestAccount TwoCalendars = GuestCreations.WithCalendar with
    {
        DisplayName = " Adresse Un ",
        Locale = "fr",
        FurtherCalendars =
        [
            new SharedCalendar { Owner = Second, Calendar = FolderPath.Parse("/Contacts") },
            new SharedCalendar { Owner = Second, Calendar = FolderPath.Parse("/Asso/my-events") },
        ],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<AssociationWorld> StartAsync() =>
        AssociationWorld.StartAsync(seed =>
            seed.Account(Second, "pa55word", account =>
                    account.DisplayName("Mon Asso").Attribute("zimbraMailHost", "mail2.example.net").Calendar("/Asso/my-events")
                )
                .Account("sans-nom@monasso.org", "pa55word", account => account.Calendar("/c").Folder("/Divers", ""))
                .Group("amis@monasso.org", Guest)
        );

    [Fact]
    public async Task What_is_sent_to_make_guests_is_as_approved()
    {
        await using AssociationWorld world = await StartAsync();
        GuestClient guests = world.AsAdmin().Guests;
        var text = new StringBuilder();

        await AddAsync(text, world, "Making a guest with calendars of two owners", () => guests.CreateAsync(TwoCalendars, Token));
        await AddAsync(text, world, "Making the same again", () =>
            guests.CreateAsync(TwoCalendars with { Password = new Secret("An0ther-password") }, Token)
        );
        world.Server.Change(directory =>
        {
            directory.FindAccount(Association.Identifier)!.Status = "closed";
            directory.FindAccount(Association.Identifier)!.Attributes["zimbraFeatureCalendarEnabled"] = "FALSE";
        });
        await AddAsync(text, world, "Making the same again when closed, with a new password", () =>
            guests.CreateAsync(TwoCalendars with { Password = new Secret("An0ther-password"), ResetPassword = true }, Token)
        );
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetAfterEffect();
        await AddAsync(text, world, "Making a guest when the reply is lost", () => guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = Domain,
                    Guest = "autre@orange.fr",
                    Password = new Secret(GuestPassword),
                },
                Token
            ));
        await AddAsync(text, world, "Suspending", () => guests.SuspendAsync(Identifier, Token));
        await AddAsync(text, world, "Suspending again", () => guests.SuspendAsync(Identifier, Token));
        await AddAsync(text, world, "Setting a password made by the rules", () => guests.ResetPasswordAsync(Identifier, Token));
        await AddAsync(text, world, "Asking for the rules", () => guests.GetPasswordPolicyAsync(Domain, Token));

        ApprovedText.Matches("Guests/Approved/RequestsToMake.txt", text.ToString());
    }

    [Fact]
    public async Task What_is_sent_to_look_after_guests_is_as_approved()
    {
        await using AssociationWorld world = await StartAsync();
        await world.AsAdmin().Guests.CreateAsync(TwoCalendars, Token);
        await world.ShareAsync("/Événements de l'asso", notify: false);
        await world.ShareAsync("/c", notify: false, owner: "sans-nom@monasso.org");
        await world.ShareAsync("/Divers", notify: false, owner: "sans-nom@monasso.org");
        await world.ShareAsync(guest: "sans-compte@orange.fr", notify: false);
        GuestClient guests = world.AsAdmin().Guests;
        var text = new StringBuilder();

        await AddAsync(text, world, "Finding by mail", () => guests.FindByMailAsync(Domain, Guest, Token));
        await AddAsync(text, world, "Finding all", () => guests
                .FindAllAsync(
                    new GuestSearch
                    {
                        OwnerDomain = Domain,
                        Guest = Guest,
                        Status = GuestStatus.Active,
                        PageSize = 7,
                    },
                    Token
                )
                .ToListAsync(Token)
                .AsTask());
        await AddAsync(text, world, "Listing what a guest sees", () =>
            guests.ListAccessAsync(Guest, new GuestAccessOptions { OwnerDomain = Domain }, Token).ToListAsync(Token).AsTask()
        );
        await AddAsync(text, world, "Looking for collisions", () => guests.FindCollisionsAsync(Domain, Token).ToListAsync(Token).AsTask());
        await AddAsync(text, world, "Inspecting", () => guests.InspectAsync(Identifier, Token));
        await AddAsync(text, world, "Repairing", () => guests.RepairAsync(Identifier, Token));
        await AddAsync(text, world, "Repairing when all is well", () => guests.RepairAsync(Identifier, Token));
        await AddAsync(text, world, "Retiring", () =>
            guests.RetireAsync(Domain, Guest, new GuestRetirementOptions { DeleteAccount = true }, Token)
        );

        ApprovedText.Matches("Guests/Approved/RequestsToLookAfter.txt", text.ToString());
    }

    [Fact]
    public async Task What_is_sent_about_invitations_is_as_approved()
    {
        await using AssociationWorld world = await StartAsync();
        await world.ShareAsync();
        InvitationClient owner = world.AsOwner().Invitations;
        InvitationClient admin = world.AsAdmin().Mailbox(Owner).Invitations;
        InvitationClient guest = world.Anonymous().Invitations;
        var text = new StringBuilder();

        await AddAsync(text, world, "Finding the mail", () =>
            owner.FindAsync(new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse(Events) }, Token)
        );
        await AddAsync(text, world, "Computing the link", () => admin.ComputeLinkAsync(FolderPath.Parse(Events), Guest, Token));
        await AddAsync(text, world, "Accepting", () =>
            guest.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            )
        );
        await AddAsync(text, world, "Accepting again", () =>
            guest.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            )
        );

        ApprovedText.Matches("Guests/Approved/RequestsForInvitations.txt", text.ToString());
    }

    private static async Task AddAsync(StringBuilder text, AssociationWorld world, string what, Func<Task> call)
    {
        int before = SentRequests.Of(world.Server).Count;
        await call();
        var ids = new List<string>();
        text.Append($"# {what}\n");
        foreach (
            XElement request in SentRequests
                .Of(world.Server)
                .Skip(before)
                .Select(sent => sent.Body)
                .Where(body => body.Name.LocalName is not ("AuthRequest" or "DelegateAuthRequest"))
        )
        {
            text.Append(Id().Replace(request.ToString().ReplaceLineEndings("\n"), id => Numbered(id.Value)) + "\n");
        }

        text.Append('\n');

        // Ids of accounts differ from run to run.
        string Numbered(string id)
        {
            if (!ids.Contains(id))
            {
                ids.Add(id);
            }

            return $"ID-{ids.IndexOf(id) + 1}";
        }
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
