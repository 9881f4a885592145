using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>Where a mountpoint points (attributes of <c>link</c>).</summary>
public sealed record MountpointTarget
{
    /// <summary>The owner's account id (<c>zid</c>).</summary>
    public string? OwnerId { get; init; }

    /// <summary>The owner's name (<c>owner</c>); null when the owner is gone.</summary>
    public string? OwnerName { get; init; }

    /// <summary>The folder's id in the owner's mailbox (<c>rid</c>).</summary>
    public string? FolderId { get; init; }

    /// <summary>The folder's UUID (<c>ruuid</c>).</summary>
    public string? FolderUuid { get; init; }

    /// <summary>The folder's name in the owner's mailbox (<c>oname</c>); only when its content was fetched.</summary>
    public string? FolderName { get; init; }

    /// <summary>The folder's REST address (<c>rest</c>); only when its content was fetched.</summary>
    public string? RestUrl { get; init; }

    /// <summary>Whether reminders of the remote calendar are shown (<c>reminder</c>).</summary>
    public bool? ShowsReminders { get; init; }

    /// <summary>The folder cannot be reached: it is gone, or no longer shared (<c>broken</c>).</summary>
    public bool IsBroken { get; init; }

    internal static MountpointTarget Read(ResponseElement link) =>
        new()
        {
            OwnerId = link.Text("zid"),
            OwnerName = link.Text("owner"),
            FolderId = link.Text("rid"),
            FolderUuid = link.Text("ruuid"),
            FolderName = link.Text("oname"),
            RestUrl = link.Text("rest"),
            ShowsReminders = link.Flag("reminder"),
            IsBroken = link.Flag("broken") ?? false,
        };
}
