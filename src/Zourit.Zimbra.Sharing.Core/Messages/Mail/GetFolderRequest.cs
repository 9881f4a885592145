using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>
/// Reads a folder, what lies below it, and its ACL (urn:zimbraMail GetFolderRequest). Give one of <see cref="Id"/>, <see cref="Uuid"/> and
/// <see cref="Path"/>; none means the user's root. Unknown folders are <c>mail.NO_SUCH_FOLDER</c>.
/// </summary>
public sealed record GetFolderRequest : ZimbraRequest<GetFolderResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetFolderRequest", ZimbraNamespace.Mail, RetrySafety.Safe);

    /// <summary>The folder's id (<c>folder l</c>); with <see cref="Path"/> the folder from which the path starts.</summary>
    public string? Id { get; init; }

    /// <summary>The folder's UUID (<c>folder uuid</c>); it takes precedence.</summary>
    public string? Uuid { get; init; }

    /// <summary>The folder's path (<c>folder path</c>); letter case does not matter, and it may cross a mountpoint.</summary>
    public string? Path { get; init; }

    /// <summary>How many levels below to return (<c>depth</c>): 0 only the folder, -1 all; null for the server's default, all.</summary>
    public int? Depth { get; init; }

    /// <summary>Fetch the content of mountpoints (<c>tr</c>), one level.</summary>
    public bool? TraverseMountpoints { get; init; }

    /// <summary>In somebody else's mailbox: also show unreadable folders above readable ones, as placeholders (<c>visible</c>).</summary>
    public bool? Visible { get; init; }

    /// <summary>Only folders of this default view (<c>view</c>), e.g. <c>appointment</c>.</summary>
    public string? View { get; init; }

    /// <summary>Resolve the names of grantees (<c>needGranteeName</c>); null for the server's default, yes.</summary>
    public bool? NeedGranteeName { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    /// <summary>The folder at a path, without what lies below it.</summary>
    public static GetFolderRequest AtPath(string path) => new() { Path = path, Depth = 0 };

    /// <summary>The folder with an id, without what lies below it.</summary>
    public static GetFolderRequest WithId(string id) => new() { Id = id, Depth = 0 };

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("visible", Visible);
        writer.Attribute("needGranteeName", NeedGranteeName);
        writer.Attribute("view", View);
        writer.Attribute("depth", Depth);
        writer.Attribute("tr", TraverseMountpoints);
        if (Id is not null || Uuid is not null || Path is not null)
        {
            using (writer.Open("folder"))
            {
                writer.Attribute("uuid", Uuid);
                writer.Attribute("l", Id);
                writer.Attribute("path", Path);
            }
        }
    }

    internal override GetFolderResponse ReadResponse(ResponseElement response)
    {
        foreach (ResponseElement child in response.Children())
        {
            if (Mail.Folder.IsFolder(child))
            {
                return new GetFolderResponse { Folder = Mail.Folder.Read(child) };
            }
        }

        throw response.Broken(ReplyTexts.NoFolder);
    }
}
