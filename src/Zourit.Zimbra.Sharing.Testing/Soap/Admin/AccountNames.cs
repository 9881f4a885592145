using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// urn:zimbraAdmin AddAccountAlias, RemoveAccountAlias and RenameAccount: an account's names. Its id, folders and grants stay; its REST
/// address does not.
/// </summary>
internal static class AccountNames
{
    public static XElement AddAlias(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.ById(call, request, "addAccountAlias");
        string alias = request.Required("alias").ToLowerInvariant();
        CreateAccount.RequireDomain(call, alias);
        if (call.Directory.HasAddress(alias))
        {
            throw new SoapFault(
                "account.ACCOUNT_EXISTS",
                $"email address already exists: {alias}, at DN: {DomainAdministration.DistinguishedName(alias)}"
            );
        }

        account.Aliases.Add(alias);
        account.Attributes.Add("mail", alias);
        account.Attributes.Add("zimbraMailAlias", alias);
        return Xml.Response(request);
    }

    public static XElement RemoveAlias(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.ById(call, request, "removeAccountAlias");
        string alias = request.Required("alias").ToLowerInvariant();
        if (!account.Aliases.Remove(alias))
        {
            throw new SoapFault("account.NO_SUCH_ALIAS", $"no such alias: {alias}");
        }

        account.Attributes.Remove("mail", alias);
        account.Attributes.Remove("zimbraMailAlias", alias);
        return Xml.Response(request);
    }

    public static XElement Rename(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.ById(call, request, "renameAccount");
        string name = request.Required("newName").ToLowerInvariant();
        CreateAccount.RequireDomain(call, name);
        if (name == account.Name)
        {
            throw SoapFault.Failure($"unable to rename account: {name}");
        }

        if (call.Directory.HasAddress(name))
        {
            throw new SoapFault("account.ACCOUNT_EXISTS", $"email address already exists: {name}");
        }

        account.Attributes.Set("mail", account.Attributes.Values("mail").Select(mail => mail == account.Name ? name : mail));
        account.Name = name;
        account.Attributes["uid"] = account.LocalPart;
        account.Attributes["zimbraMailDeliveryAddress"] = name;
        return Xml.Response(request, AccountElement.Of(call, account));
    }
}
