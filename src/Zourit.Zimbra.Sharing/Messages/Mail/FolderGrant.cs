using Zourit.Zimbra.Sharing.Wire;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>One entry of a folder's ACL (<c>acl/grant</c>), to be read or to be written.</summary>
public sealed record FolderGrant
{
    /// <summary>The grantee's type (<c>gt</c>).</summary>
    public required GranteeType Type { get; init; }

    /// <summary>The permission letters (<c>perm</c>), e.g. <c>r</c> or <c>rwidx</c>; empty grants nothing.</summary>
    public required string Rights { get; init; }

    /// <summary>
    /// The grantee's id (<c>zid</c>): a UUID for internal grantees, for a guest the mail address exactly as typed when granted, for a key its name; null for
    /// the public and for all authenticated. In a grant request it names an internal grantee without any check.
    /// </summary>
    public string? GranteeId { get; init; }

    /// <summary>The grantee's name (<c>d</c>). In a request: the address to look up. In a reply: only for internal grantees, empty for a deleted one.</summary>
    public string? GranteeName { get; init; }

    /// <summary>When the grant ends (<c>expiry</c>, milliseconds on the wire), UTC; null for never, or for the ACL's own ceiling.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>A guest's grant password (<c>pw</c>). Null when never given; empty when the share was made in the web client.</summary>
    public Secret? Password { get; init; }

    /// <summary>The access key of a key grant (<c>key</c>); the server makes one when none is given.</summary>
    public Secret? AccessKey { get; init; }

    /// <summary>The grantee was deleted (<c>invalid</c>).</summary>
    public bool IsOrphan { get; init; }

    internal static FolderGrant Read(ResponseElement grant) => new()
    {
        Type = GranteeTypeWord.Parse(grant.Text("gt")),
        Rights = grant.Text("perm") ?? "",
        GranteeId = grant.Text("zid"),
        GranteeName = grant.Text("d"),
        Expiry = grant.Instant("expiry"),
        Password = grant.Secret("pw"),
        AccessKey = grant.Secret("key"),
        IsOrphan = grant.Flag("invalid") ?? false,
    };

    internal void Write(RequestWriter writer)
    {
        using (writer.Open("grant"))
        {
            writer.Attribute("perm", Rights);
            writer.Attribute("gt", GranteeTypeWord.Of(Type));
            writer.Attribute("zid", GranteeId);
            writer.Attribute("d", GranteeName);
            writer.Attribute("pw", Password);
            writer.Attribute("key", AccessKey);
            writer.Attribute("expiry", Expiry);
        }
    }
}
