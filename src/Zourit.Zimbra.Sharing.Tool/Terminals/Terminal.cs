using System.Text;

namespace Zourit.Zimbra.Sharing.Tool.Terminals;

/// <summary>What a command sees of the outside: streams, variables, the clock. Tests give their own.</summary>
internal sealed class Terminal
{
    public required TextReader Input { get; init; }

    public required Stream Output { get; init; }

    public required Stream Error { get; init; }

    /// <summary>The encoding of text; JSON is ASCII in any case.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public bool IsInputTerminal { get; init; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    /// <summary>The number of columns.</summary>
    public int Width { get; init; } = 80;

    /// <summary>An environment variable; null where it is not set or empty.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Reads a line that is not shown; null at the end of the input.</summary>
    public Func<string?> ReadHidden { get; init; } = () => null;

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public bool IsUnicode => Encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding;
}
