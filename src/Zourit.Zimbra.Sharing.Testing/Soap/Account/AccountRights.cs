using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap.Mail;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount GetRights, GrantRights and RevokeRights; urn:zimbraMail CheckPermission (docs/protocol.md §9.6).</summary>
internal static class AccountRights
{
    public static XElement Get(SoapCall call, XElement request)
    {
        string[] wanted = [.. request.All("ace").Select(ace => ace.Required("right"))];
        return Xml.Response(
            request,
            AccountRight
                .Of(call.Requested)
                .Where(right => wanted.Length == 0 || wanted.Contains(right.Right.TrimStart('-')))
                .Select(right => Element(call, right))
        );
    }

    public static XElement Grant(SoapCall call, XElement request)
    {
        List<AccountRight> rights = [.. request.All("ace").Select(ace => Read(call, ace))];
        foreach (AccountRight right in rights)
        {
            call.Requested.Attributes.Add("zimbraACE", right.ToString());
        }

        return Xml.Response(request, rights.Select(right => Element(call, right)));
    }

    public static XElement Revoke(SoapCall call, XElement request)
    {
        List<AccountRight> rights =
        [
            .. request.All("ace").Select(ace => Read(call, ace)).Where(right => AccountRight.Of(call.Requested).Contains(right)),
        ];
        foreach (AccountRight right in rights)
        {
            call.Requested.Attributes.Remove("zimbraACE", right.ToString());
        }

        return Xml.Response(request, rights.Select(right => Element(call, right)));
    }

    public static XElement Check(SoapCall call, XElement request)
    {
        XElement target = request.RequiredChild("target");
        Model.Account? account =
            target.Attr("by") == "id" ? call.Directory.FindAccountById(target.Value) : call.Directory.FindAccount(target.Value);
        var answers = request
            .All("right")
            .Select(right => (Name: right.Value, Allowed: account is not null && Allows(call, account, right.Value)))
            .ToList();
        return Xml.Response(
            request,
            new XAttribute("allow", answers.TrueForAll(answer => answer.Allowed) ? "1" : "0"),
            answers.Select(answer => new XElement("right", new XAttribute("allow", answer.Allowed ? "1" : "0"), answer.Name))
        );
    }

    // Free/busy times and invitations are open to everybody unless the account says otherwise.
    private static bool Allows(SoapCall call, Model.Account account, string right) =>
        account == call.Requested
        || (
            right is "viewFreeBusy" or "invite"
                ? AccountRight.Allows(call.Directory, call.Requested, account, right)
                : AccountRight.Holds(call.Directory, call.Requested, account, right)
        );

    private static AccountRight Read(SoapCall call, XElement ace)
    {
        string type = ace.Required("gt");
        string right = ace.Required("right");
        if (!AccountRight.IsKnown(right))
        {
            throw SoapFault.Failure($"invalid right {right}");
        }

        string? zid = ace.Attr("zid");
        string id = type switch
        {
            "all" => Grantees.All,
            "pub" => Grantees.Public,
            "usr" when zid is null => (
                call.Directory.FindAccount(ace.Required("d")) ?? throw SoapFault.NoSuchAccount(ace.Required("d"))
            ).Id,
            "grp" when zid is null => (
                call.Directory.FindGroup(ace.Required("d"))
                ?? throw new SoapFault("account.NO_SUCH_DISTRIBUTION_LIST", $"no such distribution list: {ace.Attr("d")}")
            ).Id,
            "usr" or "grp" or "dom" => zid ?? ace.Required("d"),
            _ => throw SoapFault.Invalid($"invalid grantee type: {type}"),
        };
        return new AccountRight(id, type, ace.Flag("deny") == true ? $"-{right}" : right);
    }

    private static XElement Element(SoapCall call, AccountRight right) =>
        new(
            "ace",
            right.GranteeType is "all" or "pub" ? null : new XAttribute("zid", right.GranteeId),
            new XAttribute("gt", right.GranteeType),
            new XAttribute("right", right.Right.TrimStart('-')),
            right.IsDenied ? new XAttribute("deny", "1") : null,
            call.Directory.NameOf(right.GranteeType, right.GranteeId) is { } name ? new XAttribute("d", name) : null
        );
}
