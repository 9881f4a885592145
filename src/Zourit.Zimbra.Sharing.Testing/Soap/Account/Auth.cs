using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount AuthRequest (docs/protocol.md §2.1, §2.4).</summary>
internal static class Auth
{
    public static XElement Run(SoapCall call, XElement request)
    {
        if (request.Child("authToken") is { } existing)
        {
            Model.Account? verified = Selected(call, request);
            bool verifies = existing.Flag("verifyAccount") == true;
            if (verifies && request.Child("account") is null)
            {
                throw SoapFault.MissingElement("account");
            }

            AuthToken known = call.Directory.Tokens.Find(existing.Value) ?? throw SoapFault.AuthRequired();
            return call.Directory.Tokens.IsOver(known) || call.Directory.Tokens.IsVoid(known, out Model.Account? owner)
                    ? throw SoapFault.AuthExpired()
                : verifies && verified != owner ? throw SoapFault.AuthRequired()
                : Respond(call, request, owner!, known);
        }

        XElement? selector = request.Child("account");
        string sent = selector?.Value ?? "";
        string by = selector?.Attr("by") ?? "name";
        string? password = request.Attr("password");
        XElement? preauth = request.Child("preauth");
        Model.Account? account = Selected(call, request);
        if (password is null && preauth is null)
        {
            throw account is null ? SoapFault.AuthFailed(sent) : SoapFault.Invalid("must specify password");
        }

        if (account is null)
        {
            // A bare login that no virtual host completes breaks the preauth branch.
            throw preauth is not null && !sent.Contains('@', StringComparison.Ordinal) && by == "name"
                ? SoapFault.Failure("unable to get domain")
                : SoapFault.AuthFailed(sent);
        }

        if (call.Directory.StatusOf(account) == "maintenance")
        {
            throw new SoapFault("account.MAINTENANCE_MODE", "account is in maintenance mode");
        }

        TimeSpan lifetime = TimeSpan.FromMilliseconds(Duration.Milliseconds(call.Directory.Attribute(account, "zimbraAuthTokenLifetime")));
        if (preauth is not null)
        {
            // What was signed is the login as sent, or as a virtual host completed it.
            lifetime = CheckPreauth(
                call,
                account,
                by == "name" && request.Attr("virtualHost") is { } host ? Complete(call, sent, host) : sent,
                by,
                preauth
            );
        }
        else if (!Passwords.Check(call.Directory, account, password!))
        {
            throw SoapFault.AuthFailed(sent);
        }

        if (Passwords.MustChange(call.Directory, account) && preauth is null)
        {
            throw new SoapFault("account.CHANGE_PASSWORD", "must change password");
        }

        NoteLogin(call.Directory, account);
        return Respond(
            call,
            request,
            account,
            call.Directory.Tokens.Issue(account, lifetime, csrfSecured: request.Flag("csrfTokenSecured") == true)
        );
    }

    /// <summary>
    /// The account that a login names: by its name, which a virtual host completes, by its id, or by a name that another system gave it.
    /// Administrators that lie outside of all domains there are none.
    /// </summary>
    private static Model.Account? Selected(SoapCall call, XElement request)
    {
        XElement? selector = request.Child("account");
        string sent = selector?.Value ?? "";
        return (selector?.Attr("by") ?? "name") switch
        {
            "name" => call.Directory.FindAccount(Complete(call, sent, request.Attr("virtualHost"))),
            "id" => call.Directory.FindAccountById(sent),
            "foreignPrincipal" => Known("zimbraForeignPrincipal"),
            "krb5Principal" => Known("zimbraKrb5Principal"),
            "adminName" or "appAdminName" => null,
            var by => throw SoapFault.Invalid($"unknown account selector: {by}"),
        };

        Model.Account? Known(string attribute) =>
            call.Directory.Accounts.FirstOrDefault(account =>
                account.Attributes.Values(attribute).Contains(sent, StringComparer.OrdinalIgnoreCase)
            );
    }

    // Written once a week at most (zimbraLastLogonTimestampFrequency).
    public static void NoteLogin(ZimbraDirectory directory, Model.Account account)
    {
        bool recent =
            DateTimeOffset.TryParseExact(
                account.Attributes["zimbraLastLogonTimestamp"],
                "yyyyMMddHHmmss.fff'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset last
            )
            && directory.Now - last < TimeSpan.FromDays(7);
        if (!recent)
        {
            account.Attributes["zimbraLastLogonTimestamp"] = directory.Timestamp;
        }
    }

    private static XElement Respond(SoapCall call, XElement request, Model.Account account, AuthToken token)
    {
        call.Caller = account;
        call.Token = token;
        call.SetCookie("ZM_AUTH_TOKEN", token.Value);
        string? csrf = token.IsCsrfSecured ? TokenStore.CsrfOf(token) : null;
        if (csrf is not null)
        {
            call.Headers.Add(("X-Zimbra-Csrf-Token", csrf));
        }

        return Xml.Response(
            request,
            new XElement("authToken", token.Value),
            new XElement("lifetime", (long)(token.Expires - call.Directory.Now).TotalMilliseconds),
            Named(call, request, account, "prefs", "pref"),
            Named(call, request, account, "attrs", "attr"),
            new XElement("skin", "harmony"),
            csrf is null ? null : new XElement("csrfToken", csrf)
        );
    }

    private static XElement? Named(SoapCall call, XElement request, Model.Account account, string list, string item) =>
        request.Child(list) is not { } wanted
            ? null
            : new XElement(
                list,
                wanted
                    .All(item)
                    .SelectMany(name =>
                        call.Directory.AttributeValues(account, name.Required("name"))
                            .Select(value => new XElement(item, new XAttribute("name", name.Required("name")), value))
                    )
            );

    /// <summary>A bare name completed with the domain of a virtual host, else the default one.</summary>
    public static string Complete(SoapCall call, string name, string? virtualHost)
    {
        if (name.Contains('@', StringComparison.Ordinal))
        {
            return name;
        }

        Domain? domain = call.Directory.Domains.FirstOrDefault(candidate =>
            virtualHost is not null && candidate.Attributes.Values("zimbraVirtualHostname").Contains(virtualHost)
        ) ?? call.Directory.Domains.FirstOrDefault(candidate => candidate.Name == call.Directory.Config["zimbraDefaultDomainName"]);
        return domain is null ? name : $"{name}@{domain.Name}";
    }

    private static TimeSpan CheckPreauth(SoapCall call, Model.Account account, string sent, string by, XElement preauth)
    {
        string key = call.Directory.FindDomain(account.DomainName)?.Attributes["zimbraPreAuthKey"]
            ?? throw SoapFault.Invalid($"domain is not configured for preauth: {account.DomainName}");
        string expires = preauth.Attr("expires") ?? "0";
        string timestamp = preauth.Required("timestamp");
        if (!PreauthKey.TryLifetime(call.Directory, account, expires, out TimeSpan lifetime))
        {
            throw SoapFault.Invalid($"invalid value for attribute expires: {expires}");
        }

        if (
            !PreauthKey.IsFresh(timestamp, call.Directory.Now)
            || !PreauthKey.Matches(key, $"{sent}|{by}|{expires}|{timestamp}", preauth.Value)
            || call.Directory.StatusOf(account) is not "active"
        )
        {
            Passwords.CountFailure(call.Directory, account, call.Directory.Attribute(account, "zimbraPasswordLockoutEnabled") == "TRUE");
            throw SoapFault.AuthFailed(sent);
        }

        return lifetime;
    }
}
