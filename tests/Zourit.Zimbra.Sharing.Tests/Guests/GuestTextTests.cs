using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>What is said of guests who cannot be made, found or invited, and of those who were made but not quite.</summary>
public sealed class GuestTextTests
{
    private const string Domain = "monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GuestCreationOptions With(string owner, string calendar) => new() { Calendars = [new SharedCalendar(owner, calendar)] };

    [Fact]
    public async Task What_is_said_of_guests_who_cannot_be_made_is_the_approved_text()
    {
        await using SharingWorld world = await SharingWorld.StartAsync(seed =>
            seed.Account("owner@elsewhere.org", "pa55word", account => account.Calendar("/c"))
                .Account("deux@monasso.org", "pa55word", account => account.Mountpoint("/Asso", SharingWorld.Owner, SharingWorld.Calendar))
                .Account("paul.asso2.org@monasso.org", "pa55word", account => account.Alias("alias.orange.fr@monasso.org"))
                .Group("liste.orange.fr@monasso.org", SharingWorld.Owner)
                .Group("bureau@monasso.org", SharingWorld.Owner)
                .Guest("a.b@c.de", Domain, SharingWorld.Password)
        );
        GuestClient guests = world.AsAdmin().Guests;
        var texts = new FailureTexts();

        Task<GuestCreation> CreateAsync(string guest, GuestCreationOptions? options = null) =>
            guests.CreateAsync(
                guest,
                Domain,
                new Secret(SharingWorld.Password),
                options ?? With(SharingWorld.Owner, SharingWorld.Calendar),
                Token
            );

        await texts.AddAsync("The password is empty", () => guests.CreateAsync(SharingWorld.Guest, Domain, new Secret(""), Token));
        await texts.AddAsync("The owner is of another domain", () => CreateAsync(SharingWorld.Guest, With("owner@elsewhere.org", "/c")));
        await texts.AddAsync("The calendar is a mountpoint", () => CreateAsync(SharingWorld.Guest, With("deux@monasso.org", "/Asso")));
        await texts.AddAsync("The calendar has no owner", () => CreateAsync(SharingWorld.Guest, With(" ", "/c")));
        await texts.AddAsync("The guest has an account", () => CreateAsync("deux@monasso.org"));
        await texts.AddAsync("The guest is a group", () => CreateAsync("bureau@monasso.org"));
        await texts.AddAsync("The name is an account's", () => CreateAsync("paul@asso2.org"));
        await texts.AddAsync("The name is an account's alias", () => CreateAsync("alias@orange.fr"));
        await texts.AddAsync("The name is a list's", () => CreateAsync("liste@orange.fr"));
        await texts.AddAsync("The name is another guest's", () => CreateAsync("a@b.c.de"));
        await texts.AddAsync("An entry of a list is empty", () =>
            guests
                .CreateAllAsync(
                    [new(SharingWorld.Guest, Domain, new Secret("x")), new(SharingWorld.Guest, null!, new Secret("x"))],
                    cancellationToken: Token
                )
                .ToListAsync(Token)
                .AsTask()
        );

        texts.Match("Guests/Approved/NotMade.txt");
    }

    [Fact]
    public async Task What_is_said_of_guests_who_are_not_touched_is_the_approved_text()
    {
        await using SharingWorld world = await SharingWorld.StartAsync(seed => seed.Account(SharingWorld.Identifier, "pa55word"));
        GuestClient guests = world.AsAdmin().Guests;
        var texts = new FailureTexts();

        await texts.AddAsync("No identifier is given", () => guests.SuspendAsync(default, Token));
        await texts.AddAsync("The identifier is a regular account's", () =>
            guests.InspectAsync(GuestIdentifier.Parse(SharingWorld.Identifier), Token)
        );
        await texts.AddAsync("The new password is empty", () =>
            guests.ResetPasswordAsync(GuestIdentifier.Parse(SharingWorld.Identifier), new Secret(""), Token)
        );
        await texts.AddAsync("A page is too small", () => FindAllAsync(new GuestSearch { PageSize = 0 }));
        await texts.AddAsync("A status is none of Zimbra's", () => FindAllAsync(new GuestSearch { Status = GuestStatus.Unknown }));
        await texts.AddAsync("A mail has a display name", () =>
            FindAllAsync(new GuestSearch { GuestMail = "Adresse <adresse@orange.fr>" })
        );

        texts.Match("Guests/Approved/NotTouched.txt");

        Task FindAllAsync(GuestSearch search) => guests.FindAllAsync(search, Token).ToListAsync(Token).AsTask();
    }

    [Fact]
    public async Task The_warnings_about_guests_who_were_made_are_the_approved_text()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;
        var texts = new FailureTexts();

        await AddAsync("Made without a calendar", SharingWorld.Password, new GuestCreationOptions());
        await AddAsync("Made again", "An0ther-password", With(SharingWorld.Owner, SharingWorld.Calendar));
        await AddAsync(
            "Made again with a password against the policy",
            "abc",
            With(SharingWorld.Owner, SharingWorld.Calendar) with
            {
                ResetPassword = true,
            }
        );
        await guests.SuspendAsync(GuestIdentifier.Parse(SharingWorld.Identifier), Token);
        await AddAsync(
            "Made again when suspended",
            "An0ther-password",
            With(SharingWorld.Owner, SharingWorld.Calendar) with
            {
                ResetPassword = true,
            }
        );

        texts.Match("Guests/Approved/Warnings.txt");

        async Task AddAsync(string situation, string password, GuestCreationOptions options)
        {
            GuestCreation made = await guests.CreateAsync(SharingWorld.Guest, Domain, new Secret(password), options, Token);
            texts.Add(situation, string.Join("\n  ", made.Warnings.Select(warning => $"{warning.Code}: {warning.Text}")));
        }
    }

    [Fact]
    public async Task What_is_said_of_links_that_cannot_be_made_or_opened_is_the_approved_text()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.ShareAsync();
        InvitationClient admin = world.AsAdmin().OnBehalfOf(SharingWorld.Owner).Invitations;
        InvitationClient anybody = world.Anonymous().Invitations;
        var link = PersonalLink.Parse(world.LinkTo());
        var texts = new FailureTexts();

        await texts.AddAsync("The folder is not there", () => ComputeAsync(SharingWorld.Guest, "/no-such"));
        await texts.AddAsync("The folder is shared with others only", () => ComputeAsync("other@orange.fr", SharingWorld.Calendar));
        SetKey("0:1:no-key");
        await texts.AddAsync("The server's key has another form", () => ComputeAsync(SharingWorld.Guest, SharingWorld.Calendar));
        SetKey(null);
        await texts.AddAsync("The server's key is not shown", () => ComputeAsync(SharingWorld.Guest, SharingWorld.Calendar));
        await texts.AddAsync("The password would travel in clear", () =>
            anybody.AcceptAsync(
                PersonalLink.Parse("http://mail1.example.net" + world.LinkTo().PathAndQuery),
                "Adresse",
                new Secret("x"),
                Token
            )
        );
        await texts.AddAsync("The guest has no name", () => anybody.AcceptAsync(link, " ", new Secret("x"), Token));
        await texts.AddAsync("The guest's password is empty", () => anybody.AcceptAsync(link, "Adresse", new Secret(""), Token));
        await texts.AddAsync("The wait is too long", () =>
            anybody.AcceptAsync(link, "Adresse", new Secret("x"), new AcceptOptions { PublicationWait = TimeSpan.FromMinutes(11) }, Token)
        );

        texts.Match("Guests/Approved/Links.txt");

        Task ComputeAsync(string guest, string calendar) => admin.ComputeLinkAsync(guest, FolderPath.Parse(calendar), Token);
        void SetKey(string? key) => world.Zimbra.Change(directory => directory.Config["zimbraExternalAccountProvisioningKey"] = key);
    }
}
