using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// An ACL given whole, in update and CreateFolder: no lookups, no policy switches, only lifetimes are checked (docs/protocol.md §4.8).
/// </summary>
internal static class WholeAcl
{
    public static AccessList Read(SoapCall call, Model.Account owner, string view, XElement acl)
    {
        var list = new AccessList
        {
            InternalExpiry = Lifetimes.Expiry(call, owner, Lifetimes.Internal(view), acl.Number("internalGrantExpiry")),
            GuestExpiry = Lifetimes.Expiry(call, owner, Lifetimes.Guest(view), acl.Number("guestGrantExpiry")),
        };
        foreach (XElement grant in acl.All("grant"))
        {
            string id = grant.Required("zid");
            string type = GrantAction.TypeOf(grant);
            string rights = GrantAction.RightsOf(grant);
            long expiry = grant.Number("expiry") ?? 0;
            if (type == "pub")
            {
                expiry = Lifetimes.Expiry(call, owner, Lifetimes.Public(view), grant.Number("expiry"));
            }
            else if (list.Ceiling(type) is > 0 and var ceiling && expiry > ceiling)
            {
                throw SoapFault.Denied("share expiration policy conflict");
            }

            string? secret = type switch
            {
                "guest" => grant.Attr("args") ?? grant.Attr("pw"),
                "key" => grant.Attr("key") ?? Guid.NewGuid().ToString("n"),
                _ => null,
            };
            GrantAction.Merge(
                list,
                new AccessGrant(
                    type switch
                    {
                        "pub" => Grantees.Public,
                        "all" => Grantees.All,
                        _ => id,
                    },
                    type,
                    rights
                )
                {
                    Expiry = expiry,
                    Secret = secret,
                }
            );
        }

        return list;
    }
}
