using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Feeds.Diagnoses;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>What a diagnosis finds in how the guest signs in, and in the account that the guest signs in with.</summary>
public sealed class DiagnosedAccountTests
{
    private const string Calendar = "/my-events";
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bare_address_without_grant_password_is_reported_and_the_identifier_named()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest(secret: "");

        FeedDiagnosis diagnosis = await Ask(calendar.AsOwner);

        FeedFinding bare = diagnosis.Findings.Single(finding => finding.Code == FeedFindingCode.BareAddress);
        Assert.Contains(SharedCalendar.Identifier, bare.Remedy.English, StringComparison.Ordinal);
        Assert.Equal(SharedCalendar.Identifier, diagnosis.UserName);
    }

    [Theory]
    [InlineData("adresse@orange.fr@monasso.org")]
    [InlineData("adresse_orange.fr@monasso.org")]
    [InlineData("adresse orange fr")]
    public async Task A_user_name_that_is_not_written_as_an_identifier_is_reported(string typed)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        FeedFinding cause = Cause(
            await calendar.AsOwner.Feeds.DiagnoseAsync(
                SharedCalendar.Owner,
                Calendar,
                typed,
                new() { Password = new Secret(SharedCalendar.GuestPassword) },
                Token
            ),
            FeedFindingCode.WrongIdentifierForm
        );

        Assert.Contains(SharedCalendar.Identifier, cause.Remedy.English, StringComparison.Ordinal);
        Assert.Equal(0, BasicRequests(calendar));
    }

    [Theory]
    [InlineData("adresse.orange.fr"), InlineData("Adresse.Orange.FR")]
    public async Task A_name_without_domain_that_the_virtual_host_completes_is_right(string typed)
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)))
        ).WithGuest();
        calendar.Server.Change(directory => directory.FindDomain("monasso.org")!.Attributes["zimbraVirtualHostname"] = "127.0.0.1");

        foreach (ZimbraClient client in new[] { calendar.Client, calendar.AsOwner, calendar.AsAdmin })
        {
            FeedDiagnosis diagnosis = await client.Feeds.DiagnoseAsync(
                SharedCalendar.Owner,
                Calendar,
                typed,
                new() { Password = new Secret(SharedCalendar.GuestPassword) },
                Token
            );

            Assert.Empty(diagnosis.Causes);
            Assert.Equal((FeedAccess.Open, SharedCalendar.Identifier), (diagnosis.Access, diagnosis.UserName));
        }
    }

    [Fact]
    public async Task A_name_without_domain_is_certainly_wrong_only_where_an_administrator_sees_what_it_is_completed_to()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        FeedDiagnosis owner = await AskAs(calendar.AsOwner);
        FeedFinding certain = Cause(await AskAs(calendar.AsAdmin), FeedFindingCode.NameWithoutDomain);

        Assert.Equal(
            FindingCertainty.Possible,
            owner.Findings.Single(finding => finding.Code == FeedFindingCode.NameWithoutDomain).Certainty
        );
        Assert.Contains(SharedCalendar.Identifier, certain.Remedy.English, StringComparison.Ordinal);

        Task<FeedDiagnosis> AskAs(ZimbraClient client) =>
            client.Feeds.DiagnoseAsync(SharedCalendar.Owner, Calendar, "adresse.orange.fr", cancellationToken: Token);
    }

    [Theory]
    [InlineData("paul"), InlineData("paul@monasso.org")]
    public async Task A_colleague_who_types_the_own_account_is_not_called_a_guest_whose_name_is_taken(string typed)
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        var paul = new Account("paul@monasso.org", Guid.NewGuid().ToString()) { Password = "pau1-pass" };
        calendar.Server.Change(directory =>
        {
            directory.Accounts.Add(paul);
            directory.FindDomain("monasso.org")!.Attributes["zimbraVirtualHostname"] = "127.0.0.1";
        });
        calendar.Grant(new AccessGrant(paul.Id, "usr", "r"));

        foreach (ZimbraClient client in new[] { calendar.AsOwner, calendar.AsAdmin })
        {
            FeedDiagnosis diagnosis = await client.Feeds.DiagnoseAsync(
                SharedCalendar.Owner,
                Calendar,
                typed,
                new() { Password = new Secret("pau1-pass") },
                Token
            );

            Assert.Empty(diagnosis.Causes);
            Assert.Equal((FeedAccess.Open, "paul@monasso.org"), (diagnosis.Access, diagnosis.UserName));
        }
    }

    [Fact]
    public async Task An_account_with_an_underscore_in_its_name_is_not_taken_for_a_misspelled_guest()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        var list = new DistributionList("amis@monasso.org", Guid.NewGuid().ToString());
        calendar.Server.Change(directory =>
        {
            directory.Accounts.Add(new Account("adresse_orange.fr@monasso.org", Guid.NewGuid().ToString()) { Password = "x" });
            directory.Groups.Add(list);
        });
        calendar.Grant(new AccessGrant(list.Id, "grp", "r"));

        foreach (ZimbraClient client in new[] { calendar.AsOwner, calendar.AsAdmin })
        {
            FeedDiagnosis diagnosis = await client.Feeds.DiagnoseAsync(
                SharedCalendar.Owner,
                Calendar,
                "adresse_orange.fr@monasso.org",
                cancellationToken: Token
            );

            Assert.DoesNotContain(diagnosis.Causes, cause => cause.Code == FeedFindingCode.WrongIdentifierForm);
        }
    }

    [Fact]
    public async Task A_user_name_that_is_not_written_as_an_identifier_is_reported_without_any_credentials_too()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        FeedFinding cause = Cause(
            await calendar.Client.Feeds.DiagnoseAsync(
                SharedCalendar.Owner,
                Calendar,
                "adresse@orange.fr@monasso.org",
                cancellationToken: Token
            ),
            FeedFindingCode.WrongIdentifierForm
        );

        Assert.Contains(SharedCalendar.Identifier, cause.Remedy.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_alias_instead_of_the_primary_domain_is_reported()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory => directory.FindDomain("monasso.org")!.Aliases.Add("monasso.net"));

        FeedDiagnosis diagnosis = await calendar.AsAdmin.Feeds.DiagnoseAsync(
            SharedCalendar.Owner,
            Calendar,
            "adresse.orange.fr@monasso.net",
            cancellationToken: Token
        );

        FeedFinding finding = diagnosis.Findings.Single(finding => finding.Code == FeedFindingCode.OtherDomain);
        Assert.Contains("alias", finding.Sentence.French, StringComparison.Ordinal);
        Assert.Contains(SharedCalendar.Identifier, finding.Remedy.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_internal_account_in_the_way_is_reported()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).Grant(new("paul@monasso.org", "guest", "r"));
        calendar.Server.Change(directory =>
            directory.Accounts.Add(new Account("paul@monasso.org", Guid.NewGuid().ToString()) { Password = "x" })
        );

        FeedDiagnosis diagnosis = await calendar.AsAdmin.Feeds.DiagnoseAsync(
            SharedCalendar.Owner,
            Calendar,
            "paul.monasso.org@monasso.org",
            cancellationToken: Token
        );

        Cause(diagnosis, FeedFindingCode.InternalAccount);
        Assert.Equal("paul@monasso.org", diagnosis.UserName);
    }

    [Fact]
    public async Task An_ordinary_account_of_the_identifiers_name_is_reported()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(_ => calendar.GuestAccount.Attributes["zimbraIsExternalVirtualAccount"] = "FALSE");

        Cause(await Ask(calendar.AsAdmin), FeedFindingCode.IdentifierTaken);
    }

    [Fact]
    public async Task An_account_of_another_guest_with_the_same_identifier_is_reported()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).Grant(new("adresse.orange@fr.example", "guest", "r"));
        calendar.Server.Change(directory =>
            directory.Accounts.Add(VirtualAccount("adresse.orange.fr.example@monasso.org", "adresse@orange.fr.example"))
        );

        Cause(
            await calendar.AsAdmin.Feeds.DiagnoseAsync(
                SharedCalendar.Owner,
                Calendar,
                "adresse.orange@fr.example",
                cancellationToken: Token
            ),
            FeedFindingCode.IdentifierCollision
        );
    }

    [Fact]
    public async Task A_guest_that_never_signed_up_is_reported()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).Grant(new("marie@free.fr", "guest", "r"));

        Cause(
            await calendar.AsAdmin.Feeds.DiagnoseAsync(SharedCalendar.Owner, Calendar, "marie@free.fr", cancellationToken: Token),
            FeedFindingCode.NoGuestAccount
        );
    }

    [Theory]
    [InlineData("closed", FeedFindingCode.GuestAccountClosed)]
    [InlineData("locked", FeedFindingCode.GuestAccountLocked)]
    [InlineData("lockout", FeedFindingCode.GuestLockedOut)]
    [InlineData("pending", FeedFindingCode.GuestAccountNotActive)]
    [InlineData("maintenance", FeedFindingCode.GuestAccountNotActive)]
    public async Task A_guests_account_that_is_not_active_is_reported_and_the_password_spared(string status, FeedFindingCode code)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(_ =>
        {
            calendar.GuestAccount.Status = status;
            calendar.GuestAccount.Attributes["zimbraPasswordLockoutEnabled"] = "TRUE";
        });

        FeedDiagnosis diagnosis = await Ask(calendar.AsAdmin, SharedCalendar.GuestPassword);

        Cause(diagnosis, code);
        Assert.False(diagnosis.PasswordTried);
        Assert.Equal(0, BasicRequests(calendar));
    }

    [Fact]
    public async Task A_guests_account_without_password_is_reported()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(_ => calendar.GuestAccount.Password = null);

        Cause(await Ask(calendar.AsAdmin, "anything"), FeedFindingCode.GuestWithoutPassword);
        Assert.Equal(0, BasicRequests(calendar));
    }

    [Fact]
    public async Task A_guest_that_must_change_the_password_is_reported()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(_ => calendar.GuestAccount.Attributes["zimbraPasswordMustChange"] = "TRUE");

        Cause(await Ask(calendar.AsAdmin), FeedFindingCode.GuestMustChangePassword);
    }
}
