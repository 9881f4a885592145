using System.Text;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>A file's bytes, read with a bound and checked against their encoding.</summary>
internal sealed class SourceFile
{
    private const int LongestLine = 65_536;
    private const int FirstBuffer = 65_536;

    private SourceFile(string name, byte[] utf8)
    {
        Name = name;
        Utf8 = utf8;
    }

    public string Name { get; }

    /// <summary>The text in UTF-8, without a byte order mark.</summary>
    public byte[] Utf8 { get; }

    /// <summary>Reads to the end, or until there is more than is allowed.</summary>
    public static async Task<SourceFile?> ReadAsync(
        Stream stream,
        string name,
        SourceLimits limits,
        ErrorList errors,
        CancellationToken cancellationToken
    )
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[FirstBuffer];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (bytes.Length + read > limits.MaxBytes)
            {
                errors.Add(ManifestErrorCode.TooLarge, new(name, 0, 0), DocumentTexts.TooLarge(limits.MaxBytes));
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return Checked(bytes.ToArray(), name, limits, errors);
    }

    public TextReader OpenText() => new StreamReader(new MemoryStream(Utf8, writable: false), Encoding.UTF8);

    private static SourceFile? Checked(byte[] bytes, string name, SourceLimits limits, ErrorList errors)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            errors.Add(ManifestErrorCode.Encoding, new(name, 0, 0), DocumentTexts.Utf16);
            return null;
        }

        byte[] text = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        bool isUtf8 = limits.Encoding == TextEncoding.Utf8;
        if (!isUtf8 && !System.Text.Ascii.IsValid(text) && System.Text.Unicode.Utf8.IsValid(text))
        {
            errors.Add(ManifestErrorCode.Encoding, new(name, 0, 0), DocumentTexts.Utf8AsWindows1252);
            return null;
        }

        int before = errors.Count;
        int line = 0;
        foreach (Range range in text.AsSpan().Split((byte)'\n'))
        {
            line++;
            CheckLine(text.AsSpan(range), new(name, line, 0), isUtf8, limits, errors);
        }

        return errors.Count > before ? null
            : isUtf8 ? new SourceFile(name, text)
            : new SourceFile(name, Encoding.Convert(Windows1252.Encoding, Encoding.UTF8, text));
    }

    private static void CheckLine(ReadOnlySpan<byte> text, SourceLocation line, bool isUtf8, SourceLimits limits, ErrorList errors)
    {
        if (limits.HasLines && text.Length > LongestLine)
        {
            errors.Add(ManifestErrorCode.TooLarge, line, DocumentTexts.LineTooLong(LongestLine));
            return;
        }

        (int at, int column) = isUtf8 ? InvalidUtf8(text) : (-1, 0);
        if (at >= 0)
        {
            errors.Add(ManifestErrorCode.Encoding, line with { Column = column }, DocumentTexts.InvalidByte(text[at], "UTF-8"));
        }
        else if (!isUtf8 && text.IndexOfAny(Windows1252.Unassigned) is >= 0 and var unassigned)
        {
            errors.Add(ManifestErrorCode.Encoding, line with { Column = unassigned + 1 }, DocumentTexts.NoByteOf1252(text[unassigned]));
        }
    }

    private static (int At, int Column) InvalidUtf8(ReadOnlySpan<byte> text)
    {
        if (System.Text.Unicode.Utf8.IsValid(text))
        {
            return (-1, 0);
        }

        int at = 0;
        int column = 1;
        while (Rune.DecodeFromUtf8(text[at..], out Rune rune, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
            column += rune.Utf16SequenceLength;
        }

        return (at, column);
    }
}
