using System.Text;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Resilience.TestPipeline;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>How a call may end badly, under each rule: the exception, what it says and what it tells programs.</summary>
public sealed class PipelineTextTests
{
    private static readonly Action<ZimbraClientOptions> Hasty = options => options.TotalTimeout = TimeSpan.FromSeconds(40);
    private static readonly Action<ZimbraClientOptions> Touchy = options => options.BreakAfterRequests = 2;

    private static readonly End[] Ends =
    [
        new("No attempt gets its reply in time", [NoAnswer(30), NoAnswer(30), NoAnswer(30)]),
        new("No attempt is logged in in time", [NoLogin(30), NoLogin(30), NoLogin(30)]),
        new("The time is up at the second attempt", [NoAnswer(30), NoAnswer(10)], Hasty),
        new("Turned away once; the time is up at the second attempt", [TurnedAway(25), NoAnswer(15)], Hasty),
        new("Turned away once; the time is up at the login of the second attempt", [TurnedAway(25), NoLogin(15)], Hasty),
        new("Every attempt is turned away", [TurnedAway(), TurnedAway(), TurnedAway()]),
        new("The first reply is lost, the others are turned away", [Lost, TurnedAway(), TurnedAway()]),
        new("Two replies are lost, the third is turned away", [Lost, Lost, TurnedAway()]),
        new("The server is left alone after two were turned away", [TurnedAway(), TurnedAway()], Touchy),
        new("The server is left alone after two replies were lost", [Lost, Lost, Lost], Touchy),
        new("The server was left alone before", [TurnedAway(), TurnedAway()], Touchy, Calls: 2),
        new("The client is closed while the reply is awaited", [While(NoAnswer(0), Close)]),
        new("The client is closed while it logs in", [While(NoLogin(0), Close)]),
        new("A reply is lost, and the client is closed while it logs in again", [Lost, While(NoLogin(0), Close)]),
        new("The caller turns away while the reply is awaited", [While(NoAnswer(0), TurnAway)]),
        new("The caller turns away and the client is closed", [While(While(NoAnswer(0), TurnAway), Close)]),
    ];

    [Fact]
    public async Task What_is_said_of_a_call_that_ends_badly_is_the_approved_text()
    {
        var text = new StringBuilder();
        foreach (End end in Ends)
        {
            text.Append($"{end.What}\n");
            foreach (RetrySafety rule in Enum.GetValues<RetrySafety>())
            {
                text.Append($"  {rule}, {await TellAsync(end, rule)}\n");
            }
        }

        ApprovedText.Matches("Resilience/PipelineTexts.approved.txt", text.ToString());
    }

    private static async Task<string> TellAsync(End end, RetrySafety rule)
    {
        using var pipeline = new TestPipeline(end.Attempts, end.Configure);
        for (int call = 1; call < end.Calls; call++)
        {
            await Assert.ThrowsAsync<ZimbraConnectionException>(() => pipeline.RunAsync(RetrySafety.Safe));
        }

        int before = pipeline.Attempts;
        Exception e = await Assert.ThrowsAnyAsync<Exception>(() => pipeline.RunAsync(rule));
        string more = e switch
        {
            ZimbraOutcomeUnknownException unknown => $"{Of(unknown)}{(unknown.MayStillRun ? ", may still run" : "")}",
            ZimbraConnectionException connection => $"{Of(connection)}{(connection.IsTransient ? ", passing" : "")}"
                + $"{(connection.RetryAfter is { } wait ? $", to be tried after {wait.TotalSeconds} s" : "")}",
            OperationCanceledException cancelled => cancelled.CancellationToken == pipeline.Caller.Token ? " with the caller's token" : "",
            _ => "",
        };
        return $"attempts {pipeline.Attempts - before}: {e.GetType().Name}{more}\n    {e.Message}";
    }

    private static string Of(ZimbraException e) => e.Operation is { } operation ? $" of {operation}" : "";

    private static void Close(TestPipeline pipeline) => pipeline.Closing.Cancel();

    private static void TurnAway(TestPipeline pipeline) => pipeline.Caller.Cancel();

    /// <summary>An end, and what leads to it.</summary>
    /// <param name="What">What happens.</param>
    /// <param name="Attempts">What the attempts do, as far as they are made.</param>
    /// <param name="Configure">The settings.</param>
    /// <param name="Calls">How many calls are made; the last one counts.</param>
    private sealed record End(string What, Attempt[] Attempts, Action<ZimbraClientOptions>? Configure = null, int Calls = 1);
}
