using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.SignUp;

/// <summary>
/// <c>/service/extuserprov/</c>: where the personal link leads, and where the guest makes an account (docs/protocol.md §6.2 to §6.6).
/// </summary>
internal static class SignUpServlet
{
    private const string Cookie = "ZM_PRELIM_AUTH_TOKEN";

    public static FakeResponse Handle(ServerState server, FakeRequest request)
    {
        try
        {
            return request.Method switch
            {
                "GET" or "HEAD" => Open(server, request),
                "POST" => SignUp(server, request),
                _ => FakeResponse.Error(405, "Method Not Allowed"),
            };
        }
        catch (SoapFault fault)
        {
            return SignUpPages.Error(fault.Code, fault.Message);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or KeyNotFoundException)
        {
            return FakeResponse.Error(500, $"javax.servlet.ServletException: {e.Message}");
        }
    }

    private static FakeResponse Open(ServerState server, FakeRequest request)
    {
        string? parameter = request.Query.GetValueOrDefault("p");
        var token = ProvisioningToken.Read(server.Directory, parameter);
        Account owner = server.Directory.FindAccountById(token.OwnerId) ?? throw SoapFault.Failure($"account not found: {token.OwnerId}");
        Account? guest = server.Directory.FindAccount(GuestAccounts.IdentifierOf(token.Email, owner.DomainName));
        if (guest is null)
        {
            return SignUpPages.Form(token.Email).With("Set-Cookie", $"{Cookie}={parameter}");
        }

        SharedItem item = SharedItem
            .Of(owner)
            .FirstOrDefault(share =>
                share.FolderId == token.FolderId
                && share.GranteeType == "guest"
                && string.Equals(share.GranteeId, token.Email, StringComparison.OrdinalIgnoreCase)
            )
            ?? throw SoapFault.Failure("share not found");
        if (server.Directory.StatusOf(guest) == "active")
        {
            GuestMountpoints.TryAdd(server, guest, item);
        }

        AuthToken? session = server.Directory.Tokens.Find(request.Cookie("ZM_AUTH_TOKEN"));
        return session is not null && session.AccountId == guest.Id && !server.Directory.Tokens.IsOver(session)
            ? Redirect(request)
            : SignUpPages.Login(owner.DomainName);
    }

    private static FakeResponse SignUp(ServerState server, FakeRequest request)
    {
        string cookie = request.Cookie(Cookie) ?? throw new InvalidDataException("unauthorized request");
        var token = ProvisioningToken.Read(server.Directory, cookie);
        Account owner = server.Directory.FindAccountById(token.OwnerId) ?? throw SoapFault.Failure($"account not found: {token.OwnerId}");
        string identifier = GuestAccounts.IdentifierOf(token.Email, owner.DomainName);
        if (server.Directory.FindAccount(identifier) is not null)
        {
            throw new SoapFault("account.ACCOUNT_EXISTS", $"email address already exists: {identifier}");
        }

        var shares = SharesFor(server.Directory, owner, token.Email).ToList();
        if (shares.Count == 0)
        {
            throw new SoapFault("account.NO_SHARE_EXISTS", $"no share exists for {token.Email}");
        }

        Dictionary<string, string> form = FormText.Parse(request.Text);
        Account guest = Make(server, identifier, token.Email, form.GetValueOrDefault("displayname"), form.GetValueOrDefault("password"));
        server.Directory.MailboxOf(guest);
        foreach (SharedItem share in shares)
        {
            GuestMountpoints.Add(server, guest, share);
        }

        // Only after all mountpoints: when one of them fails the guest is left without any feature (docs/protocol.md §6.4 step 5).
        foreach (SharedItem share in shares)
        {
            GuestMountpoints.EnableFeature(guest, share);
        }

        AuthToken session = server.Directory.Tokens.Issue(guest, TimeSpan.FromDays(2));
        return Redirect(request).With("Set-Cookie", $"ZM_AUTH_TOKEN={session.Value}; Path=/; HttpOnly");
    }

    private static IEnumerable<SharedItem> SharesFor(ZimbraDirectory directory, Account owner, string email) =>
        from account in directory.Accounts.ToList()
        where account.DomainName == owner.DomainName
        from item in SharedItem.Of(account)
        where
            (item.GranteeType == "guest" && string.Equals(item.GranteeId, email, StringComparison.OrdinalIgnoreCase))
            || (
                item.GranteeType == "grp"
                && directory.Groups.Any(list => list.Id == item.GranteeId && list.Members.Contains(email, StringComparer.OrdinalIgnoreCase))
            )
        select item;

    private static Account Make(ServerState server, string identifier, string email, string? displayName, string? password)
    {
        if (identifier.Any(c => c > '~'))
        {
            throw SoapFault.Invalid($"must be valid email address: {identifier}");
        }

        var guest = new Account(identifier, ZimbraDirectory.NewId());
        guest.Attributes["zimbraIsExternalVirtualAccount"] = "TRUE";
        guest.Attributes["zimbraExternalUserMailAddress"] = email;
        guest.Attributes["displayName"] = displayName;
        guest.Attributes["zimbraHideInGal"] = "TRUE";
        guest.Attributes["zimbraMailStatus"] = "disabled";
        if (password is not null)
        {
            if (Passwords.Violation(name => server.Directory.Attribute(guest, name), password) is { } broken)
            {
                throw new SoapFault("account.INVALID_PASSWORD", $"invalid password: {broken.Text}");
            }

            guest.Password = password;
            guest.Attributes["zimbraVirtualAccountInitialPasswordSet"] = "TRUE";
        }

        return server.Directory.Add(guest);
    }

    private static FakeResponse Redirect(FakeRequest request) =>
        new FakeResponse(302, null, []).With("Location", $"http://{request.Header("Host") ?? "localhost"}/");
}
