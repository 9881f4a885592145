using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>Finds the account of an admin request's selector, id or name.</summary>
internal static class RequestedAccount
{
    public static Model.Account Required(SoapCall call, XElement selector)
    {
        string by = selector.Required("by");
        if (by is not ("name" or "id" or "foreignPrincipal" or "adminName" or "appAdminName" or "krb5Principal"))
        {
            throw SoapFault.Invalid($"unknown account selector: {by}");
        }

        return (by == "id" ? call.Directory.FindAccountById(selector.Value) : call.Directory.FindAccount(selector.Value))
            ?? throw SoapFault.NoSuchAccount(selector.Value);
    }

    public static Model.Account ById(SoapCall call, XElement request)
    {
        string id = request.Required("id");
        return call.Directory.FindAccountById(id) ?? throw SoapFault.NoSuchAccount(id);
    }
}
