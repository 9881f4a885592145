using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars.Reviews;

/// <summary>What is found in the calendars of one account.</summary>
public sealed class ReviewTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_that_do_not_go_together_are_refused_at_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        CalendarClient calendars = world.Client.Calendars;

        Assert.ThrowsAny<ArgumentException>(() => calendars.ReviewAsync(new() { Domain = "monasso.org", WholeServer = true }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => calendars.ReviewAsync(new() { Domain = " " }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => calendars.ReviewAsync(new() { EndingWithin = TimeSpan.FromDays(-1) }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => calendars.ReviewAsync(new() { MaxConcurrency = 0 }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => calendars.ReviewAsync(new() { MaxConcurrency = 65 }, Cancel));
    }

    [Fact]
    public async Task One_account_that_cannot_be_read_is_an_exception()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("GetFolderRequest").FromCall(1).Fault("service.PERM_DENIED");

        await Assert.ThrowsAsync<ZimbraFaultException>(async () =>
            await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel)
        );
    }

    [Fact]
    public async Task Calendars_whose_shares_are_not_shown_are_named_and_not_taken_for_unshared()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Permissions = Permissions.Admin }, Cancel);
        await world.Client.Calendars.ShareWithUserAsync("/Calendar", "paul", new() { Permissions = Permissions.Viewer }, Cancel);
        await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        ZimbraClient paul = world.As("paul@monasso.org");

        List<ReviewFinding> findings = await paul.Mailbox(Owner).Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal([ReviewCode.PublicCalendar, ReviewCode.NotReviewed, ReviewCode.NotKnowable], findings.Select(finding => finding.Code));
        Assert.Contains("/Calendar", findings[1].Sentence.English, StringComparison.Ordinal);
        Assert.DoesNotContain(Events, findings[1].Sentence.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default", ReviewCode.OpenWithoutLogin)]
    [InlineData("defaultExternal", ReviewCode.OpenToAllGuests)]
    public async Task A_calendar_that_a_class_of_service_opens_to_outsiders_is_not_overlooked(string name, ReviewCode code)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string id = "";
        world.Server.Change(directory => id = directory.ClassesOfService.Single(cos => cos.Name == name).Id);
        world.Seed(Events, new AccessGrant(id, "cos", "rw"));

        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(
            [code, ReviewCode.OutsiderCanWrite, ReviewCode.OutsiderCanRenameCalendar],
            findings.Where(finding => finding.Grant?.Path.Value == Events).Select(finding => finding.Code)
        );
        Assert.Contains(name, findings[0].Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grants_to_outsiders_on_mail_folders_and_on_the_whole_mailbox_are_not_overlooked()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed("/Inbox", new AccessGrant("etranger@orange.fr", "guest", "rwidx"));
        world.Seed("/Sent", new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r"));
        world.Seed("/", new AccessGrant("tout@orange.fr", "guest", "r"));

        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(
            [("/Inbox", "etranger@orange.fr", ReviewCode.FolderSharedOutside), ("/Sent", null, ReviewCode.FolderSharedOutside)],
            findings
                .Where(finding => finding.Code == ReviewCode.FolderSharedOutside)
                .Select(finding => (finding.Grant!.Path.Value, finding.Grant.Grantee.Name, finding.Code))
                .Order()
        );
        ReviewFinding whole = Assert.Single(findings, finding => finding.Code == ReviewCode.MailboxSharedOutside);
        Assert.Equal("tout@orange.fr", whole.Grant!.Grantee.Name);
        Assert.Contains("Toute la boîte aux lettres", whole.Sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_who_may_read_a_mail_folder_is_nobodys_concern()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed("/Inbox", new AccessGrant(world.Server.Directory.FindAccount("paul@monasso.org")!.Id, "usr", "r"));

        Assert.DoesNotContain(await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel), finding =>
            finding.Code is ReviewCode.FolderSharedOutside or ReviewCode.MailboxSharedOutside
        );
    }

    [Fact]
    public async Task An_owner_learns_what_to_look_at_in_one_round_trip()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        world.Seed(
            Events,
            new("99999999-9999-9999-9999-999999999999", "pub", "r"),
            new("ecrit@orange.fr", "guest", "rwidx"),
            new("fini@orange.fr", "guest", "r") { Expiry = now.AddMinutes(-5).ToUnixTimeMilliseconds() },
            new("bientot@orange.fr", "guest", "r") { Expiry = now.AddDays(29).ToUnixTimeMilliseconds() },
            new("tard@orange.fr", "guest", "r") { Expiry = now.AddDays(31).ToUnixTimeMilliseconds() },
            new("Nom <nom@orange.fr>", "guest", "r"),
            new("marie@société.fr", "guest", "r"),
            new("1b7c90d2-0000-4000-8000-000000000001", "usr", "r"),
            new(world.UserId("paul@monasso.org"), "usr", "rwidxa")
        );

        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(1, world.RoundTrips);
        Assert.Equal(
            [
                (ReviewCode.PublicCalendar, (string?)null),
                (ReviewCode.OutsiderCanWrite, "ecrit@orange.fr"),
                (ReviewCode.OutsiderCanDeleteCalendar, "ecrit@orange.fr"),
                (ReviewCode.Ended, "fini@orange.fr"),
                (ReviewCode.EndsSoon, "bientot@orange.fr"),
                (ReviewCode.UselessGrant, "Nom <nom@orange.fr>"),
                (ReviewCode.UselessGrant, "marie@société.fr"),
                (ReviewCode.OrphanGrant, null),
                (ReviewCode.NotKnowable, null),
            ],
            findings.Select(finding => (finding.Code, finding.Grant?.Grantee.Name))
        );
        Assert.All(findings[..^1], finding =>
        {
            Assert.Contains(Events, finding.Sentence.English, StringComparison.Ordinal);
            Assert.Contains(Events, finding.Sentence.French, StringComparison.Ordinal);
            Assert.Equal(world.Folder(Events).Id.ToString(System.Globalization.CultureInfo.InvariantCulture), finding.Grant?.FolderId);
        });
        Assert.All(findings, finding =>
        {
            Assert.DoesNotContain('{', finding.Sentence.English + finding.Sentence.French);
            Assert.NotEqual("", finding.Remedy.English);
            Assert.Equal(Owner, finding.Owner);
        });
    }

    [Fact]
    public async Task Where_nothing_needs_an_administrator_nothing_is_said_of_one()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r"));

        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(ReviewCode.PublicCalendar, Assert.Single(findings).Code);
    }

    [Fact]
    public async Task An_end_is_soon_from_when_the_caller_says()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        world.Seed(
            Events,
            new("bientot@orange.fr", "guest", "r") { Expiry = now.AddDays(6).ToUnixTimeMilliseconds() },
            new("tard@orange.fr", "guest", "r") { Expiry = now.AddDays(8).ToUnixTimeMilliseconds() }
        );

        List<ReviewFinding> findings = await world
            .Client.Calendars.ReviewAsync(new() { EndingWithin = TimeSpan.FromDays(7) }, Cancel)
            .ToListAsync(Cancel);

        Assert.Equal("bientot@orange.fr", Assert.Single(findings, finding => finding.Code == ReviewCode.EndsSoon).Grant?.Grantee.Name);
    }

    [Fact]
    public async Task An_administrator_also_learns_who_never_signed_up_and_whose_account_is_closed()
    {
        await using AssociationWorld world = await new Association()
            .AsAdmin()
            .With(seed => seed.Account("ancien@monasso.org", OwnerPassword))
            .StartAsync();
        CalendarClient owner = world.Client.Mailbox(Owner).Calendars;
        await owner.ShareWithGuestAsync(Events, "jamais@orange.fr", cancellationToken: Cancel);
        await owner.ShareWithGuestAsync(Events, "cle@orange.fr", new() { GrantPassword = new Secret("s3cret") }, Cancel);
        await owner.ShareWithUserAsync(Events, "ancien", new() { Notify = false }, Cancel);
        await owner.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        await world.Client.Guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = Owner,
                Calendar = Events,
                Guest = "la@orange.fr",
                Password = new Secret("Pa55-word-of-guest"),
            },
            Cancel
        );
        world.Server.Change(directory => directory.FindAccount("ancien@monasso.org")!.Status = "closed");

        List<ReviewFinding> findings = await owner.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(
            [(ReviewCode.GuestNeverSignedUp, "jamais@orange.fr"), (ReviewCode.GranteeNotActive, "ancien@monasso.org")],
            findings
                .Where(finding => finding.Code < ReviewCode.OpenThoughSwitchedOff)
                .Select(finding => (finding.Code, finding.Grant?.Grantee.Name))
        );
        Assert.Contains("jamais.orange.fr@monasso.org", findings[0].Sentence.English, StringComparison.Ordinal);
        Assert.Contains("closed", findings[1].Sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_guest_is_reported_and_one_whose_identifier_is_taken_never_signed_up()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        CalendarClient owner = world.Client.Mailbox(Owner).Calendars;
        await world.Client.Guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = Owner,
                Calendar = Events,
                Guest = "a.b@orange.fr",
                Password = new Secret("Pa55-word-of-guest"),
            },
            Cancel
        );
        world.Server.Change(directory => directory.FindAccount("a.b.orange.fr@monasso.org")!.Status = "locked");
        // Another address with the same identifier (docs/protocol.md §6.1).
        world.Seed("/Calendar", new AccessGrant("a@b.orange.fr", "guest", "r"));

        List<ReviewFinding> findings = await owner.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(
            [(ReviewCode.GuestNeverSignedUp, "a@b.orange.fr"), (ReviewCode.GranteeNotActive, "a.b@orange.fr")],
            findings
                .Where(finding => finding.Code < ReviewCode.OpenThoughSwitchedOff)
                .Select(finding => (finding.Code, finding.Grant?.Grantee.Name))
                .Order()
        );
        Assert.Contains(
            "'locked'",
            findings.Single(finding => finding.Code == ReviewCode.GranteeNotActive).Sentence.English,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_guest_who_was_granted_rights_as_a_user_is_an_outsider_still()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        await world.Client.Guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = Owner,
                Calendar = Events,
                Guest = "la@orange.fr",
                Password = new Secret("Pa55-word-of-guest"),
            },
            Cancel
        );
        world.Seed(
            "/Calendar",
            new(world.UserId("la.orange.fr@monasso.org"), "usr", "rw"),
            new(world.UserId("paul@monasso.org"), "usr", "rw")
        );

        List<ReviewFinding> findings = await world
            .Client.Mailbox(Owner)
            .Calendars.ReviewAsync(cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(
            [(ReviewCode.OutsiderCanWrite, "la.orange.fr@monasso.org"), (ReviewCode.OutsiderCanRenameCalendar, "la.orange.fr@monasso.org")],
            findings
                .Where(finding => finding.Code < ReviewCode.OpenThoughSwitchedOff)
                .Select(finding => (finding.Code, finding.Grant?.Grantee.Name))
        );
    }

    [Fact]
    public async Task An_administrator_who_may_not_read_accounts_learns_the_rest_and_that_once()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        CalendarClient owner = world.Client.Mailbox(Owner).Calendars;
        world.Seed(Events, new("jamais@orange.fr", "guest", "r"), new("ecrit@orange.fr", "guest", "rw"));
        world.Server.Misbehave.On("GetAccountRequest").FromCall(1).Fault("service.PERM_DENIED", new() { Reason = "permission denied" });

        List<ReviewFinding> findings = await owner.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(
            [ReviewCode.OutsiderCanWrite, ReviewCode.OutsiderCanRenameCalendar, ReviewCode.NotKnowable],
            findings.Select(finding => finding.Code)
        );
        Assert.Contains("service.PERM_DENIED", findings[2].Sentence.English, StringComparison.Ordinal);
    }
}
