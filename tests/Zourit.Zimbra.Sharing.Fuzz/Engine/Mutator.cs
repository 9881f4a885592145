using System.Text;

namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>Changes inputs: bits and bytes, pieces of the language, numbers, lines, copies of parts, parts of other inputs.</summary>
public sealed class Mutator(Random random, IReadOnlyList<string> words)
{
    private const int LongestInput = 256 * 1024;

    private static readonly byte[][] Numbers =
    [
        .. new[]
        {
            "0",
            "-1",
            "1",
            "255",
            "65536",
            "2147483647",
            "2147483648",
            "-2147483648",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "253402300799999",
            "253402300800000",
            "99999999999999999999999999",
            "00010101",
            "99991231",
            "00010101T000000Z",
            "99991231T235959Z",
            "1e9",
            "0.5",
            "+1",
            "١",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private readonly XmlChanges _xml = new(random);
    private readonly byte[][] _words = [.. words.Select(Encoding.UTF8.GetBytes)];

    /// <summary>A changed copy of an input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="other">Another one to take parts from.</param>
    public byte[] Change(byte[] input, byte[] other)
    {
        bool isXml = input.AsSpan().IndexOf("</"u8) >= 0;
        bool keepsForm = isXml && random.Next(3) > 0;
        for (int steps = 1 << random.Next(0, 4); steps > 0; steps--)
        {
            input = keepsForm || (isXml && random.Next(2) == 0) ? _xml.Change(input) : Step(input, other);
        }

        return input.Length <= LongestInput ? input : input[..LongestInput];
    }

    private byte[] Step(byte[] input, byte[] other)
    {
        int at = random.Next(input.Length + 1);
        int length = Math.Min(input.Length - at, 1 << random.Next(0, 10));
        return random.Next(14) switch
        {
            0 => With(input, at, b => (byte)(b ^ (1 << random.Next(8)))),
            1 => With(input, at, _ => (byte)random.Next(256)),
            2 => Replaced(input, at, 0, Bytes(random.Next(1, 9))),
            3 => Replaced(input, at, length, []),
            4 => Replaced(input, random.Next(input.Length + 1), 0, input.AsSpan(at, length).ToArray()),
            5 => Replaced(input, at, 0, Word()),
            6 => Replaced(input, at, length, Word()),
            7 => Replaced(input, at, length, Part(other)),
            8 => Replaced(input, at, 0, Repeated(input.AsSpan(at, length), 1 << random.Next(1, 12))),
            9 or 10 => OtherNumber(input, at),
            11 => Lines(input, at, line => []),
            12 => Lines(input, at, line => [.. line, .. line]),
            _ => Lines(Lines(input, at, line => []), random.Next(Math.Max(1, input.Length)), line => [.. Line(input, at), .. line]),
        };
    }

    private byte[] Word() => _words.Length == 0 ? Bytes(4) : _words[random.Next(_words.Length)];

    private byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Part(byte[] other)
    {
        int at = random.Next(other.Length + 1);
        return other.AsSpan(at, Math.Min(other.Length - at, 1 << random.Next(0, 12))).ToArray();
    }

    private byte[] OtherNumber(byte[] input, int at)
    {
        int from = input.AsSpan(at).IndexOfAnyInRange((byte)'0', (byte)'9') + at;
        if (from < at)
        {
            return Replaced(input, at, 0, Numbers[random.Next(Numbers.Length)]);
        }

        int to = from;
        while (to < input.Length && char.IsAsciiDigit((char)input[to]))
        {
            to++;
        }

        return Replaced(input, from, to - from, Numbers[random.Next(Numbers.Length)]);
    }

    private static byte[] Repeated(ReadOnlySpan<byte> part, int times)
    {
        byte[] all = new byte[Math.Min((long)part.Length * times, LongestInput) / Math.Max(1, part.Length) * part.Length];
        for (int at = 0; at < all.Length; at += part.Length)
        {
            part.CopyTo(all.AsSpan(at));
        }

        return all;
    }

    private static byte[] With(byte[] input, int at, Func<byte, byte> change)
    {
        byte[] changed = [.. input];
        if (at < changed.Length)
        {
            changed[at] = change(changed[at]);
        }

        return changed;
    }

    private static byte[] Lines(byte[] input, int at, Func<byte[], byte[]> change)
    {
        (int from, int to) = LineAt(input, at);
        return Replaced(input, from, to - from, change(input[from..to]));
    }

    private static byte[] Line(byte[] input, int at)
    {
        (int from, int to) = LineAt(input, at);
        return input[from..to];
    }

    // An element counts as a line: the server writes its XML without line ends.
    private static (int From, int To) LineAt(byte[] input, int at)
    {
        at = Math.Min(at, input.Length);
        int from = input.AsSpan(0, at).LastIndexOfAny((byte)'\n', (byte)'>') + 1;
        int end = input.AsSpan(at).IndexOfAny((byte)'\n', (byte)'>');
        return (from, end < 0 ? input.Length : at + end + 1);
    }

    private static byte[] Replaced(byte[] input, int at, int length, byte[] by) =>
        [.. input.AsSpan(0, Math.Min(at, input.Length)), .. by, .. input.AsSpan(Math.Min(at + length, input.Length))];
}
