using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>What FolderActionRequest <c>op="update"</c> changes; what is null stays.</summary>
internal sealed record FolderChanges
{
    /// <summary>A new name (<c>name</c>).</summary>
    public string? Name { get; init; }

    /// <summary>A new parent (<c>l</c>).</summary>
    public string? ParentId { get; init; }

    /// <summary>
    /// All flags, absolutely (<c>f</c>). A value without the letter <c>i</c> makes the folder inherit, and that erases its ACL, also one
    /// that is given in the same request. Prefer <see cref="FolderActionRequest.Check"/> and <see cref="FolderActionRequest.SetFreeBusy"/>,
    /// or repeat all letters that stand.
    /// </summary>
    public string? Flags { get; init; }

    /// <summary>The colour's number (<c>color</c>).</summary>
    public int? Color { get; init; }

    /// <summary>The colour as <c>#rrggbb</c> (<c>rgb</c>).</summary>
    public string? Rgb { get; init; }

    /// <summary>The default view (<c>view</c>).</summary>
    public string? View { get; init; }

    /// <summary>
    /// The whole ACL anew (<c>acl</c>): nobody is looked up, and neither policy switches nor the rules on the right <c>a</c> are checked.
    /// </summary>
    public FolderAcl? Acl { get; init; }

    internal void Write(RequestWriter writer)
    {
        writer.Attribute("name", Name);
        writer.Attribute("l", ParentId);
        writer.Attribute("f", Flags);
        writer.Attribute("color", Color);
        writer.Attribute("rgb", Rgb);
        writer.Attribute("view", View);
        Acl?.Write(writer);
    }
}
