namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="GetCosRequest"/>.</summary>
public sealed record CosResponse
{
    /// <summary>The class of service with its attributes.</summary>
    public required DirectoryEntry Cos { get; init; }

    /// <summary>Whether it is one of the two that always exist, <c>default</c> and <c>defaultExternal</c> (<c>isDefaultCos</c>).</summary>
    public bool IsDefault { get; init; }
}
