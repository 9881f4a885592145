using Zourit.Zimbra.Sharing.Chaos.Checks;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Checks;

/// <summary>What is changed behind everybody's back is noticed, by the count that it belongs to.</summary>
public sealed class FinalChecksTests
{
    private static readonly Scenario Scenario = Enumerable.Range(1, 100).Select(ScenarioPlanner.Plan).First(scenario =>
        scenario.InTurns && scenario.Callers.SelectMany(caller => caller.Steps).Any(step => step is CreateGuestStep)
        && scenario.Cells.Any(cell => Wishes.OwesMail(scenario, cell) && scenario.OwnerOf(cell).KeepsCopies));

    private static Cell Open => Scenario.Open.Cell;

    [Fact]
    public async Task Nothing_is_found_where_nothing_was_done() => Assert.Empty(await AfterTroubleAsync(_ => { }));

    [Fact]
    public async Task A_grant_that_is_gone_is_lost() => Assert.Equal(
        [Counter.LostGrants], await AfterTroubleAsync(directory => Grants(directory).RemoveAll(grant => grant.Type == "pub")));

    [Fact]
    public async Task An_access_key_that_is_gone_is_lost() => Assert.Equal(
        [Counter.LostGrants], await AfterTroubleAsync(directory => Grants(directory).RemoveAll(grant => grant.Type == "key")));

    [Fact]
    public async Task A_grant_that_has_other_rights_is_a_wrong_outcome() => Assert.Equal(
        [Counter.WrongOutcomes], await AfterTroubleAsync(directory => Grants(directory).Find(grant => grant.Type == "pub")!.Rights = "rw"));

    [Fact]
    public async Task A_grant_that_nobody_wanted_is_a_stray() => Assert.Equal(
        [Counter.StrayGrants], await AfterTroubleAsync(directory => Grants(directory).Add(new AccessGrant("stranger@elsewhere.example", "guest", "r"))));

    [Fact]
    public async Task An_account_that_stands_twice_is_a_duplicate() => Assert.Equal(
        [Counter.DuplicateAccounts],
        (await AfterTroubleAsync(directory => directory.Accounts.Add(new Account(Scenario.Owners[0].Name, "another")))).Distinct());

    [Fact]
    public async Task Wishes_that_were_not_fulfilled_accounts_and_mails_that_are_missing_are_told_after_the_quiet_run()
    {
        await using World world = await World.StartAsync(Scenario, TestContext.Current.CancellationToken);
        var findings = new Findings();

        // Nobody has done anything: all grants that were wanted are missing, and the guests have no accounts.
        new FinalChecks(world, new Ledger(Scenario), findings).AfterRerun(world.Read(Scenario.Cells));

        Assert.Contains(findings.All, finding => finding.Counter == Counter.UnresolvedAfterRerun && finding.Text.Contains("in the end", StringComparison.Ordinal));
        Assert.Contains(findings.All, finding => finding.Counter == Counter.UnresolvedAfterRerun && finding.Text.Contains("account", StringComparison.Ordinal));
    }

    private static List<AccessGrant> Grants(ZimbraDirectory directory) => directory.FindAccount(Open.Owner)!.Mailbox!.Find(Open.Calendar)!.Acl!.Grants;

    private static async Task<List<Counter>> AfterTroubleAsync(Action<ZimbraDirectory> change)
    {
        await using World world = await World.StartAsync(Scenario, TestContext.Current.CancellationToken);
        world.Server.Change(change);
        var findings = new Findings();
        new FinalChecks(world, new Ledger(Scenario), findings).AfterTrouble();
        return [.. findings.All.Select(finding => finding.Counter)];
    }
}
