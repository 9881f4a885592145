using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Feeds.Diagnoses;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>The server answers 401 to everything; what it is all the same is found out.</summary>
public sealed class DiagnosisTests
{
    private const string Calendar = "/my-events";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_credentials_what_needs_them_is_marked_as_not_knowable()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        FeedDiagnosis nobody = await Ask(calendar.Client, "wr0ng");
        FeedDiagnosis owner = await Ask(calendar.AsOwner, "wr0ng");
        FeedDiagnosis admin = await Ask(calendar.AsAdmin);

        Cause(nobody, FeedFindingCode.SignInRefused);
        Cause(owner, FeedFindingCode.SignInRefused);
        Assert.Contains(nobody.Findings, finding =>
            finding is { Code: FeedFindingCode.GrantExpired, Certainty: FindingCertainty.NotKnowable }
        );
        Assert.Contains(nobody.Findings, finding =>
            finding is { Code: FeedFindingCode.GuestAccountClosed, Certainty: FindingCertainty.NotKnowable }
        );
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
        await using var guest = new ZimbraClient(
            calendar.Server.ServerUri,
            ZimbraCredentials.Password(SharedCalendar.Identifier, new Secret(SharedCalendar.GuestPassword))
        );

        FeedDiagnosis diagnosis = await Ask(guest);

        Assert.Contains(diagnosis.Findings, finding =>
            finding is { Code: FeedFindingCode.NotGranted, Certainty: FindingCertainty.NotKnowable }
        );
    }

    [Theory]
    [InlineData("locked"), InlineData("closed")]
    public async Task An_owner_whose_account_is_not_active_is_reported(string status)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Status = status);

        FeedFinding cause = Cause(await Ask(calendar.AsAdmin), FeedFindingCode.OwnerNotActive);

        Assert.Contains(status, cause.Sentence.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ownr@monasso.org"), InlineData("owner@monasso.example")]
    public async Task Of_an_owner_that_does_not_exist_nothing_is_said_that_depends_on_the_owner(string owner)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        FeedDiagnosis diagnosis = await calendar.AsAdmin.Feeds.DiagnoseAsync(
            owner,
            Calendar,
            "adresse.orange.fr@monasso.net",
            new() { Password = new Secret(SharedCalendar.GuestPassword) },
            Token
        );

        Assert.Equal(FeedFindingCode.NoSuchOwner, Assert.Single(diagnosis.Findings).Code);
        Assert.Equal((FeedAccess.Closed, null, false), (diagnosis.Access, diagnosis.UserName, diagnosis.PasswordTried));
    }

    [Fact]
    public async Task Of_an_owner_who_was_renamed_nothing_is_said_that_depends_on_the_old_name()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Name = "president@monasso.org");

        Assert.Equal(FeedFindingCode.NoSuchOwner, Assert.Single((await Ask(calendar.AsAdmin)).Findings).Code);
    }

    [Theory]
    [InlineData("maintenance"), InlineData("locked"), InlineData("closed"), InlineData("pending")]
    public async Task An_administrator_is_not_sent_to_an_administrator(string status)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory =>
        {
            directory.FindAccount(SharedCalendar.Owner)!.Status = status;
            calendar.GuestAccount.Status = "locked";
            directory.FindAccount(SharedCalendar.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE";
        });

        FeedDiagnosis diagnosis = await Ask(calendar.AsAdmin, "wr0ng");

        Assert.NotEmpty(diagnosis.Findings);
        Assert.All(diagnosis.Findings, finding =>
        {
            Assert.DoesNotContain("administrator", finding.Remedy.English, StringComparison.Ordinal);
            Assert.DoesNotContain("administrateur", finding.Remedy.French, StringComparison.Ordinal);
            Assert.NotEqual(FindingCertainty.NotKnowable, finding.Certainty);
        });
    }

    [Fact]
    public async Task Maintenance_of_the_owner_is_not_taken_for_a_changed_password()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Status = "maintenance");

        FeedDiagnosis diagnosis = await Ask(calendar.AsAdmin, SharedCalendar.GuestPassword);

        Assert.Contains("maintenance", Cause(diagnosis, FeedFindingCode.OwnerNotActive).Sentence.English, StringComparison.Ordinal);
        Assert.False(diagnosis.PasswordTried);
    }

    [Fact]
    public async Task Everything_is_reported_in_French_too_and_acting_on_behalf_works_as_well()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        FeedFinding cause = Cause(await Ask(calendar.AsAdmin.Mailbox(SharedCalendar.Owner).Feeds), FeedFindingCode.NotGranted);

        Assert.Equal($"L’agenda {Calendar} n’est pas partagé avec {SharedCalendar.Mail}.", cause.Sentence.French);
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
                "AuthRequest",
                "DelegateAuthRequest",
                "BatchRequest",
                "GetInfoRequest",
                "GetFolderRequest",
                "GetAccountRequest",
                "GetDomainRequest",
                "REST",
                "REST GET",
            },
            calendar.Server.Journal.Entries.SelectMany(entry => entry.Operations).ToHashSet()
        );
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
