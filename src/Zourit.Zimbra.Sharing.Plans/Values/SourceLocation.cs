namespace Zourit.Zimbra.Sharing.Plans.Values;

/// <summary>Where in a file something is written: what asked for a change, or what is wrong.</summary>
public readonly record struct SourceLocation
{
    internal SourceLocation(string file, int line, int column)
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The file's name as it was given, for a <c>file:</c> entry relative to the manifest's folder.</summary>
    public string File
    {
        get => field ?? "";
        init;
    }

    /// <summary>The line, from 1; 0 where the file as a whole is meant.</summary>
    public int Line { get; init; }

    /// <summary>The character within the line, from 1; 0 where the line or the file as a whole is meant.</summary>
    public int Column { get; init; }

    /// <summary><c>file:line:column</c>, without the parts that are 0.</summary>
    public override string ToString() =>
        Line == 0 ? Excerpt.OneLine(File)
        : Column == 0 ? $"{Excerpt.OneLine(File)}:{Line}"
        : $"{Excerpt.OneLine(File)}:{Line}:{Column}";
}
