using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>
/// Makes a mountpoint, a link to somebody else's folder (urn:zimbraMail CreateMountpointRequest). The remote folder is read with the
/// caller's own rights, so the grant must stand first. Faults: <c>service.PERM_DENIED</c> without access, <c>mail.ALREADY_EXISTS</c>,
/// <c>mail.INVALID_NAME</c>, <c>mail.NO_SUCH_FOLDER</c>, <c>account.NO_SUCH_ACCOUNT</c>.
/// </summary>
public sealed record CreateMountpointRequest : ZimbraRequest<CreateMountpointResponse>
{
    private static readonly ZimbraOperation Descriptor = new("CreateMountpointRequest", ZimbraNamespace.Mail, RetrySafety.Verifiable);

    /// <summary>The mountpoint's name (<c>name</c>).</summary>
    public required string Name { get; init; }

    /// <summary>The folder to put it in (<c>l</c>); <c>1</c> is the user's root.</summary>
    public string ParentId { get; init; } = "1";

    /// <summary>The owner's account id (<c>zid</c>). Give this or <see cref="OwnerName"/>.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The owner's name (<c>owner</c>).</summary>
    public string? OwnerName { get; init; }

    /// <summary>The folder's id in the owner's mailbox (<c>rid</c>). Give this or <see cref="RemotePath"/>.</summary>
    public string? RemoteId { get; init; }

    /// <summary>The folder's path in the owner's mailbox (<c>path</c>).</summary>
    public string? RemotePath { get; init; }

    /// <summary>The default view (<c>view</c>); null for that of the remote folder.</summary>
    public string? View { get; init; }

    /// <summary>Flag letters (<c>f</c>), e.g. <c>#</c> to tick a calendar.</summary>
    public string? Flags { get; init; }

    /// <summary>The colour's number (<c>color</c>).</summary>
    public int? Color { get; init; }

    /// <summary>The colour as <c>#rrggbb</c> (<c>rgb</c>).</summary>
    public string? Rgb { get; init; }

    /// <summary>Show reminders of the remote calendar (<c>reminder</c>).</summary>
    public bool? ShowReminders { get; init; }

    /// <summary>If a mountpoint of this name exists, return it (<c>fie</c>), whatever it points at: compare its target.</summary>
    public bool? FetchIfExists { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override LocalizedText WhereToLook =>
        LocalizedText.Format(
            $"Look with GetFolderRequest whether '{Name}' exists and points to the same owner and folder.",
            $"Voyez par GetFolderRequest si « {Name} » existe et mène au même propriétaire et au même dossier."
        );

    internal override void WriteContent(RequestWriter writer)
    {
        using (writer.Open("link"))
        {
            writer.Attribute("name", Name);
            writer.Attribute("view", View);
            writer.Attribute("f", Flags);
            writer.Attribute("color", Color);
            writer.Attribute("rgb", Rgb);
            writer.Attribute("l", ParentId);
            writer.Attribute("fie", FetchIfExists);
            writer.Attribute("reminder", ShowReminders);
            writer.Attribute("zid", OwnerId);
            writer.Attribute("owner", OwnerName);
            writer.Attribute("rid", RemoteId);
            writer.Attribute("path", RemotePath);
        }
    }

    internal override CreateMountpointResponse ReadResponse(ResponseElement response) =>
        new() { Mountpoint = Folder.Read(response.RequiredChild("link")) };
}
