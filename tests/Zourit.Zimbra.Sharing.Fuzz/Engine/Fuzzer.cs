using System.Diagnostics;

namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>
/// Runs a target over its corpus and then over changed inputs. The same seed gives the same inputs, unless the code is instrumented to
/// guide the search.
/// </summary>
public sealed class Fuzzer(FuzzTarget target, IReadOnlyList<Seed> corpus, int seed, Watchdog? watchdog = null, Coverage? coverage = null)
{
    private const int MostKinds = 50;

    private readonly Judge _judge = new(target, watchdog);
    private readonly List<byte[]> _inputs = [];
    private readonly Dictionary<string, Finding> _found = [];
    private long _count;

    /// <summary>Runs until time or iterations are over; the corpus is always run whole.</summary>
    public FuzzReport Run(TimeSpan time, long iterations)
    {
        var watch = Stopwatch.StartNew();
        coverage?.Reset();
        foreach (Seed one in corpus)
        {
            Take(one.Data, keep: true);
        }

        var random = new Random(seed);
        var mutator = new Mutator(random, target.Words);
        for (long done = 0; done < iterations && watch.Elapsed < time && _found.Count < MostKinds; done++)
        {
            byte[] changed = mutator.Change(_inputs[random.Next(_inputs.Count)], _inputs[random.Next(_inputs.Count)]);
            Take(changed, keep: false);
        }

        return new FuzzReport
        {
            Target = target.Name,
            Seed = seed,
            Corpus = corpus.Count,
            Kept = _inputs.Count - corpus.Count,
            Branches = coverage?.Branches ?? 0,
            Inputs = _count,
            Accepted = _judge.Accepted,
            Seconds = Math.Round(watch.Elapsed.TotalSeconds, 1),
            SlowestMilliseconds = Math.Round(_judge.Slowest.TotalMilliseconds, 1),
            MostAllocated = _judge.Greediest,
            Found = [.. _found.Values.Select(finding => Minimizer.Minimize(_judge, finding))],
        };
    }

    private void Take(byte[] input, bool keep)
    {
        _count++;
        coverage?.Clear();
        Finding? finding = _judge.Try(input);
        if (finding is not null)
        {
            _found.TryAdd(finding.Kind, finding);
        }

        bool isNew = finding is null && coverage?.HasNew() == true;
        if (keep || isNew)
        {
            _inputs.Add(input);
        }
    }
}
