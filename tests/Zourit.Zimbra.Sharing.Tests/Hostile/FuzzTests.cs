using System.Text;
using Zourit.Zimbra.Sharing.Fuzz.Corpora;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Fuzz.Targets;
using Zourit.Zimbra.Sharing.Invitations;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>
/// Each target over its whole corpus, inputs that once failed among them, and over some changed inputs, always the same ones.
/// </summary>
[Collection(nameof(HostileTests))]
[Trait("Category", "Slow")]
public sealed class FuzzTests
{
    public static TheoryData<string, int, int> Targets =>
        new()
        {
            // The target, how many inputs of its corpus are read to the end (the others are refusals and bad requests), and how many
            // changed inputs to try.
            { "reply", 225, 1_000 },
            { "fault", 2, 500 },
            { "feed", 33, 1_000 },
            { "link", 22, 600 },
            { "signup", 8, 1_000 },
            { "call", 34, 1_500 },
            { "text", 18, 1_500 },
            { "tool", 12, 1_000 },
        };

    [Theory, MemberData(nameof(Targets))]
    public void Nothing_but_documented_exceptions_comes_out_of(string target, int readable, int iterations)
    {
        FuzzTarget it = FuzzTargets.All().Single(one => one.Name == target);
        IReadOnlyList<Seed> corpus = FoundCorpus.All(it);
        FuzzReport unchanged = new Fuzzer(it, corpus, seed: 0).Run(TimeSpan.MaxValue, iterations: 0);

        FuzzReport report = new Fuzzer(it, corpus, seed: 1).Run(TimeSpan.MaxValue, iterations);

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{unchanged.Accepted} of {corpus.Count} read, {report.Accepted} of "
                + $"{report.Inputs} changed, {report.Seconds} s, "
                + $"slowest {report.SlowestMilliseconds} ms, most allocated {report.MostAllocated:N0} B"
        );
        Assert.True(
            unchanged.Accepted >= readable,
            $"only {unchanged.Accepted} inputs of the corpus were read: what is changed then tells little"
        );
        Assert.Equal(corpus.Count + iterations, report.Inputs);
        Assert.True(
            report.Findings == 0,
            string.Join("\n\n", report.Found.Select(finding => $"{finding.Kind}\n{finding.What}\n{Encoding.UTF8.GetString(finding.Input)}"))
        );
    }

    [Fact]
    public void Every_target_has_a_test() =>
        Assert.Equal(FuzzTargets.All().Select(target => target.Name).Order(), Targets.Select(row => row.Data.Item1).Order());

    [Fact]
    public void Inputs_that_once_failed_are_among_them() => Assert.NotEmpty(FuzzTargets.All().SelectMany(FoundCorpus.Of));

    [Fact]
    public void The_same_seed_tries_the_same_inputs()
    {
        static List<string> Inputs(int seed)
        {
            var target = new Planted("<a b=\"1\">x</a>", _ => { });
            new Fuzzer(target, [.. target.Corpus()], seed).Run(TimeSpan.MaxValue, 200);
            return target.Seen;
        }

        Assert.Equal(Inputs(5), Inputs(5));
        Assert.NotEqual(Inputs(5), Inputs(6));
    }

    [Fact]
    public void A_planted_exception_is_found_and_its_input_lower_cased()
    {
        // Reached only by a link that is whole and for another folder than the corpus's: the reader must have read it.
        FuzzTarget links = FuzzTargets.All().Single(target => target.Name == "link");
        string link =
            "https://mail1.example.net/service/extuserprov/?p=0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_"
            + Convert.ToHexStringLower("aid=1:a;fid=2:10;email=5:a@b.c;"u8);
        var planted = new Planted(link, text =>
        {
            links.Run(Encoding.UTF8.GetBytes(text));
            if (PersonalLink.Find(text) is { FolderId: not "10" })
            {
                throw new InvalidOperationException("planted");
            }
        });

        Finding finding = Assert.Single(new Fuzzer(planted, [.. planted.Corpus()], seed: 1).Run(TimeSpan.MaxValue, 6_000).Found);

        Assert.StartsWith("InvalidOperationException in ", finding.Kind, StringComparison.Ordinal);
        Assert.True(finding.Input.Length <= 300, Encoding.UTF8.GetString(finding.Input));
    }

    [Fact]
    public void An_input_is_watched_while_it_is_made_smaller_too()
    {
        string folder = Directory.CreateTempSubdirectory("fuzz").FullName;
        var watched = new List<string>();
        using (var watchdog = new Watchdog(folder, TimeSpan.MaxValue))
        {
            var planted = new Planted("some long text", text =>
            {
                using var running = new StreamReader(
                    new FileStream(Path.Combine(folder, "running"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
                );
                watched.Add(running.ReadToEnd());
                throw new InvalidOperationException($"planted in {text.Length}");
            });

            Assert.Single(new Fuzzer(planted, [.. planted.Corpus()], seed: 1, watchdog).Run(TimeSpan.MaxValue, 0).Found);

            Assert.True(planted.Seen.Count > 1, "Nothing was made smaller.");
            Assert.Equal(planted.Seen, watched);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Planted_waste_of_time_and_memory_is_found()
    {
        int wasted = 0;
        Action<string> waste = text =>
        {
            // A few times only, or the test would take long itself.
            bool wastes = text.Contains("aaaaaa", StringComparison.Ordinal) && ++wasted <= 3;
            TimeSpan until = Environment.CpuUsage.TotalTime + TimeSpan.FromMilliseconds(wastes ? 300 : 0);
            while (Environment.CpuUsage.TotalTime < until) { }
        };
        var slow = new Planted("aaaa", waste) { Time = TimeSpan.FromMilliseconds(200) };
        var greedy = new Planted("aaaa", text => GC.KeepAlive(new byte[text.Length > 10 ? 8_000_000 : 0]));

        Assert.Equal("slow", Assert.Single(new Fuzzer(slow, [.. slow.Corpus()], seed: 1).Run(TimeSpan.MaxValue, 300).Found).Kind);
        Assert.Equal("greedy", Assert.Single(new Fuzzer(greedy, [.. greedy.Corpus()], seed: 1).Run(TimeSpan.MaxValue, 300).Found).Kind);
    }

    /// <summary>A target of the test's own.</summary>
    private sealed class Planted(string corpus, Action<string> run) : FuzzTarget
    {
        public List<string> Seen { get; } = [];

        public override string Name => "planted";

        public override IReadOnlyList<string> Words => ["a", "b"];

        /// <summary>Short only where waste of time is what is planted: a slow machine is no finding.</summary>
        public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(3);

        public override TimeSpan MaxTime => Time;

        public override long AllocationFloor => 4_000_000;

        public override IEnumerable<Seed> Corpus() => [new Seed("planted", Encoding.UTF8.GetBytes(corpus))];

        public override void Run(byte[] input)
        {
            string text = Encoding.UTF8.GetString(input);
            Seen.Add(text);
            run(text);
        }
    }
}
