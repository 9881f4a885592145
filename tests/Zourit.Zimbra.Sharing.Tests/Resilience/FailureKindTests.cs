using System.Net;
using Microsoft.Extensions.Time.Testing;
using Polly.Timeout;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>The words for failures, which dashboards count by: the same in traces, metrics and logs.</summary>
public sealed class FailureKindTests
{
    private static readonly Dictionary<string, Exception> Kinds = new()
    {
        ["mail.NO_SUCH_FOLDER"] = EveryException.Fault("mail.NO_SUCH_FOLDER", "no such folder"),
        ["authentication"] = new ZimbraAuthenticationException(AuthenticationFailure.Rejected, new LocalizedText("refused"), null),
        ["connection"] = new ZimbraConnectionException(new LocalizedText("gone")),
        ["outcome_unknown"] = new ZimbraOutcomeUnknownException(new LocalizedText("lost")),
        ["protocol"] = new ZimbraProtocolException(new LocalizedText("no Zimbra")),
        ["feed"] = new ZimbraFeedException(HttpStatusCode.NotFound, new LocalizedText("no feed")),
        ["timeout"] = new TimeoutRejectedException("late"),
        ["cancelled"] = new TaskCanceledException("cancelled"),
        ["closed"] = new ObjectDisposedException("closed"),
        ["argument"] = new ArgumentException("bad"),
        ["FormatException"] = new FormatException("what a function of the program threw"),
    };

    public static TheoryData<string> Words => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_failure_is_described_by_its_word_in_a_span_and_in_the_log(string word)
    {
        var log = new CapturedLog();
        using var listener = new TelemetryListener();
        var server = new Uri($"https://{word}.example.net");
        var telemetry = new CallTelemetry(server, new FakeTimeProvider(), log.CreateLogger("calls"));

        Exception thrown = await Assert.ThrowsAnyAsync<Exception>(() =>
            telemetry.WatchAsync("NoOpRequest", () => Task.FromException<CallResult>(Kinds[word]))
        );
        telemetry.Repeats("NoOpRequest", 1, TimeSpan.FromSeconds(2), CallTelemetry.KindOf(Kinds[word]));

        Assert.Same(Kinds[word], thrown);
        Assert.Equal(word, Assert.Single(listener.SpansTo(server)).GetTagItem("error.type"));
        Assert.Contains(
            $"NoOpRequest is repeated after 2000 ms: attempt 1 failed with {word}",
            Assert.Single(log.Lines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_page_of_observability_names_each_word()
    {
        string page = await File.ReadAllTextAsync(Repository.PathTo("docs/observability.md"), TestContext.Current.CancellationToken);

        Assert.All(Kinds.Keys.Where(word => word != "FormatException"), word =>
            Assert.Contains($"`{word}`", page, StringComparison.Ordinal)
        );
    }
}
