using System.Text;
using Zourit.Zimbra.Sharing.Fuzz.Costs;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>
/// 31 MB of hostile XML took 30 seconds after a limit of 2 seconds: what came in whole was parsed to its end, whatever the time and the
/// caller said. Each is read by a process that does nothing else meanwhile, and reports what the call cost.
/// </summary>
[Trait("Category", "Slow")]
public sealed class ParsingTimeTests(CostProcess process) : IClassFixture<CostProcess>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Shapes => [.. HostileReplies.All.Keys];

    public static TheoryData<string> Mails => [.. HostileMails.All.Keys];

    [Theory, MemberData(nameof(Shapes))]
    public async Task A_reply_of_any_shape_ends_within_the_limit_and_a_second_and_is_cancelled_within_a_second(string shape)
    {
        byte[] harmless = Answer(HostileReplies.Harmless()),
            hostile = Answer(HostileReplies.All[shape]());
        int asked = 0;
        await using var server = new ScriptedServer(
            (_, stream, token) => stream.WriteAsync(Interlocked.Increment(ref asked) == 1 ? harmless : hostile, token).AsTask()
        );

        AssertBounded(await CostAsync("reply", server, hostile.Length));
    }

    [Theory, MemberData(nameof(Mails))]
    public async Task A_mail_of_any_shape_is_searched_within_the_limit_and_a_second_and_cancelled_within_a_second(string shape)
    {
        byte[] hit = Answer(HostileMails.Hit),
            harmless = Answer(HostileMails.Harmless()),
            hostile = Answer(HostileMails.All[shape]());
        int read = 0;
        await using var server = new ScriptedServer(
            (request, stream, token) =>
                stream
                    .WriteAsync(
                        request.Body.Contains("SearchRequest", StringComparison.Ordinal) ? hit
                            : Interlocked.Increment(ref read) == 1 ? harmless
                            : hostile,
                        token
                    )
                    .AsTask()
        );

        AssertBounded(await CostAsync("mail", server, hostile.Length));
    }

    private static void AssertBounded(ReplyCost cost)
    {
        Assert.True(cost.Cpu < (Limit + TimeSpan.FromSeconds(1)).TotalSeconds, $"{cost}");
        Assert.True(cost.CpuAfterCancel is null or < 1, $"{cost}");
    }

    private async Task<ReplyCost> CostAsync(string call, ScriptedServer server, int size)
    {
        ReplyCost cost = await process.AskAsync(
            new CostQuestion(call, server.Address, (int)Limit.TotalMilliseconds),
            CostJson.Default.ReplyCost
        );
        TestContext.Current.TestOutputHelper!.WriteLine($"{size:N0} B: {cost}");
        return cost;
    }

    private static byte[] Answer(string body) => Encoding.UTF8.GetBytes(Replies.Http(200, body));
}
