using Zourit.Zimbra.Sharing.Chaos.Canaries;
using Zourit.Zimbra.Sharing.Chaos.Checks;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Sabotages;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;
using Zourit.Zimbra.Sharing.Testing.Journals;

namespace Zourit.Zimbra.Sharing.Chaos.Runs;

/// <summary>Runs one seed: invitations, the trouble, a second and quiet run of all plans, and the checks after each.</summary>
internal sealed class ScenarioRun(Scenario scenario, Sabotage? sabotage, Action<string>? trace)
{
    // Against hanging only: a scenario takes seconds, some of them many on a machine that is busy with other things.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private readonly Findings _findings = new();
    private readonly Evidence _evidence = new();
    private readonly CanarySet _canaries = CanarySet.Of(scenario);
    private readonly Ledger _ledger = new(scenario);
    private readonly GivenUp _givenUp = new();
    private int _operations;

    public static Task<ScenarioResult> RunAsync(int seed, Sabotage? sabotage, Action<string>? trace, CancellationToken cancellationToken) =>
        new ScenarioRun(ScenarioPlanner.Plan(seed), sabotage, trace).RunAsync(cancellationToken);

    private async Task<ScenarioResult> RunAsync(CancellationToken cancellationToken)
    {
        Evidence.Current = _evidence;
        using var limit = new CancellationTokenSource(Longest);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        IReadOnlyList<string> faults = [];
        await using World world = await World.StartAsync(scenario, cancellationToken);
        try
        {
            Task work = WorkAsync(world, stop.Token);

            // A call that does not obey its token would be waited for without end.
            await work.WaitAsync(Longest + TimeSpan.FromSeconds(5), cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _findings.Add(Counter.Hangs, $"The scenario did not end within {Longest.TotalSeconds:0} s.");
        }
        finally
        {
            faults = FaultsOf(world);
        }

        FindLeaks(world);
        return new ScenarioResult(scenario.Seed, _operations, faults, [.. _findings.All]);
    }

    private async Task WorkAsync(World world, CancellationToken cancellationToken)
    {
        var checks = new CallChecks(scenario, _findings);
        var final = new FinalChecks(world, _ledger, _findings);
        await InviteAsync(world, cancellationToken);
        Trace(scenario.Faults.ToString());
        scenario.Faults.Apply(world.Server.Misbehave, world.Passers.ComeBetweenAsync);
        await RunCallersAsync(world, scenario.Callers, isQuiet: false, Note, cancellationToken);
        world.Server.Misbehave.Clear();
        world.Clock.Advance((int)World.MailServerRetry.TotalMilliseconds);
        IEnumerable<string> faults = world.Server.Misbehave.Injected.Select(fault => $"{fault.Kind} at {fault.Operation} {fault.Call}");
        Trace($"Happened: {string.Join(", ", faults.Concat(RefusalsOf(world)))}");
        final.AfterTrouble();
        Dictionary<Cell, GrantState?> between = world.Read(scenario.Cells);
        await RunCallersAsync(world, scenario.Callers, isQuiet: true, Note, cancellationToken);
        final.AfterRerun(between);

        void Note(CallRecord call)
        {
            Interlocked.Increment(ref _operations);
            _ledger.Note(call);
            checks.Check(call);
            Trace(CallText.Of(call));
        }
    }

    /// <summary>Sends the personal links that guests sign up by, before anything goes wrong.</summary>
    private Task InviteAsync(World world, CancellationToken cancellationToken)
    {
        IEnumerable<CallerPlan> hosts = scenario
            .Invited.GroupBy(cell => cell.Owner)
            .Select(
                (cells, number) => new CallerPlan(number, LoginKind.Password, cells.Key, [.. cells.Select(cell => new NotifyStep(cell))])
            );
        return RunCallersAsync(
            world,
            [.. hosts],
            isQuiet: true,
            call =>
            {
                if (call.Answers.FirstOrDefault(answer => answer.Error is not null) is { Error: { } error })
                {
                    throw new InvalidOperationException($"{call} failed before any trouble.", error);
                }
            },
            cancellationToken
        );
    }

    private Task RunCallersAsync(
        World world,
        IReadOnlyList<CallerPlan> callers,
        bool isQuiet,
        Action<CallRecord> note,
        CancellationToken cancellationToken
    )
    {
        var settings = new RunSettings(_evidence, _canaries, sabotage, _givenUp);
        world.Turns?.Join(callers.Select(caller => caller.Number));
        return Task.WhenAll(
            callers.Select(caller =>
                Task.Run(() => new CallerRun(world, settings, isQuiet, note).RunAsync(caller, cancellationToken), cancellationToken)
            )
        );
    }

    // Searched for secrets whether it is printed or not.
    private void Trace(string text)
    {
        _evidence.Add("output", text);
        trace?.Invoke(text);
    }

    private void FindLeaks(World world)
    {
        foreach (JournalEntry entry in world.Server.Journal.Entries)
        {
            _evidence.Add("journal", $"{entry.Method} {entry.Target} {string.Join(' ', entry.RequestHeaders)}");
            _evidence.Add("journal", entry.RequestBody);
            _evidence.Add("journal", entry.ReplyBody);
        }

        foreach (Finding finding in _findings.All)
        {
            _evidence.Add("output", finding.Text);
        }

        foreach (string leak in _canaries.FindIn(_evidence.Texts))
        {
            _findings.Add(Counter.LeakedSecrets, leak);
        }
    }

    /// <summary>The kinds of the faults that really happened, one for each.</summary>
    private static List<string> FaultsOf(World world) =>
        [.. world.Server.Misbehave.Injected.Select(injected => injected.Kind), .. RefusalsOf(world)];

    /// <summary>What the filters before the server refused.</summary>
    private static IEnumerable<string> RefusalsOf(World world) =>
        world.Server.Journal.Entries.SelectMany(entry => entry.Injected).Where(kind => kind.StartsWith("Gate", StringComparison.Ordinal));
}
