namespace Zourit.Zimbra.Sharing.Testing;

/// <summary>The entry of the directory on which an administrator has a right.</summary>
public sealed record RightOptions
{
    internal const string Domain = "domain";

    /// <summary>The type of the entry: <c>domain</c> (the default), <c>account</c>, <c>calresource</c>, <c>dl</c>, <c>cos</c>,
    /// <c>server</c>, <c>config</c>, <c>global</c>.</summary>
    public string On { get; init; } = Domain;

    /// <summary>The entry's name; null (the default) for the administrator's own domain.</summary>
    public string? Target { get; init; }
}
