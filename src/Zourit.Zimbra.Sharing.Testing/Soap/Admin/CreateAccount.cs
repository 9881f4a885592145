using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin CreateAccountRequest (docs/protocol.md §7.1).</summary>
internal static class CreateAccount
{
    public static XElement Run(SoapCall call, XElement request) => Create(call, request, "account");

    /// <summary>CreateCalendarResource: a room or a device, which is an account besides.</summary>
    public static XElement Resource(SoapCall call, XElement request) => Create(call, request, "calresource");

    private static XElement Create(SoapCall call, XElement request, string type)
    {
        string name = (
            request.Attr("name")
            ?? throw SoapFault.Failure(
                "java.lang.NullPointerException: Cannot invoke \"String.toLowerCase()\" because the return value of "
                    + "\"com.zimbra.soap.admin.message.CreateAccountRequest.getName()\" is null"
            )
        ).ToLowerInvariant();
        RequireAddress(name);
        RequireRights(call, request, name, type);
        var account = new Model.Account(name, ZimbraDirectory.NewId());
        AttributeChanges.Apply(request, account.Attributes);
        RequireDomain(call, name);
        if (account.Attributes["zimbraMailHost"] is { } host && host != call.Directory.ServerName)
        {
            throw SoapFault.Invalid($"specified zimbraMailHost does not correspond to a valid server: {host}");
        }

        if (account.Attributes["zimbraCOSId"] is { } cosId && call.Directory.ClassesOfService.All(cos => cos.Id != cosId))
        {
            throw new SoapFault("account.NO_SUCH_COS", $"no such cos: {cosId}");
        }

        if (request.Attr("password") is { } password)
        {
            if (Passwords.Violation(attribute => call.Directory.Attribute(account, attribute), password) is { } broken)
            {
                throw BadPassword(broken);
            }

            RequireFree(call, name);
            if (call.Server.Misbehave.Due<PasswordLostEffect>("CreateAccountRequest").Count > 0)
            {
                call.Directory.Add(account);
                throw SoapFault.Failure("the entry was made, its password was not set");
            }

            account.Password = password;
        }

        RequireFree(call, name);
        call.Directory.Add(account);
        if (type == "calresource")
        {
            account.Attributes["zimbraAccountCalendarUserType"] = "RESOURCE";
            account.Attributes.Add("objectClass", "zimbraCalendarResource");
        }

        return Xml.Response(request, AccountElement.Of(call, account));
    }

    /// <summary>The fault of a password that the policy forbids.</summary>
    public static SoapFault BadPassword((string Attribute, string Limit, string Text) broken) =>
        new("account.INVALID_PASSWORD", $"invalid password: {broken.Text}", (broken.Attribute, "NUM", broken.Limit));

    /// <summary>The faults that an address deserves which cannot be one of this server.</summary>
    public static void RequireDomain(SoapCall call, string name)
    {
        RequireAddress(name);
        string domain = name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..];
        Domain found = call.Directory.FindDomain(domain) ?? throw new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {domain}");
        if (found.Name != domain)
        {
            throw SoapFault.Failure($"invalid request: domain type must be local: {domain}");
        }
    }

    // Every attribute that is sent needs its right, on an account that is not there yet (recordings 15-88 to 15-107).
    private static void RequireRights(SoapCall call, XElement request, string name, string type)
    {
        if (call.Directory.FindDomain(AddressDomain.Of(name)) is not { } domain)
        {
            return;
        }

        call.Authority.Require(type == "account" ? "createAccount" : "createCalendarResource", AdminTarget.Of(domain));
        call.Authority.RequireAttributes(
            Authority.Pseudo($"pseudo@{domain.Name}", type),
            JavaHashOrder.Of(AttributeChanges.Names(request)),
            AdminRightKind.Set
        );
    }

    private static void RequireAddress(string name)
    {
        int at = name.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at != name.LastIndexOf('@') || at == name.Length - 1 || name.Any(c => c > '~' || c <= ' '))
        {
            throw SoapFault.Invalid($"must be valid email address: {name}");
        }
    }

    // The directory itself refuses a name that is taken: after everything else was found right.
    private static void RequireFree(SoapCall call, string name)
    {
        if (call.Directory.HasAddress(name))
        {
            throw new SoapFault(
                "account.ACCOUNT_EXISTS",
                $"email address already exists: {name}, at DN: {DomainAdministration.DistinguishedName(name)}"
            );
        }
    }
}
