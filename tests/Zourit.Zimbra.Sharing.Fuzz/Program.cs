using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Zourit.Zimbra.Sharing.Fuzz;
using Zourit.Zimbra.Sharing.Fuzz.Corpora;
using Zourit.Zimbra.Sharing.Fuzz.Costs;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Fuzz.Targets;

// A process of its own, of which the tests ask what a feed or a reply costs.
if (args is ["costs"])
{
    await CostQuestion.AnswerAllAsync();
    return 0;
}

// Before anything of the library runs: instrumented code counts into its map.
Coverage? coverage = Instrumentation.IsActive ? new Coverage() : null;
IReadOnlyList<FuzzTarget> targets = FuzzTargets.All();
var name = new Argument<string>("target")
{
    Description = $"What to fuzz: {string.Join(", ", targets.Select(target => target.Name))}, or all, one after the other.",
};
var corpus = new Option<string?>("--corpus") { Description = "A folder with further inputs to begin with." };
var seconds = new Option<double?>("--seconds") { Description = "How long to fuzz each target. Default 10, unless there are iterations." };
var iterations = new Option<long?>("--iterations") { Description = "How many changed inputs to try." };
var seed = new Option<int>("--seed")
{
    Description = "The seed of the changes; the same gives the same inputs (not with --guided). Default 1.",
    DefaultValueFactory = _ => 1,
};
var findings = new Option<string>("--findings")
{
    Description = "The folder for the inputs of findings.",
    DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "zimbra-fuzz"),
};
var guided = new Option<bool>("--guided") { Description = "Instrument the library (SharpFuzz) and keep inputs that reach new code." };
var command = new RootCommand("Feeds the library's readers with what no well-behaved server says, and watches what comes out.")
{
    name,
    corpus,
    seconds,
    iterations,
    seed,
    findings,
    guided,
};

command.SetAction(arguments =>
{
    string wanted = arguments.GetValue(name)!;
    FuzzTarget[] chosen = [.. targets.Where(target => wanted == "all" || target.Name == wanted)];
    if (chosen.Length == 0)
    {
        Console.Error.WriteLine(
            $"There is no target '{wanted}'. There are {string.Join(", ", targets.Select(target => target.Name))}, and all."
        );
        return 2;
    }

    if (arguments.GetValue(guided) && !Instrumentation.IsActive)
    {
        return Instrumentation.RunInstrumented(args);
    }

    int found = 0;
    foreach (FuzzTarget target in chosen)
    {
        string folder = Path.Combine(arguments.GetValue(findings)!, target.Name);
        using var watchdog = new Watchdog(folder, TimeSpan.FromSeconds(60));
        var fuzzer = new Fuzzer(target, FoundCorpus.All(target, arguments.GetValue(corpus)), arguments.GetValue(seed), watchdog, coverage);
        long? count = arguments.GetValue(iterations);
        FuzzReport report = fuzzer.Run(
            arguments.GetValue(seconds) is { } time ? TimeSpan.FromSeconds(time)
                : count is null ? TimeSpan.FromSeconds(10)
                : TimeSpan.MaxValue,
            count ?? long.MaxValue
        );
        Console.WriteLine(JsonSerializer.Serialize(report, ReportJson.Default.FuzzReport));
        for (int at = 0; at < report.Found.Count; at++)
        {
            string file = Path.Combine(folder, $"{arguments.GetValue(seed)}-{at}");
            File.WriteAllBytes(file, report.Found[at].Input);
            Console.Error.WriteLine($"{report.Found[at].Kind}\n{file} ({report.Found[at].Input.Length} bytes)\n{report.Found[at].What}\n");
        }

        found += report.Findings;
    }

    return found == 0 ? 0 : 1;
});
return command.Parse(args).Invoke();

namespace Zourit.Zimbra.Sharing.Fuzz
{
    /// <summary>How a report is written.</summary>
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(FuzzReport))]
    internal sealed partial class ReportJson : JsonSerializerContext;
}
