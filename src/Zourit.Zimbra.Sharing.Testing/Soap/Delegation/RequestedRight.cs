using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>Reads the target, the grantee and the right of a request about rights (docs/protocol.md §C).</summary>
internal static class RequestedRight
{
    /// <summary>The right that a request names.</summary>
    /// <exception cref="SoapFault">
    /// account.NO_SUCH_RIGHT; service.FAILURE for an attribute that entries of that type do not have (recording 15-163).
    /// </exception>
    public static AdminRight Right(string name)
    {
        AdminRight right = AdminRight.Find(name) ?? throw new SoapFault("account.NO_SUCH_RIGHT", $"no such right: {name}");
        return right.Attribute is { } attribute && !AttributeNames.Has(right.TargetType, attribute)
            ? throw SoapFault.Failure($"attribute {attribute} is not on {right.TargetType}")
            : right;
    }

    /// <summary>The entry that a request names.</summary>
    public static AdminTarget Target(SoapCall call, XElement selector)
    {
        string type = selector.Required("type");
        return AdminTarget.Find(call.Directory, type, selector.Value, selector.Attr("by") == "id")
            ?? throw (
                type switch
                {
                    "account" or "calresource" => SoapFault.NoSuchAccount(selector.Value),
                    "dl" or "group" => NoSuchGroup(selector.Value),
                    "domain" => new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {selector.Value}"),
                    "cos" => new SoapFault("account.NO_SUCH_COS", $"no such cos: {selector.Value}"),
                    "server" => new SoapFault("account.NO_SUCH_SERVER", $"no such server: {selector.Value}"),
                    _ => SoapFault.Invalid($"unknown target type: {type}"),
                }
            );
    }

    /// <summary>The administrator, or the group of them, that a selector names.</summary>
    public static RightGrantee Grantee(SoapCall call, XElement selector)
    {
        if (selector.Attr("type") is "grp")
        {
            DistributionList group = Group(call, selector);
            return new RightGrantee("grp", group.Id, group.Name, group.Attributes["zimbraIsAdminGroup"] == "TRUE");
        }

        Model.Account account = Account(call, selector);
        return new RightGrantee("usr", account.Id, account.Name, account.IsDelegatedAdmin);
    }

    /// <summary>The same, or what a grantee that is gone is known by: its id, with an empty name.</summary>
    /// <exception cref="SoapFault">service.INVALID_REQUEST: no grantee has that name.</exception>
    public static RightGrantee GranteeOrId(SoapCall call, XElement selector)
    {
        try
        {
            return Grantee(call, selector);
        }
        catch (SoapFault fault) when (fault.Code is "account.NO_SUCH_ACCOUNT" or "account.NO_SUCH_DISTRIBUTION_LIST")
        {
            return selector.Attr("by") == "id"
                ? new RightGrantee(selector.Attr("type") ?? "usr", selector.Value, "", IsAdministrator: false)
                : throw SoapFault.Invalid(
                    $"cannot find grantee by name: {selector.Value}, try revoke by grantee id if you want to remove the orphan grant"
                );
        }
    }

    /// <summary>How the right of a request is meant: denied, to be handed on, for the domains below; null for plainly.</summary>
    public static char? Modifier(XElement request)
    {
        XElement right = request.RequiredChild("right");
        return right.Flag("deny") == true ? AdminGrant.Denied
            : right.Flag("canDelegate") == true ? AdminGrant.HandedOn
            : right.Flag("subDomain") == true ? AdminGrant.OfSubdomains
            : null;
    }

    /// <summary>
    /// The administrator whose rights are asked for. Who is no global administrator needs <c>checkRightUsr</c> on it, be it its own account
    /// (recordings 15-138 to 15-144).
    /// </summary>
    public static Model.Account Asked(SoapCall call, XElement request)
    {
        XElement? selector = request.Child("grantee");
        Model.Account account = selector is null ? call.Caller! : Account(call, selector);
        call.Authority.Require("checkRightUsr", AdminTarget.Of(account));
        return account;
    }

    private static Model.Account Account(SoapCall call, XElement selector) =>
        (selector.Attr("by") == "id" ? call.Directory.FindAccountById(selector.Value) : call.Directory.FindAccount(selector.Value))
        ?? throw SoapFault.NoSuchAccount(selector.Value);

    private static DistributionList Group(SoapCall call, XElement selector) =>
        (
            selector.Attr("by") == "id"
                ? call.Directory.Groups.FirstOrDefault(group => group.Id == selector.Value)
                : call.Directory.FindGroup(selector.Value)
        ) ?? throw NoSuchGroup(selector.Value);

    private static SoapFault NoSuchGroup(string key) => new("account.NO_SUCH_DISTRIBUTION_LIST", $"no such distribution list: {key}");
}
