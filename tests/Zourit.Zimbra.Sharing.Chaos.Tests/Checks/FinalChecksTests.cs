using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Chaos.Checks;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Checks;

/// <summary>What is changed behind everybody's back is noticed, by the count that it belongs to.</summary>
public sealed class FinalChecksTests
{
    private static readonly Scenario Scenario = Enumerable
        .Range(1, 100)
        .Select(ScenarioPlanner.Plan)
        .First(scenario =>
            scenario.InTurns
            && scenario.Callers.SelectMany(caller => caller.Steps).Any(step => step is CreateGuestStep)
            && scenario.Cells.Any(cell => Wishes.OwesMail(scenario, cell))
        );

    private static Cell Open => Scenario.Open.Cell;

    [Fact]
    public async Task Nothing_is_found_where_nothing_was_done() => Assert.Empty(await AfterTroubleAsync(_ => { }));

    [Fact]
    public async Task A_grant_that_is_gone_is_lost() =>
        Assert.Equal([Counter.LostGrants], await AfterTroubleAsync(directory => Grants(directory).RemoveAll(grant => grant.Type == "pub")));

    [Fact]
    public async Task An_access_key_that_is_gone_is_lost() =>
        Assert.Equal([Counter.LostGrants], await AfterTroubleAsync(directory => Grants(directory).RemoveAll(grant => grant.Type == "key")));

    [Fact]
    public async Task A_grant_that_has_other_rights_is_a_wrong_outcome() =>
        Assert.Equal(
            [Counter.WrongOutcomes],
            await AfterTroubleAsync(directory => Grants(directory).Find(grant => grant.Type == "pub")!.Rights = "rw")
        );

    [Fact]
    public async Task A_grant_that_nobody_wanted_is_a_stray() =>
        Assert.Equal(
            [Counter.StrayGrants],
            await AfterTroubleAsync(directory => Grants(directory).Add(new AccessGrant("stranger@elsewhere.example", "guest", "r")))
        );

    [Fact]
    public async Task An_account_that_appears_twice_is_a_duplicate() =>
        Assert.Equal(
            [Counter.DuplicateAccounts],
            (await AfterTroubleAsync(directory => directory.Accounts.Add(new Account(Scenario.Owners[0].Name, "another")))).Distinct()
        );

    [Fact]
    public async Task Wishes_that_were_not_fulfilled_accounts_and_mails_that_are_missing_are_reported_after_the_quiet_run()
    {
        await using World world = await World.StartAsync(Scenario, TestContext.Current.CancellationToken);
        var findings = new Findings();

        // Nobody has done anything: all grants that were wanted are missing, and the guests have no accounts.
        new FinalChecks(world, new Ledger(Scenario), findings).AfterRerun(world.Read(Scenario.Cells));

        Assert.Contains(findings.All, finding =>
            finding.Counter == Counter.UnresolvedAfterRerun && finding.Text.Contains("in the end", StringComparison.Ordinal)
        );
        Assert.Contains(findings.All, finding =>
            finding.Counter == Counter.UnresolvedAfterRerun && finding.Text.Contains("account", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_share_that_nobody_was_notified_of_in_the_end_misses_its_mail()
    {
        await using World world = await World.StartAsync(Scenario, TestContext.Current.CancellationToken);
        Cell cell = Scenario.Cells.First(cell => Wishes.OwesMail(Scenario, cell) && cell.Kind == GranteeKind.Guest);
        world.Server.Change(directory =>
        {
            MailFolder folder = directory.FindAccount(cell.Owner)!.Mailbox!.Find(cell.Calendar)!;
            folder.SetFlag('i', true);
            folder.Acl!.Grants.Add(new AccessGrant(cell.Grantee, "guest", "r"));
        });
        var findings = new Findings();

        new FinalChecks(world, new Ledger(Scenario), findings).AfterRerun(world.Read(Scenario.Cells));

        Assert.Contains(findings.All, finding =>
            finding.Counter == Counter.MissingMails && finding.Text.Contains(cell.ToString(), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(true, "by calls about it")]
    [InlineData(false, "Nobody asked for the mail")]
    public async Task A_mail_that_no_call_asked_for_is_a_duplicate(bool isKnown, string text)
    {
        await using World world = await World.StartAsync(Scenario, TestContext.Current.CancellationToken);
        Cell cell = Scenario.Cells.First(cell =>
            cell.Kind == GranteeKind.Guest && !Scenario.Standing.ContainsKey(cell) && !Scenario.Contested.Contains(cell)
        );
        await using var owner = new ZimbraClient(
            world.Server.ServerUri,
            ZimbraCredentials.Password(cell.Owner, new Secret(Scenario.OwnerOf(cell).Password))
        );
        await owner.Calendars.ShareWithGuestAsync(
            cell.Calendar,
            isKnown ? cell.Grantee : "stranger@elsewhere.example",
            cancellationToken: TestContext.Current.CancellationToken
        );
        var findings = new Findings();

        new FinalChecks(world, new Ledger(Scenario), findings).AfterTrouble();

        Assert.Contains(
            text,
            Assert.Single(findings.All, finding => finding.Counter == Counter.DuplicateMails).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_one_of_two_callers_was_reported_as_standing_and_the_other_took_back_is_lost()
    {
        Scenario scenario = Enumerable.Range(1, 200).Select(ScenarioPlanner.Plan).First(scenario => Made(scenario) is not null);
        ShareStep share = Made(scenario)!;
        await using World world = await World.StartAsync(scenario, TestContext.Current.CancellationToken);
        var findings = new Findings();
        var ledger = new Ledger(scenario);
        ledger.Note(
            Calls.Of(scenario.Callers[0], share, share.Cell, Calls.Nothing, Calls.Nothing) with
            {
                Answers = [new Answer(share, Calls.Told(share.Cell), null)],
            }
        );

        new FinalChecks(world, ledger, findings).AfterTrouble();

        Assert.Equal(Counter.LostGrants, Assert.Single(findings.All).Counter);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void Two_callers_who_share_at_the_same_moment_send_one_mail_unless_they_make_sure_of_it(bool isEnsured, int most)
    {
        Scenario scenario = Enumerable.Range(1, 200).Select(ScenarioPlanner.Plan).First(scenario => Made(scenario) is not null);
        ShareStep share = Made(scenario)! with { Notify = true, EnsureNotified = isEnsured };
        var ledger = new Ledger(scenario);

        ledger.Note(Calls.Of(scenario.Callers[0], share, share.Cell, Calls.Nothing, Calls.Shared));
        ledger.Note(Calls.Of(scenario.Callers[0], share, share.Cell, Calls.Nothing, Calls.Shared));

        Assert.Equal(most, ledger.MostMails(share.Cell));
    }

    private static ShareStep? Made(Scenario scenario) =>
        scenario
            .Callers.SelectMany(caller => caller.Steps)
            .OfType<ShareStep>()
            .FirstOrDefault(share => scenario.Contested.Contains(share.Cell) && !scenario.Standing.ContainsKey(share.Cell));

    private static List<AccessGrant> Grants(ZimbraDirectory directory) =>
        directory.FindAccount(Open.Owner)!.Mailbox!.Find(Open.Calendar)!.Acl!.Grants;

    private static async Task<List<Counter>> AfterTroubleAsync(Action<ZimbraDirectory> change)
    {
        await using World world = await World.StartAsync(Scenario, TestContext.Current.CancellationToken);
        world.Server.Change(change);
        var findings = new Findings();
        new FinalChecks(world, new Ledger(Scenario), findings).AfterTrouble();
        return [.. findings.All.Select(finding => finding.Counter)];
    }
}
