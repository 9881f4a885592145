using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Model;
using static Zourit.Zimbra.Sharing.Tests.Feeds.Diagnoses;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>The server answers 401 to everything; what it is all the same is found out.</summary>
public sealed class DiagnosisTests
{
    private const string Calendar = "/my-events";
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/my-event", "/my-events")]
    [InlineData("/My Events", "/my-events")]
    [InlineData("/Calendrier", "/Calendar")]
    public async Task No_such_calendar_is_told_with_the_nearest_names(string asked, string nearest)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        FeedFinding cause = Cause(await calendar.AsOwner.Feeds.DiagnoseAsync(SharedCalendar.Owner, asked, SharedCalendar.Mail, cancellationToken: Token), FeedFindingCode.NoSuchCalendar);

        Assert.Contains(nearest, cause.Sentence.English, StringComparison.Ordinal);
        Assert.Contains(nearest, cause.Sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_another_kind_is_no_calendar()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        Cause(await calendar.AsOwner.Feeds.DiagnoseAsync(SharedCalendar.Owner, "/Inbox", SharedCalendar.Mail, cancellationToken: Token), FeedFindingCode.NotACalendar);
    }

    [Fact]
    public async Task A_mountpoint_belongs_to_somebody_else()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        calendar.Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Mailbox!.UserRoot.Children.Add(
            new MailFolder(999, "Theirs", directory.FindAccount(SharedCalendar.Owner)!.Mailbox!.UserRoot, "appointment") { Link = new MountpointLink(calendar.GuestAccount.Id, 10, false) }));

        FeedFinding cause = Cause(await calendar.AsOwner.Feeds.DiagnoseAsync(SharedCalendar.Owner, "/Theirs", SharedCalendar.Mail, cancellationToken: Token), FeedFindingCode.Mountpoint);

        Assert.Contains(SharedCalendar.Identifier, cause.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_that_is_not_shared_with_the_guest_is_told()
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

        Assert.Equal(FindingCertainty.Possible, without.Findings.Single(finding => finding.Code == FeedFindingCode.NotGranted).Certainty);
        Assert.Equal((FeedAccess.Unknown, FeedAccess.Open), (without.Access, with.Access));
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
    public async Task An_ended_share_is_told_with_its_end()
    {
        var clock = new FakeTimeProvider(Noon);
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(
            configure: options => options.TimeProvider = clock, server: new FakeZimbraOptions { TimeProvider = clock }))
            .Grant(new(SharedCalendar.Mail, "guest", "r") { Expiry = Noon.AddDays(-1).ToUnixTimeMilliseconds() });

        FeedFinding cause = Cause(await Ask(calendar.AsOwner), FeedFindingCode.GrantExpired);

        Assert.Contains("2027-04-30 12:00 UTC", cause.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_that_ended_by_the_ceiling_of_all_guests_is_told()
    {
        var clock = new FakeTimeProvider(Noon);
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(
            configure: options => options.TimeProvider = clock, server: new FakeZimbraOptions { TimeProvider = clock })).WithGuest();
        calendar.Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Mailbox!.Find(Calendar)!.Acl!.GuestExpiry = Noon.AddDays(-1).ToUnixTimeMilliseconds());

        Cause(await Ask(calendar.AsOwner), FeedFindingCode.GrantExpired);
    }

    [Fact]
    public async Task A_share_without_the_right_to_read_is_told()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest("w");

        Cause(await Ask(calendar.AsOwner), FeedFindingCode.GrantWithoutRead);
    }

    [Fact]
    public async Task A_share_stored_with_a_display_name_matches_nobody()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).Grant(new($"Marie <{SharedCalendar.Mail}>", "guest", "r"));

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

        FeedDiagnosis diagnosis = await calendar.AsOwner.Feeds.DiagnoseAsync(SharedCalendar.Owner, "/Asso/Sorties", SharedCalendar.Identifier, SharedCalendar.GuestPassword, Token);

        Assert.Empty(diagnosis.Causes);
        Assert.Equal(FeedAccess.Open, diagnosis.Access);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task External_sharing_switched_off_is_told_to_owner_and_administrator(bool asOwner)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");

        Cause(await Ask(asOwner ? calendar.AsOwner : calendar.AsAdmin), FeedFindingCode.ExternalSharingOff);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_white_list_without_the_guests_domain_is_told(bool onDomain)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory =>
        {
            AttributeBag attributes = onDomain ? directory.FindDomain("monasso.org")!.Attributes : directory.FindAccount(SharedCalendar.Owner)!.Attributes;
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
    public async Task A_public_calendar_emptied_by_the_switch_is_told()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)))).Public();
        calendar.Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Attributes["zimbraPublicSharingEnabled"] = "FALSE");

        FeedDiagnosis diagnosis = await Ask(calendar.AsOwner);

        Cause(diagnosis, FeedFindingCode.PublicSharingOff);
        Assert.Equal(FeedAccess.Closed, diagnosis.Access);
    }

    [Fact]
    public async Task A_public_calendar_does_not_hide_a_wrong_password()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)))).WithGuest().Public();

        FeedDiagnosis wrong = await Ask(calendar.AsAdmin, "wr0ng");
        FeedDiagnosis right = await Ask(calendar.AsAdmin, SharedCalendar.GuestPassword);

        Assert.Contains(wrong.Findings, finding => finding.Code == FeedFindingCode.PublicCalendar);
        Cause(wrong, FeedFindingCode.WrongPassword);
        Assert.Contains(right.Findings, finding => finding.Code == FeedFindingCode.PasswordAccepted);
        Assert.Equal((FeedAccess.Open, FeedAccess.Open), (wrong.Access, right.Access));
        Assert.Equal((true, true), (wrong.PasswordTried, right.PasswordTried));
    }

    [Fact]
    public async Task A_password_for_another_server_is_not_shown_to_the_clients_own()
    {
        await using SharedCalendar mine = await SharedCalendar.StartAsync();
        await using SharedCalendar other = (await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)))).WithGuest().Public();

        FeedDiagnosis diagnosis = await mine.Client.Feeds.DiagnoseAsync(other.Address, SharedCalendar.Identifier, SharedCalendar.GuestPassword, Token);

        Assert.False(diagnosis.PasswordTried);
        Assert.DoesNotContain(diagnosis.Findings, finding => finding.Code is FeedFindingCode.WrongPassword or FeedFindingCode.PasswordAccepted);
        Assert.DoesNotContain(mine.Server.Journal.Entries, entry => entry.Operations.Contains("AuthRequest"));
    }

    [Fact]
    public async Task A_wrong_password_is_told_where_everything_else_is_in_order_and_tried_once()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(configure: options => options.MaxRetries = 3)).WithGuest();
        calendar.Server.Change(_ => calendar.GuestAccount.Attributes["zimbraPasswordLockoutEnabled"] = "TRUE");

        FeedDiagnosis diagnosis = await Ask(calendar.AsAdmin, "wr0ng");

        Cause(diagnosis, FeedFindingCode.WrongPassword);
        Assert.True(diagnosis.PasswordTried);
        Assert.Single(calendar.GuestAccount.FailedLogins);
        Assert.Equal(1, BasicRequests(calendar));
        Assert.DoesNotContain("wr0ng", string.Concat(diagnosis.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_tried_once_even_when_the_answer_is_lost()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(configure: options => (options.MaxRetries, options.RetryDelay) = (3, TimeSpan.Zero))).WithGuest();
        calendar.Server.Misbehave.On("REST").Call(2).ResetAfterEffect();

        FeedDiagnosis diagnosis = await Ask(calendar.AsAdmin, SharedCalendar.GuestPassword);

        Assert.True(diagnosis.PasswordTried);
        Assert.Equal(1, BasicRequests(calendar));
        Assert.Contains(diagnosis.Causes, cause => cause.Code == FeedFindingCode.ServerFailing);
    }

    [Fact]
    public async Task The_right_password_lets_in()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)))).WithGuest();

        foreach (ZimbraClient client in new[] { calendar.Client, calendar.AsOwner, calendar.AsAdmin })
        {
            FeedDiagnosis diagnosis = await Ask(client, SharedCalendar.GuestPassword);

            Assert.Equal(FeedAccess.Open, diagnosis.Access);
            Assert.Contains(diagnosis.Findings, finding => finding.Code == FeedFindingCode.PasswordAccepted);
            Assert.DoesNotContain(diagnosis.Findings, finding => finding.Certainty == FindingCertainty.NotKnowable);
            Assert.Empty(diagnosis.Causes);
        }
    }

    [Fact]
    public async Task The_right_password_that_opens_an_empty_calendar_makes_one_look_at_the_switches()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        FeedDiagnosis diagnosis = await Ask(calendar.Client, SharedCalendar.GuestPassword);

        Assert.Contains(diagnosis.Findings, finding => finding.Code == FeedFindingCode.EmptyCalendar);
    }

    [Fact]
    public async Task A_guest_that_signs_in_but_is_given_nothing_is_told_without_the_owners_credentials()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        Cause(await Ask(calendar.Client, SharedCalendar.GuestPassword), FeedFindingCode.NotGranted);
    }

    [Theory]
    [InlineData("gr4nt", FeedFindingCode.PasswordAccepted), InlineData("wr0ng", FeedFindingCode.WrongPassword)]
    public async Task A_grants_own_password_is_compared_without_trying_it(string password, FeedFindingCode code)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).Grant(new("marie@free.fr", "guest", "r") { Secret = "gr4nt" });

        FeedDiagnosis diagnosis = await calendar.AsOwner.Feeds.DiagnoseAsync(SharedCalendar.Owner, Calendar, "marie@free.fr", password, Token);

        Assert.Contains(diagnosis.Findings, finding => finding.Code == code && finding.Certainty == FindingCertainty.Certain);
        Assert.Equal("marie@free.fr", diagnosis.UserName);
        Assert.False(diagnosis.PasswordTried);
        Assert.Equal(0, BasicRequests(calendar));
    }

    [Fact]
    public async Task Without_credentials_what_needs_them_is_marked_as_not_knowable()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        FeedDiagnosis nobody = await Ask(calendar.Client, "wr0ng");
        FeedDiagnosis owner = await Ask(calendar.AsOwner, "wr0ng");
        FeedDiagnosis admin = await Ask(calendar.AsAdmin);

        Cause(nobody, FeedFindingCode.SignInRefused);
        Cause(owner, FeedFindingCode.SignInRefused);
        Assert.Contains(nobody.Findings, finding => finding is { Code: FeedFindingCode.GrantExpired, Certainty: FindingCertainty.NotKnowable });
        Assert.Contains(nobody.Findings, finding => finding is { Code: FeedFindingCode.GuestAccountClosed, Certainty: FindingCertainty.NotKnowable });
        Assert.DoesNotContain(owner.Findings, finding => finding.Code == FeedFindingCode.GrantExpired);
        FeedFinding locked = owner.Findings.Single(finding => finding.Code == FeedFindingCode.GuestLockedOut);
        Assert.Equal(FindingCertainty.NotKnowable, locked.Certainty);
        Assert.Contains("administrator", locked.Remedy.English, StringComparison.Ordinal);
        Assert.DoesNotContain(admin.Findings, finding => finding.Certainty == FindingCertainty.NotKnowable);
        Assert.Contains(admin.Findings, finding => finding.Code == FeedFindingCode.NothingFound);
        Assert.Equal(FeedAccess.Unknown, admin.Access);
    }

    [Fact]
    public async Task Somebody_elses_credentials_are_not_the_owners()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        await using var guest = new ZimbraClient(calendar.Server.ServerUri, ZimbraCredentials.Password(SharedCalendar.Identifier, SharedCalendar.GuestPassword));

        FeedDiagnosis diagnosis = await Ask(guest);

        Assert.Contains(diagnosis.Findings, finding => finding is { Code: FeedFindingCode.NotGranted, Certainty: FindingCertainty.NotKnowable });
    }

    [Theory]
    [InlineData("locked"), InlineData("closed")]
    public async Task An_owner_whose_account_is_not_active_is_told(string status)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Status = status);

        FeedFinding cause = Cause(await Ask(calendar.AsAdmin), FeedFindingCode.OwnerNotActive);

        Assert.Contains(status, cause.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_that_does_not_exist_is_told_to_an_administrator()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        Cause(await calendar.AsAdmin.Feeds.DiagnoseAsync("ownr@monasso.org", Calendar, SharedCalendar.Mail, cancellationToken: Token), FeedFindingCode.NoSuchOwner);
    }

    [Fact]
    public async Task Everything_is_told_in_French_too_and_acting_on_behalf_works_as_well()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        FeedFinding cause = Cause(await Ask(calendar.AsAdmin.OnBehalfOf(SharedCalendar.Owner)), FeedFindingCode.NotGranted);

        Assert.Equal($"L'agenda {Calendar} n'est pas partagé avec {SharedCalendar.Mail}.", cause.Sentence.French);
        Assert.Equal(cause.Sentence.English, cause.Sentence.ToString());
    }

    [Fact]
    public async Task A_diagnosis_changes_nothing()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        await Ask(calendar.AsAdmin, SharedCalendar.GuestPassword);

        Assert.Subset(
            new HashSet<string>
            {
                "AuthRequest", "DelegateAuthRequest", "BatchRequest", "GetInfoRequest", "GetFolderRequest", "GetAccountRequest", "GetDomainRequest", "REST", "REST GET",
            },
            calendar.Server.Journal.Entries.SelectMany(entry => entry.Operations).ToHashSet());
        Assert.Empty(calendar.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData("owner", Calendar, "a@b.fr"), InlineData("owner@x.org", "/a:b", "a@b.fr"), InlineData("owner@x.org", Calendar, " ")]
    public async Task What_cannot_be_asked_is_refused(string owner, string calendar, string guest)
    {
        await using var client = new ZimbraClient(new Uri("https://mail1.example.net"), ZimbraCredentials.Anonymous);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Feeds.DiagnoseAsync(owner, calendar, guest, cancellationToken: Token));
    }
}
