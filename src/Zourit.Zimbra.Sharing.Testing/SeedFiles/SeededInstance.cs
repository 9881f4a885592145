namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>An instance of a repeating item that differs.</summary>
public sealed class SeededInstance
{
    /// <summary>When the instance would have started, in the form of the item's start (<c>RECURRENCE-ID</c>).</summary>
    public required string At { get; init; }

    /// <summary>Whether it does not take place (<c>EXDATE</c>).</summary>
    public bool Cancelled { get; init; }

    /// <summary>Its own title; the item's when absent.</summary>
    public string? Summary { get; init; }

    /// <summary>Its own start; as planned when absent.</summary>
    public string? Start { get; init; }

    /// <summary>Its own end; as planned when absent.</summary>
    public string? End { get; init; }
}
