namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="CreateMountpointRequest"/>.</summary>
/// <param name="Mountpoint">The new mountpoint, or the one of that name that existed already, with the remote folder's data.</param>
public sealed record CreateMountpointResponse(Folder Mountpoint);
