namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>Another person's folder seen in a mailbox.</summary>
public sealed class SeededMountpoint
{
    /// <summary>Where it is seen, such as <c>/Alice's calendar</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The other person's address.</summary>
    public required string Owner { get; init; }

    /// <summary>The folder's path in the owner's mailbox.</summary>
    public required string Folder { get; init; }
}
