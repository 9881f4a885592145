namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>
/// Random choices of one seed. Each purpose has a stream of its own, so that a new choice in one place changes nothing elsewhere.
/// <see cref="Random"/> with a seed gives the same numbers on every machine and version of .NET.
/// </summary>
internal sealed class Dice(int seed, string stream)
{
#pragma warning disable CA5394 // Nothing here is to be unguessable; it is to be repeatable.
    private readonly Random _random = new(Mix(seed, stream));

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => _random.Next(count);

    /// <summary>A number from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => _random.Next(first, last + 1);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>The same things in another order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> things)
    {
        T[] shuffled = [.. things];
        _random.Shuffle(shuffled);
        return [.. shuffled];
    }

    /// <summary>Letters and digits, long enough to stand nowhere by chance, and allowed by every password policy.</summary>
    public string Word(string prefix) => $"{prefix}{_random.NextInt64(long.MaxValue):x16}{_random.NextInt64(long.MaxValue):x16}Zz9";

    public string Hex(int digits) => new([.. Enumerable.Range(0, digits).Select(_ => "0123456789abcdef"[_random.Next(16)])]);
#pragma warning restore CA5394

    // FNV-1a: string.GetHashCode differs from run to run.
    private static int Mix(int seed, string stream)
    {
        uint hash = 2166136261;
        foreach (char letter in $"{seed}/{stream}")
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)hash;
    }
}
