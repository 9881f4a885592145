using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="FolderActionRequest"/>.</summary>
public sealed record FolderActionResponse
{
    /// <summary>The folder's id (<c>id</c>); <c>ownerId:id</c> when a mountpoint was named.</summary>
    public required string FolderId { get; init; }

    /// <summary>The operation's word in lower case (<c>op</c>).</summary>
    public required string Action { get; init; }

    /// <summary>After a grant: the grantee's id as the server resolved it (<c>zid</c>). A UUID means an internal grantee, a mail address a
    /// guest. Null where a first reply was lost and the server said only that the grant exists: whose it is, a guest's or an internal one,
    /// the folder's ACL tells.</summary>
    public string? GranteeId { get; init; }

    /// <summary>After a grant: the grantee's name as the server resolved it (<c>d</c>).</summary>
    public string? GranteeName { get; init; }

    /// <summary>After a key grant: the access key (<c>key</c>).</summary>
    public Secret? AccessKey { get; init; }
}
