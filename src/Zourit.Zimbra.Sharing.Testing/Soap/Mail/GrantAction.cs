using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>FolderAction <c>op="grant"</c>, step by step as in docs/protocol.md §4.3.</summary>
internal static class GrantAction
{
    private static readonly string[] Types = ["usr", "grp", "cos", "dom", "all", "pub", "guest", "key"];

    public static XElement Run(SoapCall call, Model.Account owner, MailFolder folder, XElement action, string shownId)
    {
        XElement element = action.RequiredChild("grant");
        string rights = RightsOf(element);
        string type = TypeOf(element);
        long? given = element.Number("expiry");
        (AccessGrant grant, string? name) = Resolve(call, owner, element, type, rights);
        grant.Expiry = grant.Type == "pub" ? Lifetimes.Expiry(call, owner, Lifetimes.Public(folder.View), given) : given ?? 0;
        Check(call, owner, folder, grant);
        Apply(call, owner, folder, grant);
        return new XElement(
            "action",
            new XAttribute("id", shownId),
            new XAttribute("op", "grant"),
            new XAttribute("zid", grant.GranteeId),
            name is null ? null : new XAttribute("d", name),
            grant.Type == "key" ? new XAttribute("key", grant.Secret!) : null
        );
    }

    public static string TypeOf(XElement grant)
    {
        string type = grant.Required("gt").ToLowerInvariant();
        return Types.Contains(type) ? type : throw SoapFault.Invalid($"unknown grantee type: {type}");
    }

    public static string RightsOf(XElement grant) =>
        Rights.Canonical(grant.Required("perm"), out char unknown) ?? throw SoapFault.Invalid($"unknown right: {unknown}");

    /// <summary>Adds or replaces; the very same grant again is GRANT_EXISTS. An absent and an empty secret differ.</summary>
    public static void Merge(AccessList acl, AccessGrant grant)
    {
        AccessGrant? existing = acl.Grants.FirstOrDefault(candidate => candidate.Matches(grant.GranteeId));
        if (existing is null)
        {
            acl.Grants.Add(grant);
            return;
        }

        bool sameSecret = grant.Type is not ("guest" or "key") || existing.Secret == grant.Secret;
        if (existing.Rights == grant.Rights && existing.Expiry == grant.Expiry && sameSecret)
        {
            throw new SoapFault("mail.GRANT_EXISTS", $"grantee already exists {grant.GranteeId}");
        }

        existing.Rights = grant.Rights;
        existing.Expiry = grant.Expiry;
        existing.Secret = grant.Secret ?? existing.Secret;
    }

    private static (AccessGrant Grant, string? Name) Resolve(
        SoapCall call,
        Model.Account owner,
        XElement element,
        string type,
        string rights
    )
    {
        string? zid = element.Attr("zid");
        switch (type)
        {
            case "all":
                return (new AccessGrant(Grantees.All, "all", rights), null);
            case "pub":
                return (new AccessGrant(Grantees.Public, "pub", rights), null);
            case "guest":
                string guest = element.Required("d");
                if (!guest.Contains('@', StringComparison.Ordinal))
                {
                    throw SoapFault.Invalid("invalid guest id or password");
                }

                return Grantees.Internal(call.Directory, owner, guest) is { } known
                    ? (new AccessGrant(known.Id, known.Type, rights), known.Name)
                    : (new AccessGrant(guest, "guest", rights) { Secret = element.Attr("args") ?? element.Attr("pw") }, guest);
            case "key":
                string key = element.Required("d");
                return (new AccessGrant(key, "key", rights) { Secret = element.Attr("key") ?? Guid.NewGuid().ToString("n") }, key);
            default:
                return zid is not null
                    ? (new AccessGrant(zid, type, rights), call.Directory.NameOf(type, zid))
                    : ByName(call, element.Required("d"), type, rights);
        }
    }

    private static (AccessGrant Grant, string? Name) ByName(SoapCall call, string name, string type, string rights)
    {
        switch (type)
        {
            case "usr":
                // A bare name completes with the token account's domain; an unknown one silently becomes a guest.
                string full = name.Contains('@', StringComparison.Ordinal) ? name : $"{name}@{call.Caller!.DomainName}";
                return Grantees.Lookup(call.Directory, full) is { } known
                    ? (new AccessGrant(known.Id, known.Type, rights), known.Name)
                    : (new AccessGrant(name, "guest", rights), name);
            case "grp":
                string group = name.Contains('@', StringComparison.Ordinal) ? name : $"{name}@{call.Caller!.DomainName}";
                DistributionList list = call.Directory.FindGroup(group)
                    ?? throw new SoapFault("account.NO_SUCH_DISTRIBUTION_LIST", $"no such distribution list: {group}");
                return (new AccessGrant(list.Id, "grp", rights), list.Name);
            case "dom":
                Domain domain = call.Directory.FindDomain(name) ?? throw new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {name}");
                return (new AccessGrant(domain.Id, "dom", rights), domain.Name);
            default:
                ClassOfService cos = call.Directory.ClassesOfService.FirstOrDefault(candidate => candidate.Name == name)
                    ?? throw new SoapFault("account.NO_SUCH_COS", $"no such cos: {name}");
                return (new AccessGrant(cos.Id, "cos", rights), cos.Name);
        }
    }

    private static void Check(SoapCall call, Model.Account owner, MailFolder folder, AccessGrant grant)
    {
        bool administers = grant.Rights.Contains('a', StringComparison.Ordinal);
        if (
            administers
            && (
                grant.Type is not ("usr" or "grp")
                || (grant.Type == "usr" && call.Directory.FindAccountById(grant.GranteeId)?.IsVirtual == true)
            )
        )
        {
            throw new SoapFault("mail.CANNOT_GRANT", "cannot grant: admin right can be granted to users and groups only");
        }

        call.RequireUnchanged(folder);

        if (grant.Type == "pub" && !SharingSwitches.AllowsPublic(call.Directory, owner))
        {
            throw SoapFault.Denied("public sharing not allowed");
        }

        if (grant.Type == "guest" && !SharingSwitches.AllowsGuest(call.Directory, owner, grant.GranteeId))
        {
            throw SoapFault.Denied("external sharing not allowed");
        }

        if (!FolderLookup.RightsOn(call, owner, folder).Contains('a', StringComparison.Ordinal))
        {
            throw SoapFault.Denied($"you do not have admin rights to item {folder.Path}");
        }

        if (grant.Type == "usr" && grant.GranteeId == owner.Id)
        {
            throw SoapFault.Denied("cannot grant access to the owner of the item");
        }
    }

    private static void Apply(SoapCall call, Model.Account owner, MailFolder folder, AccessGrant grant)
    {
        // A copy first: a refused grant leaves the folder as it was, flag included.
        AccessList acl = folder.EffectiveAcl.Copy();
        long now = call.Directory.Now.ToUnixTimeMilliseconds();
        long external = SharingSwitches.Lifetime(call.Directory, owner, Lifetimes.Guest(folder.View));
        long inside = SharingSwitches.Lifetime(call.Directory, owner, Lifetimes.Internal(folder.View));
        if (external > 0 && (acl.GuestExpiry == 0 || acl.Grants.TrueForAll(existing => existing.Type is not "guest")))
        {
            acl.GuestExpiry = now + external;
        }

        if (inside > 0 && (acl.InternalExpiry == 0 || acl.Grants.TrueForAll(existing => existing.Type is not "usr")))
        {
            acl.InternalExpiry = now + inside;
        }

        if (acl.Ceiling(grant.Type) is > 0 and var ceiling && grant.Expiry > ceiling)
        {
            throw SoapFault.Denied("share expiration policy conflict");
        }

        Merge(acl, grant);
        folder.SetFlag('i', true);
        folder.Acl = acl;
        call.Directory.MailboxOf(owner).Touch(folder);
        call.Server.Published.Changed(owner, folder);
    }
}
