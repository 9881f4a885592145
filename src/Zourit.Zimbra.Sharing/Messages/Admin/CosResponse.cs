namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="GetCosRequest"/>.</summary>
/// <param name="Cos">The class of service with its attributes.</param>
public sealed record CosResponse(DirectoryEntry Cos)
{
    /// <summary>Whether it is one of the two that always exist, <c>default</c> and <c>defaultExternal</c> (<c>isDefaultCos</c>).</summary>
    public bool IsDefault { get; init; }
}
