using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Values;

/// <summary>
/// One of several machines that share the work, e.g. <c>2/4</c>. An owner belongs to shard <c>1 + (h mod n)</c>, where <c>h</c> is the
/// first eight bytes, as an unsigned big-endian number, of the SHA-256 of the owner's primary address, trimmed and lower-cased, in UTF-8.
/// The shards of one number are disjoint, and together hold every owner.
/// </summary>
public readonly record struct Shard
{
    private const int Most = 1_000;

    private readonly int _index;

    /// <summary>One part of the work.</summary>
    /// <param name="number">Which, from 1.</param>
    /// <param name="count">Of how many: 1 to 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shard.</exception>
    public Shard(int number, int count)
    {
        Argument.AtLeast(count, 1);
        Argument.AtMost(count, Most);
        Argument.AtLeast(number, 1);
        Argument.AtMost(number, count);
        _index = number - 1;
        Others = count - 1;
    }

    /// <summary>All the work: <c>1/1</c>, also the value of <c>default</c>.</summary>
    public static Shard All => default;

    /// <summary>Which shard this is, from 1.</summary>
    public int Number => _index + 1;

    /// <summary>How many shards there are.</summary>
    public int Count => Others + 1;

    /// <summary>Whether this is the only one.</summary>
    public bool IsAll => Others == 0;

    private int Others { get; }

    /// <summary>Reads <c>i/n</c>.</summary>
    /// <param name="text">The shard's number from 1, a slash, how many there are.</param>
    /// <exception cref="ArgumentException">It is no shard.</exception>
    public static Shard Parse(string text)
    {
        Argument.NotNull(text);
        return
            text.Split('/') is [{ } first, { } second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= Most
            && number >= 1
            && number <= count
            ? new Shard(number, count)
            : throw Argument.Invalid(
                Sentence.Of(
                    $"'{Excerpt.Of(text)}' is no shard: write the number, a slash, how many, e.g. '2/4'.",
                    $"« {Excerpt.Of(text)} » n'est pas une partie : écrivez le numéro, une barre oblique, combien "
                        + $"il y en a, par exemple « 2/4 »."
                ),
                nameof(text)
            );
    }

    /// <summary>Whether an owner belongs to this shard.</summary>
    /// <param name="owner">The owner's primary address.</param>
    public bool Holds(string owner)
    {
        Argument.NotNull(owner);
        return IsAll || Of(owner, Count) == Number;
    }

    /// <summary>
    /// This shard's part of the requests a second that all may send together: for <see cref="ZimbraClientOptions.MaxRequestsPerSecond"/>
    /// of each shard's client. The parts of all shards add up to the whole, where it is not less than one each.
    /// </summary>
    /// <param name="requestsPerSecond">What all may send; 0 for no limit.</param>
    /// <returns>At least 1; 0 for no limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int PartOf(int requestsPerSecond)
    {
        Argument.AtLeast(requestsPerSecond, 0);
        int rest = Number <= requestsPerSecond % Count ? 1 : 0;
        return requestsPerSecond == 0 ? 0 : Math.Max(1, (requestsPerSecond / Count) + rest);
    }

    /// <summary><c>i/n</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private static int Of(string owner, int count)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(owner.Trim().ToLowerInvariant()));
        return 1 + (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)count);
    }
}
