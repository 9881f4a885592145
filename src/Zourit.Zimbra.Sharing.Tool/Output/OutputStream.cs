using System.Text;
using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>
/// A standard stream. A reader who left ends the writing, not the work: what was asked of the server is finished, or not started. So does a
/// disk that is full, but that one has lost what somebody wants to read: <see cref="Loss"/>.
/// </summary>
internal sealed class OutputStream(Stream stream, Terminal terminal)
{
    // .NET's own code of an IOException that no system call caused; then EPIPE and ECONNRESET, and what Windows says of pipes.
    private static readonly int[] ReaderLeft = [0x1620, 32, 104, 109, 232, 233];

    private static readonly (string From, string To)[] Plain =
    [
        ("\u2019", "'"),
        ("\u202F", " "),
        ("\u00A0", " "),
        ("\u2026", "..."),
        ("\u2192", "->"),
        ("«", "\""),
        ("»", "\""),
    ];

    /// <summary>Whether nobody reads any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Why what was written is not all there, though its reader has not left; null where it is.</summary>
    public Exception? Loss { get; private set; }

    public void WriteLine(string text)
    {
        string shown = terminal.IsUnicode
            ? text
            : Plain.Aggregate(text, (all, each) => all.Replace(each.From, each.To, StringComparison.Ordinal));
        Write(terminal.Encoding.GetBytes(shown + "\n"));
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (IsClosed)
        {
            return;
        }

        try
        {
            stream.Write(bytes);
            stream.Flush();
        }
        catch (IOException e)
        {
            IsClosed = true;
            Loss = terminal.IsOutputTerminal || ReaderLeft.Contains(e.HResult & 0xFFFF) ? null : e;
        }
        catch (UnauthorizedAccessException)
        {
            // Whoever started the program closed the stream.
            IsClosed = true;
        }
    }

    /// <summary>For what writes into streams and writers: everything is written once it is whole.</summary>
    public void Write(Action<Stream> write)
    {
        using var whole = new MemoryStream();
        write(whole);
        Write(whole.ToArray());
    }

    /// <summary>Text of several lines, of the library.</summary>
    public void WriteText(Action<TextWriter> write)
    {
        using var text = new StringWriter(new StringBuilder()) { NewLine = "\n" };
        write(text);
        WriteLine(ToolWords.In(text.ToString().TrimEnd('\n')));
    }
}
