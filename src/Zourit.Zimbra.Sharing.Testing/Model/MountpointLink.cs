namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>Where a mountpoint points.</summary>
/// <param name="OwnerId">The owner's account id.</param>
/// <param name="RemoteId">The folder's id there.</param>
/// <param name="Reminder">Whether reminders are shown.</param>
public sealed record MountpointLink(string OwnerId, int RemoteId, bool Reminder);
