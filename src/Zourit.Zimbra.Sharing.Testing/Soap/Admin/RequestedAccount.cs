using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// Finds the account of an admin request's selector, id or name. A delegated administrator without the right learns nothing about it, not
/// even whether it is there; by id a deleted account is as closed as a forbidden one (recordings 15-12 to 15-14, 15-204, 15-205).
/// </summary>
internal static class RequestedAccount
{
    /// <summary>The account of a selector, for an administrator who has a right on it.</summary>
    public static Model.Account Required(SoapCall call, XElement selector, string right)
    {
        Model.Account? account = Find(call, selector);
        Authority authority = call.Authority;
        bool isOpen = account is not null
            ? authority.Allows(right, account)
            : authority.IsGlobal || (selector.Attr("by") == "name" && authority.AllowsAddress(right, selector.Value));
        return !isOpen ? throw Closed(selector.Value) : account ?? throw SoapFault.NoSuchAccount(selector.Value);
    }

    /// <summary>The account of a selector, whoever asks.</summary>
    public static Model.Account Required(SoapCall call, XElement selector) =>
        Find(call, selector) ?? throw SoapFault.NoSuchAccount(selector.Value);

    /// <summary>The account of the request's id, for an administrator who has one of some rights on it.</summary>
    public static Model.Account ById(SoapCall call, XElement request, params string[] rights) =>
        ById(call, request, account => Array.Exists(rights, right => call.Authority.Allows(right, account)));

    /// <summary>The account of the request's id, for an administrator to whom it is open.</summary>
    public static Model.Account ById(SoapCall call, XElement request, Predicate<Model.Account> isOpen)
    {
        string id = request.Required("id");
        Model.Account? account = call.Directory.FindAccountById(id);
        return call.Authority.IsGlobal || (account is not null && isOpen(account))
            ? account ?? throw SoapFault.NoSuchAccount(id)
            : throw Closed(id);
    }

    private static SoapFault Closed(string key) => SoapFault.Denied($"can not access account {key}");

    private static Model.Account? Find(SoapCall call, XElement selector)
    {
        string by = selector.Required("by");
        if (by is not ("name" or "id" or "foreignPrincipal" or "adminName" or "appAdminName" or "krb5Principal"))
        {
            throw SoapFault.Invalid($"unknown account selector: {by}");
        }

        return by == "id" ? call.Directory.FindAccountById(selector.Value) : call.Directory.FindAccount(selector.Value);
    }
}
