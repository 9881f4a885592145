using System.Globalization;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Tests.Feeds;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Feeds.Diagnoses;

namespace Zourit.Zimbra.Sharing.Tests.CalDav;

/// <summary>Why a guest's program finds or reads nothing by CalDAV.</summary>
public sealed class DiagnosisTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_finds_no_calendar_lacks_a_mountpoint_seen_by_an_administrator_and_by_the_guest()
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();

        FeedDiagnosis byAdmin = await AskAsync(calendar.AsAdmin);
        FeedDiagnosis byGuest = await AskAsync(calendar.Client, SharedCalendar.GuestPassword);

        Assert.Contains("Guests.RepairAsync", Cause(byAdmin, FeedFindingCode.NoMountpoint).Remedy.English, StringComparison.Ordinal);
        Assert.Contains($"{byGuest.CalDavAddress}", Cause(byGuest, FeedFindingCode.NoMountpoint).Remedy.French, StringComparison.Ordinal);
        Assert.Equal(FeedAccess.Closed, byAdmin.Access);
        Assert.True(byGuest.PasswordTried);
    }

    [Fact]
    public async Task An_owner_whose_name_broke_the_sign_up_is_named_with_the_missing_mountpoint()
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        calendar.Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Attributes["displayName"] = "Asso \"Lac\"");

        FeedDiagnosis diagnosis = await AskAsync(calendar.AsAdmin);

        Cause(diagnosis, FeedFindingCode.NoMountpoint);
        FeedFinding why = Assert.Single(diagnosis.Findings, finding => finding.Code == FeedFindingCode.OwnerNameBreaksSignUp);
        Assert.Contains("'\"'", why.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_feature_that_is_off_is_found_by_both()
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        await MountAsync(calendar);
        calendar.Server.Change(_ => calendar.GuestAccount.Attributes["zimbraFeatureCalendarEnabled"] = "FALSE");

        Cause(await AskAsync(calendar.AsAdmin), FeedFindingCode.CalendarFeatureOff);
        Cause(await AskAsync(calendar.Client, SharedCalendar.GuestPassword), FeedFindingCode.CalendarFeatureOff);
    }

    [Fact]
    public async Task A_calendar_that_programs_go_on_showing_after_the_share_ended_is_a_ghost()
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        await MountAsync(calendar);
        await calendar.AsOwner.Calendars.RevokeGuestAsync("/my-events", SharedCalendar.Mail, new() { Notify = false }, Token);

        FeedDiagnosis byAdmin = await AskAsync(calendar.AsAdmin);
        FeedDiagnosis byGuest = await AskAsync(calendar.Client, SharedCalendar.GuestPassword);

        Cause(byAdmin, FeedFindingCode.NotGranted);
        Cause(byGuest, FeedFindingCode.NothingGiven);
        Assert.All(new[] { byAdmin, byGuest }, diagnosis =>
            Assert.Contains(diagnosis.Findings, finding => finding.Code == FeedFindingCode.GhostCalendar)
        );
    }

    [Fact]
    public async Task A_calendar_that_the_owner_renamed_is_found_under_its_new_name()
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        await MountAsync(calendar);
        await calendar.AsOwner.SendAsync(FolderActionRequest.Rename(FolderId(calendar), "my-events-2027"), Token);

        FeedFinding cause = Cause(await AskAsync(calendar.AsAdmin), FeedFindingCode.NoSuchCalendar);

        Assert.Contains("my-events-2027", cause.Sentence.English, StringComparison.Ordinal);
        Cause(await AskAsync(calendar.Client, SharedCalendar.GuestPassword), FeedFindingCode.NothingGiven);
    }

    [Fact]
    public async Task The_switch_that_empties_the_ICS_address_keeps_nobody_out_of_CalDAV()
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        await MountAsync(calendar);
        calendar.Server.Change(directory =>
            directory.FindAccount(SharedCalendar.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE"
        );

        FeedDiagnosis diagnosis = await AskAsync(calendar.AsOwner, SharedCalendar.GuestPassword);

        Assert.Equal(FeedAccess.Open, diagnosis.Access);
        Assert.Contains(diagnosis.Findings, finding => finding.Code == FeedFindingCode.OpenThoughSwitchedOff);
        Assert.DoesNotContain(diagnosis.Findings, finding => finding.Code == FeedFindingCode.ExternalSharingOff);
    }

    [Fact]
    public async Task A_mail_address_in_place_of_the_identifier_and_a_grant_password_are_not_for_CalDAV()
    {
        await using SharedCalendar open = (await StartAsync()).WithGuest();
        await MountAsync(open);
        await using SharedCalendar closed = (await StartAsync()).WithGuest(secret: "f0r-this-0ne");

        FeedDiagnosis typed = await AskAsync(open.AsOwner);

        Assert.Contains(typed.Findings, finding => finding.Code == FeedFindingCode.BareAddress);
        Assert.Equal(SharedCalendar.Identifier, typed.UserName);
        Cause(await AskAsync(closed.AsOwner, "f0r-this-0ne"), FeedFindingCode.GrantPasswordNotForCalDav);
        Assert.Equal(0, BasicRequests(closed));
    }

    [Fact]
    public async Task A_name_that_CalDAV_cannot_carry_is_the_cause()
    {
        await using SharedCalendar calendar = (await StartAsync("/Quoi ?")).WithGuest();

        FeedDiagnosis diagnosis = await AskAsync(calendar.AsOwner, path: "/Quoi ?");

        Assert.Contains("'?'", Cause(diagnosis, FeedFindingCode.NotForCalDav).Sentence.English, StringComparison.Ordinal);
        Assert.Null(diagnosis.CalDavAddress);
    }

    [Fact]
    public async Task A_wrong_password_is_sent_once()
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        await MountAsync(calendar);

        FeedDiagnosis diagnosis = await AskAsync(calendar.AsAdmin, "wr0ng-pass");

        Cause(diagnosis, FeedFindingCode.SignInRefused);
        Assert.Equal(1, BasicRequests(calendar));
    }

    [Fact]
    public async Task A_guest_who_gets_in_is_told_the_servers_root()
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        await MountAsync(calendar);

        FeedDiagnosis diagnosis = await AskAsync(calendar.AsAdmin, SharedCalendar.GuestPassword);

        Assert.Equal(FeedAccess.Open, diagnosis.Access);
        FeedFinding accepted = Assert.Single(diagnosis.Findings, finding => finding.Code == FeedFindingCode.PasswordAccepted);
        Assert.Contains(calendar.Server.ServerUri.GetLeftPart(UriPartial.Authority), accepted.Remedy.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "/.well-known/caldav")]
    [InlineData(3, "/dav/")]
    public async Task A_proxy_that_does_not_let_programs_through_is_the_cause_and_sees_no_password(int request, string path)
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        await MountAsync(calendar);
        calendar.Server.Misbehave.On(MisbehaviourRules.Rest).Call(request).HtmlPage(404);

        FeedDiagnosis diagnosis = await AskAsync(calendar.Client, SharedCalendar.GuestPassword);

        FeedFinding cause = Cause(diagnosis, FeedFindingCode.NoCalDavDoor);
        Assert.Contains(path, cause.Sentence.English, StringComparison.Ordinal);
        Assert.Contains("HTTP 404", cause.Sentence.French, StringComparison.Ordinal);
        Assert.Equal(FeedAccess.Closed, diagnosis.Access);
        Assert.Equal(0, BasicRequests(calendar));
    }

    [Theory]
    [InlineData(2, 503), InlineData(2, 429)]
    [InlineData(3, 503), InlineData(3, 429)]
    [InlineData(4, 503), InlineData(4, 429)]
    [InlineData(5, 503), InlineData(5, 429)]
    public async Task A_server_that_turns_a_request_away_for_now_is_not_one_without_CalDAV_or_without_a_mountpoint(int request, int status)
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        await MountAsync(calendar);
        MisbehaviourTrigger trigger = calendar.Server.Misbehave.On(MisbehaviourRules.Rest).Call(request);
        _ = status == 503 ? trigger.ServiceUnavailable() : trigger.TooManyRequests();

        FeedDiagnosis diagnosis = await AskAsync(calendar.Client, SharedCalendar.GuestPassword);

        Assert.Equal(FeedFindingCode.RequestsRejected, Assert.Single(diagnosis.Causes).Code);
        Assert.Equal(request > 3, diagnosis.PasswordTried);
    }

    [Theory]
    [InlineData(4), InlineData(5)]
    public async Task A_password_whose_answer_was_lost_was_tried(int request)
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        await MountAsync(calendar);
        calendar.Server.Misbehave.On(MisbehaviourRules.Rest).Call(request).ResetAfterEffect();

        FeedDiagnosis diagnosis = await AskAsync(calendar.Client, SharedCalendar.GuestPassword);

        Cause(diagnosis, FeedFindingCode.ServerFailing);
        Assert.True(diagnosis.PasswordTried);
        Assert.Equal(request - 3, BasicRequests(calendar));
    }

    [Fact]
    public async Task A_list_that_the_server_fails_to_give_is_no_list_without_the_calendar()
    {
        await using SharedCalendar calendar = (await StartAsync()).WithGuest();
        await MountAsync(calendar);
        calendar.Server.Misbehave.On(MisbehaviourRules.Rest).Call(4).HtmlPage(500);

        FeedDiagnosis diagnosis = await AskAsync(calendar.Client, SharedCalendar.GuestPassword);

        Assert.Equal(FeedFindingCode.ServerFailing, Assert.Single(diagnosis.Causes).Code);
    }

    [Fact]
    public async Task An_answer_that_is_not_compressed_as_it_says_is_a_finding_and_not_an_exception()
    {
        await using var server = new ScriptedServer(Replies.Http(207, "not compressed", "text/xml", "Content-Encoding: gzip\r\n"));
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, new ZimbraClientOptions { MaxRetries = 0 });

        Cause(await AskAsync(client), FeedFindingCode.NotZimbra);
    }

    private static async Task<SharedCalendar> StartAsync(string path = "/my-events")
    {
        SharedCalendar calendar = await SharedCalendar.StartAsync(path: path);
        calendar.Server.Change(_ => calendar.GuestAccount.Attributes["zimbraFeatureCalendarEnabled"] = "TRUE");
        return calendar;
    }

    private static Task<FeedDiagnosis> AskAsync(ZimbraClient client, string? password = null, string path = "/my-events") =>
        client.Feeds.DiagnoseCalDavAsync(
            SharedCalendar.Owner,
            path,
            SharedCalendar.Mail,
            new() { Password = Secret.FromNullable(password) },
            Token
        );

    private static string FolderId(SharedCalendar calendar) =>
        calendar
            .Server.Directory.FindAccount(SharedCalendar.Owner)!
            .Mailbox!.Find(calendar.Path.Value)!
            .Id.ToString(CultureInfo.InvariantCulture);

    private static async Task MountAsync(SharedCalendar calendar)
    {
        await using var guest = new ZimbraClient(
            calendar.Server.ServerUri,
            ZimbraCredentials.Password(SharedCalendar.Identifier, new Secret(SharedCalendar.GuestPassword))
        );
        await guest.SendAsync(
            new CreateMountpointRequest
            {
                Name = "Mon asso’s my-events",
                OwnerId = calendar.Server.Directory.FindAccount(SharedCalendar.Owner)!.Id,
                RemoteId = FolderId(calendar),
                View = "appointment",
            },
            Token
        );
    }
}
