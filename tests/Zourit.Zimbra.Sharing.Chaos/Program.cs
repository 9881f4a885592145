using System.CommandLine;
using System.CommandLine.Parsing;
using Zourit.Zimbra.Sharing.Chaos.Kills;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Runs;
using Zourit.Zimbra.Sharing.Chaos.Sabotages;

// One run of a plan, which another process starts, and perhaps kills.
if (PlanProcess.IsThis)
{
    return await PlanProcess.RunAsync();
}

// Random scenarios against a server that misbehaves at random. Prints one JSON object; what was found, seed by seed, goes to the error
// output.
var seeds = new Option<int>("--seeds") { Description = "How many scenarios to run.", DefaultValueFactory = _ => 20 };
var first = new Option<int>("--first-seed")
{
    Description = "The number of the first; those after it follow.",
    DefaultValueFactory = _ => 1,
};
var sideBySide = new Option<int>("--side-by-side")
{
    Description = "How many scenarios to run at once.",
    DefaultValueFactory = _ => 3 * Environment.ProcessorCount,
};
var sabotage = new Option<string?>("--sabotage")
{
    Description = "Break the library's behaviour on purpose, to see that the counters notice.",
};
sabotage.AcceptOnlyFromAmong("blind-retry", "leak", "drop-grant", "give-up", "never-look");
seeds.Validators.Add(result => Require(result, seeds, 1, 1_000_000));
first.Validators.Add(result => Require(result, first, 0, int.MaxValue - 1_000_000));
sideBySide.Validators.Add(result => Require(result, sideBySide, 1, 256));
var kills = new Option<int>("--plan-kills")
{
    Description = "Instead: apply plans in processes that are killed at random moments, so many times.",
};
kills.Validators.Add(result => Require(result, kills, 1, 100_000));
var trace = new Option<bool>("--trace") { Description = "Tell every call on the error output; for one seed." };
var command = new RootCommand(
    "Runs random scenarios of the library against a Zimbra that misbehaves at random, and counts what must not happen."
)
{
    seeds,
    first,
    sideBySide,
    sabotage,
    kills,
    trace,
};
command.SetAction(
    async (arguments, cancellationToken) =>
    {
        if (arguments.GetValue(kills) is > 0 and var count)
        {
            IEnumerable<int> killed = Enumerable.Range(arguments.GetValue(first), count);
            PlanKillReport kill = await PlanKills.RunAsync(killed, Console.Error.WriteLine, cancellationToken);
            Console.WriteLine(kill.ToJson());
            return kill.IsClean ? 0 : 1;
        }

        Sabotage? broken = arguments.GetValue(sabotage) is { } name
            ? Enum.Parse<Sabotage>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)
            : null;
        IEnumerable<int> numbers = Enumerable.Range(arguments.GetValue(first), arguments.GetValue(seeds));
        var report = new ChaosReport(
            await ChaosRun.RunAsync(
                numbers,
                arguments.GetValue(sideBySide),
                broken,
                arguments.GetValue(trace) ? Console.Error.WriteLine : null,
                Tell,
                cancellationToken
            )
        );
        Console.WriteLine(report.ToJson());
        return report.IsClean ? 0 : 1;
    }
);

ParseResult parsed = command.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (ParseError error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }

    return 2;
}

return await parsed.InvokeAsync();

static void Require(OptionResult result, Option<int> option, int least, int most)
{
    // What is no number at all is refused by the option itself.
    if (result.Tokens is [var token] && int.TryParse(token.Value, out int value) && (value < least || value > most))
    {
        result.AddError($"{option.Name} must be from {least:N0} to {most:N0}.");
    }
}

static void Tell(ScenarioResult result)
{
    foreach (Finding finding in result.Findings)
    {
        Console.Error.WriteLine($"seed {result.Seed}: {finding.Counter}: {finding.Text}");
    }
}
