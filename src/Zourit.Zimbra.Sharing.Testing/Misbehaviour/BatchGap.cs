namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// A moment between two requests of one <c>BatchRequest</c>. The server carries out a batch one request at a time and locks nothing from
/// one to the next, so that requests of other sessions may come in between.
/// </summary>
public sealed record BatchGap
{
    /// <summary>How many requests of the batch are done, those that failed included; 1 or more.</summary>
    public required int Done { get; init; }

    /// <summary>How many are yet to be done; 1 or more.</summary>
    public required int Left { get; init; }

    /// <summary>The name of the request that comes next, e.g. <c>FolderActionRequest</c>.</summary>
    public required string Next { get; init; }
}
