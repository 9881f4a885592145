using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap.Mail;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount GetRights, GrantRights and RevokeRights; urn:zimbraMail CheckPermission (docs/protocol.md §9.6).</summary>
internal static class AccountRights
{
    public static XElement Get(SoapCall call, XElement request)
    {
        string[] wanted = [.. request.All("ace").Select(ace => Known(ace.Required("right")))];
        return Xml.Response(
            request,
            AccountRight
                .Of(call.Requested)
                .Where(right => wanted.Length == 0 || wanted.Contains(right.Name))
                .Select(right => Element(call, right))
        );
    }

    /// <summary>The answer names what has changed.</summary>
    public static XElement Grant(SoapCall call, XElement request)
    {
        List<AccountRight> rights = [.. request.All("ace").Select(ace => Read(call, ace, isGrant: true))];
        return Xml.Response(request, rights.Where(right => right.GrantOn(call.Requested)).ToList().Select(right => Element(call, right)));
    }

    public static XElement Revoke(SoapCall call, XElement request)
    {
        List<AccountRight> rights = [.. request.All("ace").Select(ace => Read(call, ace, isGrant: false))];
        return Xml.Response(request, rights.Where(right => right.RevokeOn(call.Requested)).ToList().Select(right => Element(call, right)));
    }

    public static XElement Check(SoapCall call, XElement request)
    {
        XElement target = request.RequiredChild("target");
        Model.Account? account = Target(call, target);
        var answers = request
            .All("right")
            .Select(right => (Name: Known(right.Value), Allowed: Allows(call, account, right.Value)))
            .ToList();
        return Xml.Response(
            request,
            new XAttribute("allow", answers.TrueForAll(answer => answer.Allowed) ? "1" : "0"),
            answers.Select(answer => new XElement("right", new XAttribute("allow", answer.Allowed ? "1" : "0"), answer.Name))
        );
    }

    // Somebody whom only an address names may be anywhere: what everybody may do is allowed there too.
    private static Model.Account? Target(SoapCall call, XElement target)
    {
        string by = target.Required("by");
        return target.Required("type") switch
        {
            "account" when by == "id" => call.Directory.FindAccountById(target.Value) ?? throw SoapFault.NoSuchAccount(target.Value),
            "calresource" or "dl" when by == "id" => call.Directory.FindAccountById(target.Value)
                ?? throw new SoapFault("account.NO_SUCH_CALENDAR_RESOURCE", $"no such calendar resource: {target.Value}"),
            "account" or "calresource" or "dl" => call.Directory.FindAccount(target.Value),
            var type => throw SoapFault.Invalid($"invalid target type: {type}"),
        };
    }

    // Free/busy times and invitations are open to everybody unless the account says otherwise.
    private static bool Allows(SoapCall call, Model.Account? account, string right) =>
        account == call.Requested
        || (
            right is "viewFreeBusy" or "invite"
                ? account is null || AccountRight.Allows(call.Directory, call.Requested, account, right)
                : account is not null && AccountRight.Holds(call.Directory, call.Requested, account, right)
        );

    private static string Known(string right) => AccountRight.IsKnown(right) ? right : throw SoapFault.Failure($"invalid right {right}");

    private static AccountRight Read(SoapCall call, XElement ace, bool isGrant)
    {
        string right = Known(ace.Required("right"));
        (string id, string type, string? secret) = Grantee(call, ace, isGrant);
        return new AccountRight(id, type, ace.Flag("deny") == true ? $"-{right}" : right) { Secret = secret };
    }

    private static (string Id, string Type, string? Secret) Grantee(SoapCall call, XElement ace, bool isGrant)
    {
        string type = ace.Required("gt");
        switch (type)
        {
            case "all":
                return (Grantees.All, type, null);
            case "pub":
                return (Grantees.Public, type, null);
            case "gst":
                string guest = ace.Required("d");
                return !guest.Contains('@', StringComparison.Ordinal) ? throw SoapFault.Invalid("invalid guest id or password")
                    : Grantees.Lookup(call.Directory, guest) is { } known ? (known.Id, known.Type, null)
                    : (guest, type, ace.Required("pw"));
            case "key":
                return (ace.Required("d"), type, ace.Attr("key") ?? (isGrant ? Guid.NewGuid().ToString("n") : null));
            case "usr" or "grp" or "dom":
                return ace.Attr("zid") is { } zid
                    ? (isGrant && call.Directory.NameOf(type, zid) is null ? throw Unknown(type, zid) : zid, type, null)
                    : ByName(call, ace, type);
            case "egp" or "cos" or "email":
                throw SoapFault.Failure($"LDAP entry not found for {ace.Attr("d")} : {type}");
            default:
                throw SoapFault.Invalid($"unknown grantee type: {type}");
        }
    }

    // A name without a domain is one of the asker's; a group may come under the name of a user.
    private static (string Id, string Type, string? Secret) ByName(SoapCall call, XElement ace, string type)
    {
        string name = ace.Required("d");
        if (type == "dom")
        {
            return ((call.Directory.FindDomain(name) ?? throw Unknown(type, name)).Id, type, null);
        }

        name = name.Contains('@', StringComparison.Ordinal) ? name : $"{name}@{call.Caller!.DomainName}";
        (string Type, string Id, string Name) found = Grantees.Lookup(call.Directory, name) ?? throw Unknown(type, name);
        return type == "grp" && found.Type != "grp" ? throw Unknown(type, name)
            : type == "usr" && found.Type == "grp" && ace.Flag("chkgt") == true
                ? throw SoapFault.Invalid($"{name} is not a valid grantee for grantee type 'usr'.")
            : (found.Id, found.Type, null);
    }

    private static SoapFault Unknown(string type, string name) =>
        type switch
        {
            "usr" => SoapFault.NoSuchAccount(name),
            "grp" => new SoapFault("account.NO_SUCH_DISTRIBUTION_LIST", $"no such distribution list: {name}"),
            _ => new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {name}"),
        };

    private static XElement Element(SoapCall call, AccountRight right) =>
        new(
            "ace",
            new XAttribute("zid", right.GranteeId),
            new XAttribute("gt", right.GranteeType),
            new XAttribute("right", right.Name),
            NameOf(call, right) is { } name ? new XAttribute("d", name) : null,
            right.Secret is null ? null : new XAttribute(right.GranteeType == "key" ? "key" : "pw", right.Secret),
            right.IsDenied ? new XAttribute("deny", "1") : null
        );

    private static string? NameOf(SoapCall call, AccountRight right) =>
        right.GranteeType is "gst" or "key" ? right.GranteeId : call.Directory.NameOf(right.GranteeType, right.GranteeId);
}
