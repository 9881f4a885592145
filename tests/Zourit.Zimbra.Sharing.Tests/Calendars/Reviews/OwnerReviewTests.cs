using System.Globalization;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars.Reviews;

/// <summary>What a review finds in an owner's account, in CalDAV's dangers, and in what the directory publishes.</summary>
public sealed class OwnerReviewTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outsiders_whose_programs_can_delete_or_rename_the_calendar_are_found()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(
            Events,
            new AccessGrant("tout@orange.fr", "guest", "rwidx"),
            new AccessGrant("edite@orange.fr", "guest", "rwi"),
            new AccessGrant("efface@orange.fr", "guest", "rd"),
            new AccessGrant("ajoute@orange.fr", "guest", "ri"),
            new AccessGrant("secret@orange.fr", "guest", "rwidx") { Secret = "pa55word" },
            new AccessGrant(world.UserId("paul@monasso.org"), "usr", "rwidx")
        );

        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(["efface@orange.fr", "tout@orange.fr"], Of(findings, ReviewCode.OutsiderCanDeleteCalendar));
        Assert.Equal(["edite@orange.fr"], Of(findings, ReviewCode.OutsiderCanRenameCalendar));
    }

    [Fact]
    public async Task A_switch_that_leaves_CalDAV_open_is_found_for_each_guest_who_still_gets_in()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"), new AccessGrant("secret@orange.fr", "guest", "r") { Secret = "pa55word" });
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");

        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal([Guest], Of(findings, ReviewCode.OpenThoughSwitchedOff));
    }

    [Theory]
    [InlineData("Asso \"Les Amis\"", '"')]
    [InlineData("Asso : Lac", ':')]
    [InlineData("Asso/Lac", '/')]
    public async Task An_owner_whose_name_breaks_the_sign_up_of_guests_is_found(string name, char character)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["displayName"] = name);

        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        ReviewFinding finding = Assert.Single(findings, each => each.Code == ReviewCode.OwnerNameBreaksSignUp);
        Assert.Contains($"'{character}'", finding.Sentence.English, StringComparison.Ordinal);
        Assert.Null(finding.Grant);
    }

    [Fact]
    public async Task Such_a_name_is_nobodys_concern_while_no_guest_signs_up()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(world.UserId("paul@monasso.org"), "usr", "r"));
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["displayName"] = "Asso \"2\"");

        Assert.DoesNotContain(await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel), finding =>
            finding.Code == ReviewCode.OwnerNameBreaksSignUp
        );
    }

    [Fact]
    public async Task A_share_that_the_directory_does_not_know_is_found()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        await world.Client.Mailbox(Owner).Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        world.Server.Misbehave.LagPublication(TimeSpan.FromHours(1));
        await world.Client.Mailbox(Owner).Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);

        foreach (
            ReviewOptions? options in new ReviewOptions?[]
            {
                null,
                new() { Domain = "monasso.org" },
            }
        )
        {
            CalendarClient calendars = options is null ? world.Client.Mailbox(Owner).Calendars : world.Client.Calendars;
            List<ReviewFinding> findings = await calendars.ReviewAsync(options, Cancel).ToListAsync(Cancel);

            Assert.Equal([Guest], Of(findings, ReviewCode.NotPublished));
        }
    }

    [Fact]
    public async Task A_share_that_the_directory_publishes_under_its_old_path_is_found()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        const string Inner = "/Événements de l'asso/Sorties d'été";
        await world.Client.Mailbox(Owner).Calendars.ShareWithGuestAsync(Inner, Guest, new() { Notify = false }, Cancel);
        await world.Client.Mailbox(Owner).SendAsync(FolderActionRequest.Rename(Id(world, "/Événements de l'asso"), "Activités"), Cancel);

        ReviewFinding finding = Assert.Single(
            await world.Client.Calendars.ReviewAsync(new() { Domain = "monasso.org" }, Cancel).ToListAsync(Cancel),
            each => each.Code == ReviewCode.PublishedUnderOldPath
        );

        Assert.Contains(Inner, finding.Sentence.English, StringComparison.Ordinal);
        Assert.Equal("/Activités/Sorties d'été", finding.Grant!.Path.Value);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("America/Los_Angeles", true)]
    [InlineData("Europe/Paris", false)]
    public async Task An_owner_without_a_time_zone_is_found(string? zone, bool isFound)
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        await world.Client.Mailbox(Owner).Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraPrefTimeZoneId"] = zone ?? "");

        List<ReviewFinding> findings = await world
            .Client.Calendars.ReviewAsync(new() { Domain = "monasso.org" }, Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(isFound, findings.Exists(finding => finding.Code == ReviewCode.NoTimeZone));
    }

    private static string Id(AssociationWorld world, string path) => world.Folder(path).Id.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Of(List<ReviewFinding> findings, ReviewCode code) =>
        findings.Where(finding => finding.Code == code).Select(finding => finding.Grant!.Grantee.Name).Order();
}
