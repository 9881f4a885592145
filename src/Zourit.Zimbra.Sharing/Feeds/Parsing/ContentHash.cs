using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// A hash over a feed's components that does not depend on their order, which the server does not promise, nor on when they were written:
/// <c>DTSTAMP</c> is left out, and so is <c>PRODID</c>, since a server update changes nothing in the calendar.
/// </summary>
internal sealed class ContentHash : IDisposable
{
    private const int BufferSize = 16 * 1024;

    private readonly IncrementalHash _component = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ulong[] _sum = new ulong[4];

    // Lines are short, and each call into the platform's own cryptography has its price.
    private readonly ArrayBufferWriter<byte> _lines = new(BufferSize);
    private bool _skipping;

    /// <summary>Adds a line, folded or not, of the component at hand.</summary>
    public void Line(ReadOnlySpan<byte> line)
    {
        if (line is not [(byte)' ' or (byte)'\t', ..])
        {
            _skipping = IsNoise(line);
        }

        if (!_skipping)
        {
            if (_lines.WrittenCount + line.Length >= BufferSize)
            {
                Flush();
            }

            _lines.Write(line);
            _lines.Write("\n"u8);
        }
    }

    /// <summary>The component at hand is complete.</summary>
    public void EndComponent()
    {
        Flush();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _component.GetHashAndReset(hash);
        for (int lane = 0; lane < _sum.Length; lane++)
        {
            _sum[lane] = unchecked(_sum[lane] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(lane * 8)..]));
        }
    }

    public void Dispose() => _component.Dispose();

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{_sum[0]:x16}{_sum[1]:x16}{_sum[2]:x16}{_sum[3]:x16}");

    private void Flush()
    {
        _component.AppendData(_lines.WrittenSpan);
        _lines.ResetWrittenCount();
    }

    private static bool IsNoise(ReadOnlySpan<byte> line) =>
        line is [(byte)'D' or (byte)'P', ..] && (line.StartsWith("DTSTAMP"u8) || line.StartsWith("PRODID"u8));
}
