namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A right of a delegated administrator.</summary>
public sealed class SeededRight
{
    /// <summary>The right, such as <c>adminLoginAs</c> or <c>get.account.zimbraSharedItem</c>.</summary>
    public required string Right { get; init; }

    /// <summary>
    /// The type of the entry on which it is granted: <c>domain</c> (when absent), <c>account</c>, <c>calresource</c>, <c>dl</c>,
    /// <c>cos</c>, <c>server</c>, <c>config</c>, <c>global</c>.
    /// </summary>
    public string On { get; init; } = "domain";

    /// <summary>The entry's name; the administrator's own domain when absent.</summary>
    public string? Target { get; init; }

    /// <summary>Whether the right is denied instead.</summary>
    public bool Deny { get; init; }
}
