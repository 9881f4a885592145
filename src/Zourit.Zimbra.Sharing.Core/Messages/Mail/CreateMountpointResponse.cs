namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="CreateMountpointRequest"/>.</summary>
public sealed record CreateMountpointResponse
{
    /// <summary>The new mountpoint, or the one of that name that existed already, with the remote folder's data.</summary>
    public required Folder Mountpoint { get; init; }
}
