using Zourit.Zimbra.Sharing.Chaos.Scenarios;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Scenarios;

public sealed class ScenarioPlannerTests
{
    private static readonly Scenario[] Many = [.. Enumerable.Range(1, 400).Select(ScenarioPlanner.Plan)];

    [Fact]
    public void A_seed_gives_the_same_scenario_each_time() =>
        Assert.All(Many.Take(20), scenario => Assert.Equal(Text(scenario), Text(ScenarioPlanner.Plan(scenario.Seed))));

    [Fact]
    public void Each_seed_gives_another_scenario() => Assert.Equal(Many.Length, Many.Select(Text).Distinct().Count());

    [Fact]
    public void Every_call_is_drawn()
    {
        IEnumerable<Type> calls = typeof(Step).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Step)) && !type.IsAbstract);

        Assert.Equal(
            calls.Select(type => type.Name).Order(),
            Many.SelectMany(scenario => scenario.Callers)
                .SelectMany(caller => caller.Steps)
                .Select(step => step.GetType().Name)
                .Distinct()
                .Order()
        );
    }

    [Fact]
    public void Every_login_is_drawn() =>
        Assert.Equal(
            Enum.GetValues<LoginKind>(),
            Many.SelectMany(scenario => scenario.Callers).Select(caller => caller.Login).Distinct().Order()
        );

    [Fact]
    public void Callers_give_up_and_processes_die_at_every_moment()
    {
        CallerPlan[] callers = [.. Many.SelectMany(scenario => scenario.Callers)];

        Assert.Equal(
            Enum.GetValues<Moment>(),
            callers.SelectMany(caller => caller.Steps).Select(step => step.GivesUp?.Moment).OfType<Moment>().Distinct().Order()
        );
        Assert.Equal(
            Enum.GetValues<Moment>(),
            callers.SelectMany(caller => caller.Crashes).Select(crash => crash.Moment).Distinct().Order()
        );
    }

    [Fact]
    public void Several_callers_work_side_by_side_and_sometimes_on_the_same_grant()
    {
        Assert.True(Many.Average(scenario => scenario.Callers.Count) > 2.5);
        Assert.Contains(Many, scenario => scenario.Contested.Count > 0);
        Assert.Contains(Many, scenario => !scenario.InTurns);
        Assert.Equal(
            [-1, 0, 1],
            Many.SelectMany(scenario => scenario.Callers).Select(caller => Math.Sign(caller.ClockAhead.TotalSeconds)).Distinct().Order()
        );
    }

    private static string Text(Scenario scenario) =>
        string.Join(
            Environment.NewLine,
            scenario
                .Callers.Select(caller => $"{caller} {string.Join(' ', caller.Crashes)} {string.Join(' ', caller.Steps.Select(Text))}")
                .Prepend(scenario.Faults.ToString())
                .Prepend(scenario.AdminPassword)
        );

    private static string Text(Step step) => $"{step} {string.Join(' ', step.Cells)}";
}
