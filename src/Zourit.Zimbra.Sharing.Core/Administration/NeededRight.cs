namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>A right that an operation needs, and on what.</summary>
public sealed record NeededRight
{
    /// <summary>The right, e.g. <c>adminLoginAs</c> or <c>get.account.zimbraSharedItem</c>.</summary>
    public required string Name { get; init; }

    /// <summary>On what it is granted.</summary>
    public RightScope On { get; init; } = RightScope.Domain;

    /// <summary>The right and its scope.</summary>
    public override string ToString() => $"{Name} ({On})";
}
