using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Feeds.Diagnoses;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>What a diagnosis finds by signing in with the guest's password, which it does once.</summary>
public sealed class DiagnosedPasswordTests
{
    private const string Calendar = "/my-events";
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_public_calendar_does_not_hide_a_wrong_password()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1))))
            .WithGuest()
            .Public();

        FeedDiagnosis wrong = await Ask(calendar.AsAdmin, "wr0ng");
        FeedDiagnosis right = await Ask(calendar.AsAdmin, SharedCalendar.GuestPassword);

        Assert.Contains(wrong.Findings, finding => finding.Code == FeedFindingCode.PublicCalendar);
        Cause(wrong, FeedFindingCode.WrongPassword);
        Assert.Contains(right.Findings, finding => finding.Code == FeedFindingCode.PasswordAccepted);
        Assert.Equal((FeedAccess.Open, FeedAccess.Open), (wrong.Access, right.Access));
        Assert.Equal((true, true), (wrong.PasswordTried, right.PasswordTried));
    }

    [Theory]
    [InlineData(ZimbraFaultCodes.Failure, FeedFindingCode.ServerFailing)]
    [InlineData(ZimbraFaultCodes.MaintenanceMode, FeedFindingCode.ServerFailing)]
    [InlineData(ZimbraFaultCodes.ChangePassword, FeedFindingCode.GuestMustChangePassword)]
    public async Task A_sign_in_that_fails_for_another_reason_is_not_taken_for_a_wrong_password(string code, FeedFindingCode found)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1))))
            .WithGuest()
            .Public();
        calendar.Server.Misbehave.On("AuthRequest").Call(2).Fault(code);

        FeedDiagnosis diagnosis = await Ask(calendar.AsAdmin, SharedCalendar.GuestPassword);

        Assert.Equal(found, Assert.Single(diagnosis.Causes).Code);
        Assert.True(diagnosis.PasswordTried);
    }

    [Fact]
    public async Task A_password_for_another_server_is_not_shown_to_the_clients_own()
    {
        await using SharedCalendar mine = await SharedCalendar.StartAsync();
        await using SharedCalendar other = (await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1))))
            .WithGuest()
            .Public();

        FeedDiagnosis diagnosis = await mine.Client.Feeds.DiagnoseAddressAsync(
            other.Address,
            SharedCalendar.Identifier,
            new() { Password = new Secret(SharedCalendar.GuestPassword) },
            Token
        );

        Assert.False(diagnosis.PasswordTried);
        Assert.DoesNotContain(diagnosis.Findings, finding =>
            finding.Code is FeedFindingCode.WrongPassword or FeedFindingCode.PasswordAccepted
        );
        Assert.DoesNotContain(mine.Server.Journal.Entries, entry => entry.Operations.Contains("AuthRequest"));
    }

    [Fact]
    public async Task A_wrong_password_is_reported_where_everything_else_is_in_order_and_tried_once()
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
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(configure: options => (options.MaxRetries, options.RetryDelay) = (3, TimeSpan.Zero))
        ).WithGuest();
        calendar.Server.Misbehave.On("REST").Call(2).ResetAfterEffect();

        FeedDiagnosis diagnosis = await Ask(calendar.AsAdmin, SharedCalendar.GuestPassword);

        Assert.True(diagnosis.PasswordTried);
        Assert.Equal(1, BasicRequests(calendar));
        Assert.Contains(diagnosis.Causes, cause => cause.Code == FeedFindingCode.ServerFailing);
    }

    [Fact]
    public async Task The_right_password_lets_in()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)))
        ).WithGuest();

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

    [Theory]
    [InlineData("not shared")]
    [InlineData("expired")]
    [InlineData("without the right to read")]
    [InlineData("owner closed")]
    [InlineData("no such calendar")]
    public async Task A_404_after_the_right_password_is_not_taken_for_a_calendar_that_is_not_shared(string reason)
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        _ = reason switch
        {
            "expired" => calendar.Grant(new(SharedCalendar.Mail, "guest", "r") { Expiry = 1_000_000_000_000 }),
            "without the right to read" => calendar.WithGuest("w"),
            _ => calendar.Grant(new("autre@free.fr", "guest", "r")),
        };
        if (reason == "owner closed")
        {
            calendar.WithGuest().Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Status = "closed");
        }

        FeedDiagnosis diagnosis = await calendar.Client.Feeds.DiagnoseAsync(
            SharedCalendar.Owner,
            reason == "no such calendar" ? "/other" : Calendar,
            SharedCalendar.Identifier,
            new() { Password = new Secret(SharedCalendar.GuestPassword) },
            Token
        );

        Assert.Equal(FeedFindingCode.NothingGiven, Assert.Single(diagnosis.Causes).Code);
        Assert.Equal(FeedAccess.Closed, diagnosis.Access);
        FeedFindingCode[] open =
        [
            FeedFindingCode.NotGranted,
            FeedFindingCode.GrantExpired,
            FeedFindingCode.GrantWithoutRead,
            FeedFindingCode.OwnerNotActive,
            FeedFindingCode.NoSuchCalendar,
        ];
        Assert.All(open, code =>
            Assert.Equal(FindingCertainty.NotKnowable, diagnosis.Findings.Single(each => each.Code == code).Certainty)
        );
    }

    [Fact]
    public async Task A_public_empty_calendar_is_open_whatever_password_is_typed()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest().Public();

        foreach (ZimbraClient client in new[] { calendar.Client, calendar.AsOwner, calendar.AsAdmin })
        {
            FeedDiagnosis diagnosis = await Ask(client, "wr0ng");

            Assert.Equal(FeedAccess.Open, diagnosis.Access);
            Assert.Contains(diagnosis.Findings, finding => finding.Code == FeedFindingCode.EmptyCalendar);
            Assert.Contains(diagnosis.Findings, finding => finding.Code is FeedFindingCode.WrongPassword or FeedFindingCode.SignInRefused);
        }
    }

    [Theory]
    [InlineData("gr4nt", FeedFindingCode.PasswordAccepted), InlineData("wr0ng", FeedFindingCode.WrongPassword)]
    public async Task A_grants_own_password_is_compared_without_trying_it(string password, FeedFindingCode code)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).Grant(
            new("marie@free.fr", "guest", "r") { Secret = "gr4nt" }
        );

        FeedDiagnosis diagnosis = await calendar.AsOwner.Feeds.DiagnoseAsync(
            SharedCalendar.Owner,
            Calendar,
            "marie@free.fr",
            new() { Password = new Secret(password) },
            Token
        );

        Assert.Contains(diagnosis.Findings, finding => finding.Code == code && finding.Certainty == FindingCertainty.Certain);
        Assert.Equal("marie@free.fr", diagnosis.UserName);
        Assert.False(diagnosis.PasswordTried);
        Assert.Equal(0, BasicRequests(calendar));
    }
}
