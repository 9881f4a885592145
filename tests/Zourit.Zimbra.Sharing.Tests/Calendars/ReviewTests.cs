using System.Text;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class ReviewTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_that_do_not_go_together_are_refused_at_once()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        Assert.ThrowsAny<ArgumentException>(() => world.Client.Calendars.ReviewAsync(new() { Domain = "monasso.org", WholeServer = true }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => world.Client.Calendars.ReviewAsync(new() { Domain = " " }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => world.Client.Calendars.ReviewAsync(new() { EndingWithin = TimeSpan.FromDays(-1) }, Cancel));
    }

    [Fact]
    public async Task A_domain_needs_an_administrator()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(
            async () => await world.Client.Calendars.ReviewAsync(new() { Domain = "monasso.org" }, Cancel).ToListAsync(Cancel));

        Assert.Equal(AuthenticationFailure.AdministratorRequired, e.Failure);
    }

    [Fact]
    public async Task An_owner_learns_what_to_look_at_in_one_round_trip()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        world.Seed(SharingWorld.Events,
            new("99999999-9999-9999-9999-999999999999", "pub", "r"),
            new("ecrit@orange.fr", "guest", "rwidx"),
            new("fini@orange.fr", "guest", "r") { Expiry = now.AddMinutes(-5).ToUnixTimeMilliseconds() },
            new("bientot@orange.fr", "guest", "r") { Expiry = now.AddDays(29).ToUnixTimeMilliseconds() },
            new("tard@orange.fr", "guest", "r") { Expiry = now.AddDays(31).ToUnixTimeMilliseconds() },
            new("Nom <nom@orange.fr>", "guest", "r"),
            new("1b7c90d2-0000-4000-8000-000000000001", "usr", "r"),
            new(world.UserId("paul@monasso.org"), "usr", "rwidxa"));

        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(1, world.RoundTrips);
        Assert.Equal(
            [
                (ReviewCode.PublicCalendar, (string?)null),
                (ReviewCode.OutsiderCanWrite, "ecrit@orange.fr"),
                (ReviewCode.Ended, "fini@orange.fr"),
                (ReviewCode.EndsSoon, "bientot@orange.fr"),
                (ReviewCode.UselessGrant, "Nom <nom@orange.fr>"),
                (ReviewCode.OrphanGrant, null),
            ],
            findings.Select(finding => (finding.Code, finding.Grant?.Grantee.Name)));
        Assert.All(findings, finding => Assert.Contains(SharingWorld.Events, finding.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_administrator_also_learns_who_never_signed_up_and_whose_account_is_closed()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(seed => seed.Account("ancien@monasso.org", "pa55-wörd"));
        CalendarClient owner = world.Client.OnBehalfOf(SharingWorld.Owner).Calendars;
        await owner.ShareWithGuestAsync(SharingWorld.Events, "jamais@orange.fr", cancellationToken: Cancel);
        await owner.ShareWithGuestAsync(SharingWorld.Events, "cle@orange.fr", new() { GrantPassword = "s3cret" }, Cancel);
        await owner.ShareWithUserAsync(SharingWorld.Events, "ancien", new() { Notify = false }, Cancel);
        await owner.ShareWithUserAsync(SharingWorld.Events, "paul", new() { Notify = false }, Cancel);
        await world.Client.Guests.CreateAsync("la@orange.fr", SharingWorld.Owner, SharingWorld.Events, "Pa55-word-of-guest", Cancel);
        world.Server.Change(directory => directory.FindAccount("ancien@monasso.org")!.Status = "closed");

        List<ReviewFinding> findings = await owner.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(
            [(ReviewCode.GuestNeverSignedUp, "jamais@orange.fr"), (ReviewCode.GranteeNotActive, "ancien@monasso.org")],
            findings.Select(finding => (finding.Code, finding.Grant?.Grantee.Name)));
    }

    [Fact]
    public async Task A_domain_is_reviewed_account_by_account_and_one_that_cannot_be_read_does_not_stop_the_others()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(seed =>
        {
            foreach (string owner in new[] { "a@monasso.org", "b@monasso.org", "c@autre.org", "rien@monasso.org" })
            {
                seed.Account(owner, "pa55-wörd", account => account.Calendar("/Agenda"));
            }
        });
        foreach (string owner in new[] { "a@monasso.org", "b@monasso.org", "c@autre.org" })
        {
            await world.Client.OnBehalfOf(owner).Calendars.SharePubliclyAsync("/Agenda", cancellationToken: Cancel);
        }

        world.Server.Change(directory => directory.FindAccount("a@monasso.org")!.Status = "maintenance");
        CalendarClient admin = world.Client.Calendars;

        List<ReviewFinding> domain = await admin.ReviewAsync(new() { Domain = "monasso.org" }, Cancel).ToListAsync(Cancel);
        List<ReviewFinding> server = await admin.ReviewAsync(new() { WholeServer = true }, Cancel).ToListAsync(Cancel);

        Assert.Equal([(ReviewCode.NotReviewed, "a@monasso.org"), (ReviewCode.PublicCalendar, "b@monasso.org")], domain.Select(finding => (finding.Code, finding.Owner)));
        Assert.Contains(server, finding => finding is { Code: ReviewCode.PublicCalendar, Owner: "c@autre.org" });
        Assert.Equal(3, server.Count);
    }

    [Fact]
    public async Task The_findings_are_written_as_json()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        world.Seed("/Événements de l'asso", new AccessGrant("ecrit@orange.fr", "guest", "rw"));
        using var output = new MemoryStream();

        await ReviewReport.WriteJsonAsync(world.Client.Calendars.ReviewAsync(cancellationToken: Cancel), output, Cancel);

        using JsonDocument json = JsonDocument.Parse(output.ToArray());
        JsonElement first = json.RootElement[0];
        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal("OutsiderCanWrite", first.GetProperty("code").GetString());
        Assert.Equal(SharingWorld.Owner, first.GetProperty("owner").GetString());
        Assert.Equal("/Événements de l'asso", first.GetProperty("calendar").GetString());
        Assert.Equal(("guest", "ecrit@orange.fr", "rw"), (first.GetProperty("granteeType").GetString(), first.GetProperty("grantee").GetString(), first.GetProperty("permissions").GetString()));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("ends").ValueKind);
        Assert.Equal("/Événements de l'asso", json.RootElement[1].GetProperty("inheritedFrom").GetString());
    }

    [Fact]
    public async Task The_findings_are_written_as_csv_that_no_spreadsheet_takes_for_formulas()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        var grant = new CalendarGrant
        {
            Grantee = new Grantee(GranteeType.Guest, "=cmd@orange.fr", "=cmd@orange.fr"),
            Permissions = Permissions.Manager,
            EffectiveExpiry = DateTimeOffset.UnixEpoch,
            Owner = SharingWorld.Owner,
            Path = FolderPath.Parse("/a, b"),
            FolderId = "257",
            IcsAddress = Sharing.Feeds.IcsAddress.Parse("https://mail.monasso.org/home/moncompte@monasso.org/a.ics"),
        };
        var output = new StringBuilder();
        await using var writer = new StringWriter(output);

        await ReviewReport.WriteCsvAsync(
            new[] { new ReviewFinding { Code = ReviewCode.Ended, Owner = SharingWorld.Owner, Grant = grant, Text = "It \"ended\"." } }.ToAsyncEnumerable(), writer, Cancel);

        Assert.Equal(
            "code,owner,calendar,granteeType,grantee,permissions,ends,inheritedFrom,address,text\r\n"
            + "Ended,moncompte@monasso.org,\"/a, b\",guest,'=cmd@orange.fr,rwidx,1970-01-01T00:00:00Z,,https://mail.monasso.org/home/moncompte@monasso.org/a.ics,\"It \"\"ended\"\".\"\r\n",
            output.ToString());
    }
}
