namespace Zourit.Zimbra.Sharing.Plans.Values;

/// <summary>Where in a file something is written: what asked for a change, or what is wrong.</summary>
/// <param name="File">The file's name as it was given, for a <c>file:</c> entry relative to the manifest's folder.</param>
/// <param name="Line">The line, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">The character within the line, from 1; 0 where the line or the file as a whole is meant.</param>
public readonly record struct SourceLocation(string File, int Line, int Column)
{
    /// <summary><c>file:line:column</c>, without the parts that are 0.</summary>
    public override string ToString() =>
        Line == 0 ? Excerpt.OneLine(File)
        : Column == 0 ? $"{Excerpt.OneLine(File)}:{Line}"
        : $"{Excerpt.OneLine(File)}:{Line}:{Column}";
}
