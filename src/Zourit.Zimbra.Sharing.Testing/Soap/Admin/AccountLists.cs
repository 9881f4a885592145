using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetAllAccounts and GetAllAdminAccounts.</summary>
internal static class AccountLists
{
    public static XElement GetAll(SoapCall call, XElement request)
    {
        Domain? domain = request.Child("domain") is { } selector
            ? GetDomain.Find(call, selector) ?? throw new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {selector.Value}")
            : null;
        return Xml.Response(request, Write(call, account => domain is null || account.DomainName == domain.Name));
    }

    public static XElement GetAdmins(SoapCall call, XElement request) => Xml.Response(request, Write(call, account => account.IsAdmin));

    private static IEnumerable<XElement> Write(SoapCall call, Func<Model.Account, bool> wanted) =>
        call
            .Directory.Accounts.Where(account =>
                !account.IsResource && wanted(account) && call.Authority.Lists("listAccount", AdminTarget.Of(account))
            )
            .OrderBy(account => account.Name, StringComparer.Ordinal)
            .Select(account => AccountElement.Seen(call, account, applyCos: true, attributes: null));
}
