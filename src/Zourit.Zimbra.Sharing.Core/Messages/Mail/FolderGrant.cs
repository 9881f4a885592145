using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>One entry of a folder's ACL (<c>acl/grant</c>), to be read or to be written.</summary>
public sealed record FolderGrant
{
    /// <summary>The grantee's type (<c>gt</c>).</summary>
    public required GranteeType Type { get; init; }

    /// <summary>The permission letters (<c>perm</c>), e.g. <c>r</c> or <c>rwidx</c>; empty grants nothing.</summary>
    public required string Rights { get; init; }

    /// <summary>
    /// The grantee's id (<c>zid</c>): a UUID for internal grantees, for a guest the mail address exactly as typed when granted, for a key
    /// its name; null for the public and for all authenticated. In a grant request it names an internal grantee without any check.
    /// </summary>
    public string? GranteeId { get; init; }

    /// <summary>
    /// The grantee's name (<c>d</c>). In a request: the address to look up. In a reply: only for internal grantees, empty for a deleted
    /// one.
    /// </summary>
    public string? GranteeName { get; init; }

    /// <summary>When the grant ends (<c>expiry</c>, milliseconds on the wire), UTC; null for never, or for the ACL's own ceiling.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>A guest's grant password (<c>pw</c>). Null when never given; empty when the share was made in the web client.</summary>
    public Secret? Password { get; init; }

    /// <summary>
    /// An older spelling of <see cref="Password"/> in requests (<c>args</c>), which the server takes before it; null to leave it out.
    /// </summary>
    public Secret? Args { get; init; }

    /// <summary>The access key of a key grant (<c>key</c>); the server makes one when none is given.</summary>
    public Secret? AccessKey { get; init; }

    /// <summary>The grantee was deleted (<c>invalid</c>).</summary>
    public bool IsOrphan { get; init; }

    /// <summary>
    /// To a person outside the server (<c>gt="guest"</c>). The server makes it a user's grant when the address turns out to be an
    /// account's.
    /// </summary>
    /// <param name="address">The bare mail address. The server stores it exactly as typed, so send it trimmed and in lower case.</param>
    /// <param name="rights">The permission letters, e.g. <c>r</c>; <c>a</c> is <c>mail.CANNOT_GRANT</c> for a guest.</param>
    public static FolderGrant Guest(string address, string rights) => Named(GranteeType.Guest, address, rights);

    /// <summary>To everybody, without signing in (<c>gt="pub"</c>).</summary>
    /// <param name="rights">The permission letters; <c>r</c> is all that anonymous readers can use.</param>
    public static FolderGrant Public(string rights) => new() { Type = GranteeType.Public, Rights = rights };

    /// <summary>To everybody who is signed in (<c>gt="all"</c>).</summary>
    /// <param name="rights">The permission letters.</param>
    public static FolderGrant AllAuthenticated(string rights) => new() { Type = GranteeType.AllAuthenticated, Rights = rights };

    /// <summary>
    /// To an internal account (<c>gt="usr"</c>). The server silently makes it a guest's grant when it knows no such account: look at the
    /// response.
    /// </summary>
    /// <param name="name">The account's name or alias; without <c>@</c> it is completed with the caller's domain.</param>
    /// <param name="rights">The permission letters.</param>
    public static FolderGrant User(string name, string rights) => Named(GranteeType.User, name, rights);

    /// <summary>To a distribution list (<c>gt="grp"</c>).</summary>
    /// <param name="name">The list's address; unknown is <c>account.NO_SUCH_DISTRIBUTION_LIST</c>.</param>
    /// <param name="rights">The permission letters.</param>
    public static FolderGrant Group(string name, string rights) => Named(GranteeType.Group, name, rights);

    /// <summary>To all accounts of a domain (<c>gt="dom"</c>).</summary>
    /// <param name="name">The domain's name; unknown is <c>account.NO_SUCH_DOMAIN</c>.</param>
    /// <param name="rights">The permission letters.</param>
    public static FolderGrant Domain(string name, string rights) => Named(GranteeType.Domain, name, rights);

    /// <summary>To all accounts of a class of service (<c>gt="cos"</c>).</summary>
    /// <param name="name">The class of service's name; unknown is <c>account.NO_SUCH_COS</c>.</param>
    /// <param name="rights">The permission letters.</param>
    public static FolderGrant Cos(string name, string rights) => Named(GranteeType.Cos, name, rights);

    /// <summary>To whoever presents an access key (<c>gt="key"</c>).</summary>
    /// <param name="name">A name for the key, any text.</param>
    /// <param name="rights">The permission letters.</param>
    /// <param name="accessKey">The key; null has the server make one, anew at each repetition.</param>
    public static FolderGrant Key(string name, string rights, Secret? accessKey) =>
        Named(GranteeType.Key, name, rights) with
        {
            AccessKey = accessKey,
        };

    internal static FolderGrant Read(ResponseElement grant) =>
        new()
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
            writer.Attribute("args", Args);
            writer.Attribute("pw", Password);
            writer.Attribute("key", AccessKey);
            writer.Attribute("expiry", Expiry);
        }
    }

    private static FolderGrant Named(GranteeType type, string name, string rights)
    {
        Argument.NotBlank(name);
        Argument.NotNull(rights);
        return new FolderGrant
        {
            Type = type,
            Rights = rights,
            GranteeName = name,
        };
    }
}
