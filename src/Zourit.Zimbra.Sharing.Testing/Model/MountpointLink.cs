namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>Where a mountpoint points.</summary>
public sealed record MountpointLink
{
    /// <summary>The owner's account id.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The folder's id there.</summary>
    public required int RemoteId { get; init; }

    /// <summary>Whether reminders are shown.</summary>
    public bool Reminder { get; init; }
}
