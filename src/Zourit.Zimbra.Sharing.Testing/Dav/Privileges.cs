using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>Rights letters as privileges (A.2).</summary>
internal static class Privileges
{
    private static readonly (char Letter, string[] Names)[] Meaning =
    [
        ('r', ["read"]),
        ('w', ["write", "write-content", "write-properties"]),
        ('i', ["bind"]),
        ('d', ["unbind"]),
    ];

    public static XElement Current(string rights, bool isMountpoint) =>
        new(DavNames.Dav + "current-user-privilege-set", Of(rights, isMountpoint));

    /// <summary>The grants that concern the caller.</summary>
    public static XElement Acl(DavCall call, MailFolder folder) =>
        new(
            DavNames.Dav + "acl",
            folder
                .EffectiveAcl.Grants.Where(grant => AccessControl.Matches(call.Directory, Visitor.Of(call.Caller), grant))
                .Select(grant => new XElement(
                    DavNames.Dav + "ace",
                    new XElement(DavNames.Dav + "principal", Principal(call, grant)),
                    new XElement(DavNames.Dav + "grant", Of(grant.Rights, isMountpoint: false))
                ))
        );

    private static XElement Principal(DavCall call, AccessGrant grant) =>
        grant.Type switch
        {
            "pub" => new XElement(DavNames.Dav + "all"),
            "all" or "dom" or "cos" => new XElement(DavNames.Dav + "authenticated"),
            _ => DavNames.Href(
                $"{call.Directory.UserUri.GetLeftPart(UriPartial.Authority)}/principals/{(grant.Type == "guest" ? "guests" : "users")}/"
                    + DavHref.Escape(call.Directory.NameOf(grant.Type, grant.GranteeId) ?? grant.GranteeId)
            ),
        };

    private static IEnumerable<XElement> Of(string rights, bool isMountpoint) =>
        Meaning
            .Where(meaning => rights.Contains(meaning.Letter, StringComparison.Ordinal))
            .SelectMany(meaning => meaning.Names)
            .Concat(isMountpoint && !rights.Contains('w', StringComparison.Ordinal) ? ["write-properties"] : [])
            .Prepend("read-current-user-privilege-set")
            .Select(name => new XElement(DavNames.Dav + "privilege", new XElement(DavNames.Dav + name)));
}
