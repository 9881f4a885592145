using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Feeds.Diagnoses;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>What a diagnosis finds in the owner's calendar, its shares and the switches above them.</summary>
public sealed class DiagnosedShareTests
{
    private const string Calendar = "/my-events";
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/my-event", "/my-events")]
    [InlineData("/My Events", "/my-events")]
    [InlineData("/Calendrier", "/Calendar")]
    public async Task No_such_calendar_is_reported_with_the_nearest_names(string asked, string nearest)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        FeedFinding cause = Cause(
            await calendar.AsOwner.Feeds.DiagnoseAsync(SharedCalendar.Owner, asked, SharedCalendar.Mail, cancellationToken: Token),
            FeedFindingCode.NoSuchCalendar
        );

        Assert.Contains(nearest, cause.Sentence.English, StringComparison.Ordinal);
        Assert.Contains(nearest, cause.Sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_another_kind_is_no_calendar()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        Cause(
            await calendar.AsOwner.Feeds.DiagnoseAsync(SharedCalendar.Owner, "/Inbox", SharedCalendar.Mail, cancellationToken: Token),
            FeedFindingCode.NotACalendar
        );
    }

    [Fact]
    public async Task A_mountpoint_belongs_to_somebody_else()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        calendar.Server.Change(directory =>
            directory
                .FindAccount(SharedCalendar.Owner)!
                .Mailbox!.UserRoot.Children.Add(
                    new MailFolder(999, "Theirs", directory.FindAccount(SharedCalendar.Owner)!.Mailbox!.UserRoot, "appointment")
                    {
                        Link = new MountpointLink
                        {
                            OwnerId = calendar.GuestAccount.Id,
                            RemoteId = 10,
                            Reminder = false,
                        },
                    }
                )
        );

        FeedFinding cause = Cause(
            await calendar.AsOwner.Feeds.DiagnoseAsync(SharedCalendar.Owner, "/Theirs", SharedCalendar.Mail, cancellationToken: Token),
            FeedFindingCode.Mountpoint
        );

        Assert.Contains(SharedCalendar.Identifier, cause.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_that_is_not_shared_with_the_guest_is_reported()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).Grant(new("autre@free.fr", "guest", "r"));

        FeedDiagnosis diagnosis = await Ask(calendar.AsOwner);

        Cause(diagnosis, FeedFindingCode.NotGranted);
        Assert.Equal(FeedAccess.Closed, diagnosis.Access);
    }

    [Fact]
    public async Task A_guest_that_is_let_in_by_a_group_is_not_said_to_be_left_out()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        calendar.Server.Change(directory =>
        {
            var group = new DistributionList("amis@monasso.org", Guid.NewGuid().ToString());
            group.Members.Add(SharedCalendar.Mail);
            directory.Groups.Add(group);
            MailFolder folder = directory.FindAccount(SharedCalendar.Owner)!.Mailbox!.Find(Calendar)!;
            folder.SetFlag('i', true);
            folder.EffectiveAcl.Grants.Add(new AccessGrant(group.Id, "grp", "r"));
        });

        FeedDiagnosis without = await Ask(calendar.AsAdmin);
        FeedDiagnosis with = await Ask(calendar.AsAdmin, SharedCalendar.GuestPassword);

        FeedFinding list = without.Findings.Single(finding => finding.Code == FeedFindingCode.GrantedToGroupOnly);
        Assert.Equal(FindingCertainty.Possible, list.Certainty);
        Assert.Contains("the list amis@monasso.org", list.Sentence.English, StringComparison.Ordinal);
        Assert.Contains("la liste amis@monasso.org", list.Sentence.French, StringComparison.Ordinal);
        Assert.Equal((FeedAccess.Unknown, FeedAccess.Open), (without.Access, with.Access));
    }

    [Fact]
    public async Task An_outsider_who_is_a_member_of_the_only_list_is_shown_that_list_and_what_is_missing()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        var list = new DistributionList("amis@monasso.org", Guid.NewGuid().ToString());
        list.Members.Add("marie@free.fr");
        calendar.Server.Change(directory => directory.Groups.Add(list));
        calendar.Grant(new AccessGrant(list.Id, "grp", "r"));

        FeedDiagnosis diagnosis = await calendar.AsAdmin.Feeds.DiagnoseAsync(
            SharedCalendar.Owner,
            Calendar,
            "marie@free.fr",
            cancellationToken: Token
        );

        Assert.Contains(diagnosis.Findings, finding =>
            finding.Code == FeedFindingCode.GrantedToGroupOnly
            && finding.Sentence.English.Contains("amis@monasso.org", StringComparison.Ordinal)
        );
        Assert.Equal(FeedFindingCode.NoGuestAccount, Assert.Single(diagnosis.Causes).Code);
    }

    [Fact]
    public async Task A_guests_account_is_not_thought_to_get_in_by_a_share_with_all_of_the_servers_own()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        calendar.Grant(new AccessGrant("00000000-0000-0000-0000-000000000000", "all", "r"));

        Cause(await Ask(calendar.AsAdmin), FeedFindingCode.NotGranted);
        Assert.Contains((await Ask(calendar.AsOwner)).Findings, finding =>
            finding is { Code: FeedFindingCode.GrantedToGroupOnly, Certainty: FindingCertainty.Possible }
        );
    }

    [Theory]
    [InlineData("/E\u0301ve\u0301nements", "/\u00C9v\u00E9nements", "%C3%89v%C3%A9nements")]
    [InlineData("/\u00C9v\u00E9nements", "/E\u0301ve\u0301nements", "E%CC%81ve%CC%81nements")]
    public async Task A_folder_name_whose_accents_are_written_otherwise_is_named_as_such(string asked, string real, string escaped)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(path: real)).WithGuest();

        FeedFinding cause = Cause(
            await calendar.AsOwner.Feeds.DiagnoseAsync(SharedCalendar.Owner, asked, SharedCalendar.Mail, cancellationToken: Token),
            FeedFindingCode.DecomposedName
        );

        Assert.Contains(escaped, cause.Sentence.English, StringComparison.Ordinal);
        Assert.Contains("décomposé", cause.Sentence.French, StringComparison.Ordinal);
        Assert.Contains($"{escaped}.ics", cause.Remedy.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_to_the_guests_account_itself_counts()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        calendar.Grant(new AccessGrant(calendar.GuestAccount.Id, "usr", "r"));

        FeedDiagnosis diagnosis = await Ask(calendar.AsAdmin, SharedCalendar.GuestPassword);

        Assert.Equal((FeedAccess.Open, SharedCalendar.Identifier), (diagnosis.Access, diagnosis.UserName));
    }

    [Fact]
    public async Task An_ended_share_is_reported_with_its_end()
    {
        var clock = new FakeTimeProvider(Noon);
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(
                configure: options => options.TimeProvider = clock,
                server: new FakeZimbraOptions { TimeProvider = clock }
            )
        ).Grant(new(SharedCalendar.Mail, "guest", "r") { Expiry = Noon.AddDays(-1).ToUnixTimeMilliseconds() });

        FeedFinding cause = Cause(await Ask(calendar.AsOwner), FeedFindingCode.GrantExpired);

        Assert.Contains("2027-04-30 12:00 UTC", cause.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_that_ended_by_the_ceiling_of_all_guests_is_reported()
    {
        var clock = new FakeTimeProvider(Noon);
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(
                configure: options => options.TimeProvider = clock,
                server: new FakeZimbraOptions { TimeProvider = clock }
            )
        ).WithGuest();
        calendar.Server.Change(directory =>
            directory.FindAccount(SharedCalendar.Owner)!.Mailbox!.Find(Calendar)!.Acl!.GuestExpiry = Noon.AddDays(-1)
                .ToUnixTimeMilliseconds()
        );

        Cause(await Ask(calendar.AsOwner), FeedFindingCode.GrantExpired);
    }

    [Fact]
    public async Task A_share_without_the_right_to_read_is_reported()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest("w");

        Cause(await Ask(calendar.AsOwner), FeedFindingCode.GrantWithoutRead);
    }

    [Fact]
    public async Task A_share_stored_with_a_display_name_matches_nobody()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).Grant(
            new($"Marie <{SharedCalendar.Mail}>", "guest", "r")
        );

        FeedFinding cause = Cause(await Ask(calendar.AsOwner), FeedFindingCode.GrantMatchesNobody);

        Assert.Contains(SharedCalendar.Mail, cause.Remedy.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_inherited_from_a_parent_folder_counts()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync(path: "/Asso/Sorties");
        calendar.Server.Change(directory =>
        {
            MailFolder parent = directory.FindAccount(SharedCalendar.Owner)!.Mailbox!.Find("/Asso")!;
            parent.SetFlag('i', true);
            parent.EffectiveAcl.Grants.Add(new AccessGrant(SharedCalendar.Mail, "guest", "r"));
        });

        FeedDiagnosis diagnosis = await calendar.AsOwner.Feeds.DiagnoseAsync(
            SharedCalendar.Owner,
            "/Asso/Sorties",
            SharedCalendar.Identifier,
            new() { Password = new Secret(SharedCalendar.GuestPassword) },
            Token
        );

        Assert.Empty(diagnosis.Causes);
        Assert.Equal(FeedAccess.Open, diagnosis.Access);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task External_sharing_switched_off_is_reported_to_owner_and_administrator(bool asOwner)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory =>
            directory.FindAccount(SharedCalendar.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE"
        );

        Cause(await Ask(asOwner ? calendar.AsOwner : calendar.AsAdmin), FeedFindingCode.ExternalSharingOff);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_white_list_without_the_guests_domain_is_reported(bool onDomain)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory =>
        {
            AttributeBag attributes = onDomain
                ? directory.FindDomain("monasso.org")!.Attributes
                : directory.FindAccount(SharedCalendar.Owner)!.Attributes;
            foreach (ClassOfService cos in directory.ClassesOfService)
            {
                // A value of the class of service hides the domain's.
                cos.Attributes["zimbraExternalShareDomainWhitelistEnabled"] = null;
            }

            attributes["zimbraExternalShareDomainWhitelistEnabled"] = "TRUE";
            attributes["zimbraExternalShareWhitelistDomain"] = "free.fr";
        });

        Cause(await Ask(calendar.AsAdmin), FeedFindingCode.GuestDomainNotAllowed);
    }

    [Fact]
    public async Task A_public_calendar_emptied_by_the_switch_is_reported()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)))
        ).Public();
        calendar.Server.Change(directory =>
            directory.FindAccount(SharedCalendar.Owner)!.Attributes["zimbraPublicSharingEnabled"] = "FALSE"
        );

        FeedDiagnosis diagnosis = await Ask(calendar.AsOwner);

        Cause(diagnosis, FeedFindingCode.PublicSharingOff);
        Assert.Equal(FeedAccess.Closed, diagnosis.Access);
    }
}
