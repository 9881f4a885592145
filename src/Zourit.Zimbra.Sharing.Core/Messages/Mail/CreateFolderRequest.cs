using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>
/// Makes a folder (urn:zimbraMail CreateFolderRequest). Faults: <c>mail.ALREADY_EXISTS</c>, <c>mail.INVALID_NAME</c>, and for an unknown
/// parent <c>mail.NO_SUCH_ITEM</c>.
/// </summary>
public sealed record CreateFolderRequest : ZimbraRequest<CreateFolderResponse>
{
    /// <summary>The leaf name (<c>name</c>); without <see cref="ParentId"/> a whole path, whose missing folders are made.</summary>
    public required string Name { get; init; }

    private static readonly ZimbraOperation Fetching = new("CreateFolderRequest", ZimbraNamespace.Mail, RetrySafety.Converging);
    private static readonly ZimbraOperation Plain = new("CreateFolderRequest", ZimbraNamespace.Mail, RetrySafety.Verifiable);

    /// <summary>The parent's id (<c>l</c>); <c>1</c> is the user's root.</summary>
    public string? ParentId { get; init; }

    /// <summary>The default view (<c>view</c>): <c>appointment</c> for a calendar.</summary>
    public string? View { get; init; }

    /// <summary>Flag letters (<c>f</c>), e.g. <c>#</c> to tick a calendar.</summary>
    public string? Flags { get; init; }

    /// <summary>The colour's number (<c>color</c>).</summary>
    public int? Color { get; init; }

    /// <summary>The colour as <c>#rrggbb</c> (<c>rgb</c>).</summary>
    public string? Rgb { get; init; }

    /// <summary>The address to feed the folder from (<c>url</c>).</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Return the folder if it exists already (<c>fie</c>), untouched. Makes the request safe to repeat.</summary>
    public bool? FetchIfExists { get; init; }

    /// <summary>Whether to read <see cref="SourceUrl"/> at once (<c>sync</c>).</summary>
    public bool? SyncToUrl { get; init; }

    /// <summary>
    /// The new folder's ACL (<c>acl</c>); policy switches and the rules on the right <c>a</c> are not checked here, only lifetimes.
    /// </summary>
    public FolderAcl? Acl { get; init; }

    internal override ZimbraOperation Operation => FetchIfExists == true ? Fetching : Plain;

    internal override LocalizedText? WhereToLook =>
        FetchIfExists == true
            ? null
            : LocalizedText.Format(
                $"Look with GetFolderRequest whether '{Name}' exists.",
                $"Voyez par GetFolderRequest si « {Name} » existe."
            );

    /// <summary>The name, without the rest: a feed's address may hold credentials.</summary>
    public override string ToString() => $"{OperationName} {Name}";

    internal override void WriteContent(RequestWriter writer)
    {
        using (writer.Open("folder"))
        {
            writer.Attribute("name", Name);
            writer.Attribute("view", View);
            writer.Attribute("f", Flags);
            writer.Attribute("color", Color);
            writer.Attribute("rgb", Rgb);
            writer.Attribute("url", SourceUrl);
            writer.Attribute("l", ParentId);
            writer.Attribute("fie", FetchIfExists);
            writer.Attribute("sync", SyncToUrl);
            Acl?.Write(writer);
        }
    }

    internal override CreateFolderResponse ReadResponse(ResponseElement response) =>
        new() { Folder = Folder.Read(response.RequiredChild("folder")) };
}
