using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>A field of a record: its name in JSON, its label for people, and where its value is.</summary>
internal sealed record Column<T>(string Name, ColumnKind Kind, LocalizedText Label, Func<T, object?> Value)
{
    /// <summary>Whether people see it as well; JSON has all.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>What people see where there is no value; null for nothing.</summary>
    public LocalizedText? Absent { get; init; }

    /// <summary>The words that it may be; null where it is no word.</summary>
    public IReadOnlyList<string>? Words { get; init; }
}
