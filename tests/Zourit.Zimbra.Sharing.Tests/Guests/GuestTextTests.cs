using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>What is said of guests who cannot be made, found or invited, and of those who were made but not quite.</summary>
public sealed class GuestTextTests
{
    private const string Domain = "monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static NewGuestAccount With(string owner, string calendar) =>
        GuestCreations.WithCalendar with
        {
            Owner = owner,
            Calendar = calendar,
            OwnerDomain = Domain,
        };

    [Fact]
    public async Task What_is_said_of_guests_who_cannot_be_made_is_the_approved_text()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("owner@elsewhere.org", "pa55word", account => account.Calendar("/c"))
                .Account("deux@monasso.org", "pa55word", account => account.Mountpoint("/Asso", Owner, Events))
                .Account("paul.asso2.org@monasso.org", "pa55word", account => account.Alias("alias.orange.fr@monasso.org"))
                .Group("liste.orange.fr@monasso.org", Owner)
                .Guest("a.b@c.de", Domain, GuestPassword)
        );
        GuestClient guests = world.AsAdmin().Guests;
        var texts = new FailureTexts();

        Task<GuestCreation> CreateAsync(string guest, NewGuestAccount? account = null) =>
            guests.CreateAsync((account ?? With(Owner, Events)) with { Guest = guest }, Token);

        await texts.AddAsync("The password is empty", () => guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = Domain,
                    Guest = Guest,
                    Password = new Secret(""),
                },
                Token
            ));
        await texts.AddAsync("The owner is of another domain", () => CreateAsync(Guest, With("owner@elsewhere.org", "/c")));
        await texts.AddAsync("The calendar is a mountpoint", () => CreateAsync(Guest, With("deux@monasso.org", "/Asso")));
        await texts.AddAsync("The calendar has no owner", () => CreateAsync(Guest, With(" ", "/c")));
        await texts.AddAsync("The guest has an account", () => CreateAsync("deux@monasso.org"));
        await texts.AddAsync("The guest is a group", () =>
            CreateAsync("bureau@monasso.org", With(Owner, Events) with { CheckAddress = false })
        );
        await texts.AddAsync("The guest is nobody of the owner's domain", () => CreateAsync("pual@monasso.org"));
        await texts.AddAsync("The guest's identifier is given", () => CreateAsync("a.b.c.de@monasso.org"));
        await texts.AddAsync("The domain is misspelled", () => CreateAsync("adresse@gmial.com"));
        await texts.AddAsync("The name is an account's", () => CreateAsync("paul@asso2.org"));
        await texts.AddAsync("The name is an account's alias", () => CreateAsync("alias@orange.fr"));
        await texts.AddAsync("The name is a list's", () => CreateAsync("liste@orange.fr"));
        await texts.AddAsync("The name is another guest's", () => CreateAsync("a@b.c.de"));
        await texts.AddAsync("An entry of a list is empty", () =>
            guests
                .CreateAllAsync([GuestCreations.WithCalendar, GuestCreations.WithCalendar with { Owner = null }], cancellationToken: Token)
                .ToListAsync(Token)
                .AsTask()
        );

        texts.Match("Guests/Approved/NotMade.txt");
    }

    [Fact]
    public async Task What_is_said_of_guests_who_are_not_touched_is_the_approved_text()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Account(Identifier, "pa55word"));
        GuestClient guests = world.AsAdmin().Guests;
        var texts = new FailureTexts();

        await texts.AddAsync("No identifier is given", () => guests.SuspendAsync(default, Token));
        await texts.AddAsync("The identifier is a regular account's", () => guests.InspectAsync(GuestIdentifier.Parse(Identifier), Token));
        await texts.AddAsync("The new password is empty", () =>
            guests.SetPasswordAsync(GuestIdentifier.Parse(Identifier), new Secret(""), Token)
        );
        await texts.AddAsync("A page is too small", () => FindAllAsync(new GuestSearch { PageSize = 0 }));
        await texts.AddAsync("A status is none of Zimbra's", () => FindAllAsync(new GuestSearch { Status = GuestStatus.Unknown }));
        await texts.AddAsync("A mail has a display name", () => FindAllAsync(new GuestSearch { Guest = "Adresse <adresse@orange.fr>" }));

        texts.Match("Guests/Approved/NotTouched.txt");

        Task FindAllAsync(GuestSearch search) => guests.FindAllAsync(search, Token).ToListAsync(Token).AsTask();
    }

    [Fact]
    public async Task The_warnings_about_guests_who_were_made_are_the_approved_text()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;
        var texts = new FailureTexts();

        await AddAsync("Made without a calendar", GuestPassword, GuestCreations.WithCalendar with { Calendar = null });
        await AddAsync("Made again", "An0ther-password", With(Owner, Events));
        await AddAsync("Made again with a password against the policy", "abc", With(Owner, Events) with { ResetPassword = true });
        await guests.SuspendAsync(GuestIdentifier.Parse(Identifier), Token);
        await AddAsync("Made again when suspended", "An0ther-password", With(Owner, Events) with { ResetPassword = true });

        texts.Match("Guests/Approved/Warnings.txt");

        async Task AddAsync(string situation, string password, NewGuestAccount account)
        {
            GuestCreation made = await guests.CreateAsync(account with { Password = new Secret(password) }, Token);
            texts.Add(situation, string.Join("\n  ", made.Warnings.Select(warning => $"{warning.Code}: {warning.Text}")));
        }
    }

    [Fact]
    public async Task What_is_said_of_links_that_cannot_be_made_or_opened_is_the_approved_text()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        InvitationClient admin = world.AsAdmin().Mailbox(Owner).Invitations;
        InvitationClient anybody = world.Anonymous().Invitations;
        var link = PersonalLink.Parse(world.LinkTo().AbsoluteUri);
        var texts = new FailureTexts();

        await texts.AddAsync("The folder is not there", () => ComputeAsync(Guest, "/no-such"));
        await texts.AddAsync("The folder is shared with others only", () => ComputeAsync("other@orange.fr", Events));
        SetKey("0:1:no-key");
        await texts.AddAsync("The server's key has another form", () => ComputeAsync(Guest, Events));
        SetKey(null);
        await texts.AddAsync("The server's key is not shown", () => ComputeAsync(Guest, Events));
        await texts.AddAsync("The password would travel in clear", () =>
            anybody.AcceptAsync(
                PersonalLink.Parse("http://mail1.example.net" + world.LinkTo().PathAndQuery),
                "Adresse",
                new Secret("x"),
                cancellationToken: Token
            )
        );
        await texts.AddAsync("The guest has no name", () => anybody.AcceptAsync(link, " ", new Secret("x"), cancellationToken: Token));
        await texts.AddAsync("The guest's password is empty", () =>
            anybody.AcceptAsync(link, "Adresse", new Secret(""), cancellationToken: Token)
        );
        await texts.AddAsync("The wait is too long", () =>
            anybody.AcceptAsync(link, "Adresse", new Secret("x"), new AcceptOptions { PublicationWait = TimeSpan.FromMinutes(11) }, Token)
        );

        texts.Match("Guests/Approved/Links.txt");

        Task ComputeAsync(string guest, string calendar) => admin.ComputeLinkAsync(FolderPath.Parse(calendar), guest, Token);
        void SetKey(string? key) => world.Server.Change(directory => directory.Config["zimbraExternalAccountProvisioningKey"] = key);
    }
}
