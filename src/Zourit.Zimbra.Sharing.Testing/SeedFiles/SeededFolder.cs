namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A folder.</summary>
public sealed class SeededFolder
{
    /// <summary>Its absolute path, such as <c>/Calendar</c> or <c>/Clubs/Chess</c>; missing parents are made.</summary>
    public required string Path { get; init; }

    /// <summary>What it is for: appointment (when absent), message, contact, document, task, unknown.</summary>
    public string View { get; init; } = "appointment";

    /// <summary>Its colour, 0 to 127; the server's choice when absent.</summary>
    public int? Color { get; init; }

    /// <summary>
    /// Its flags, in Zimbra's letters: <c>#</c> checked, <c>b</c> left out of free/busy, <c>i</c> does not inherit its parent's grants,
    /// <c>*</c> subscribed.
    /// </summary>
    public string Flags { get; init; } = "";

    /// <summary>Who may do what here.</summary>
    public IReadOnlyList<SeededGrant> Grants { get; init; } = [];

    /// <summary>Calendar items.</summary>
    public IReadOnlyList<SeededEvent> Events { get; init; } = [];
}
