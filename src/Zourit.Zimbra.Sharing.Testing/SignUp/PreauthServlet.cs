using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.SignUp;

/// <summary><c>GET /service/preauth</c>: a browser's way in by preauth (docs/protocol.md §2.4).</summary>
internal static class PreauthServlet
{
    private static readonly string[] Required = ["preauth", "account", "timestamp", "expires"];

    public static FakeResponse Handle(ServerState server, FakeRequest request)
    {
        IReadOnlyDictionary<string, string> query = request.Query;
        if (Array.Find(Required, name => !query.ContainsKey(name)) is { } missing)
        {
            return FakeResponse.Error(400, $"invalid request: missing required param: {missing}");
        }

        string by = query.GetValueOrDefault("by") ?? "name";
        string name = query["account"];
        Account? account =
            by == "id" ? server.Directory.FindAccountById(name) : server.Directory.FindAccount(server.Directory.Complete(name));
        string? key = account is null ? null : server.Directory.FindDomain(account.DomainName)?.Attributes["zimbraPreAuthKey"];
        bool asAdmin = query.GetValueOrDefault("admin") == "1";
        string text = string.Join(
            '|',
            asAdmin ? [name, "1", by, query["expires"], query["timestamp"]] : new[] { name, by, query["expires"], query["timestamp"] }
        );
        if (
            account is null
            || key is null
            || !PreauthKey.IsFresh(query["timestamp"], server.Directory.Now)
            || server.Directory.StatusOf(account) != "active"
            || !PreauthKey.Matches(key, text, query["preauth"])
            || !PreauthKey.TryLifetime(server.Directory, account, query["expires"], out TimeSpan lifetime)
            || (asAdmin && !account.IsAdmin)
        )
        {
            return FakeResponse.Error(400, $"authentication failed for [{name}]");
        }

        AuthToken token = server.Directory.Tokens.Issue(account, lifetime, isAdmin: asAdmin, csrfSecured: true);
        string? redirect = query.GetValueOrDefault("redirectURL");

        // A foreign address is refused, though the cookie is set already.
        FakeResponse answer =
            redirect is null ? new FakeResponse(302, null, []).With("Location", $"{request.Origin}/mail")
            : redirect.StartsWith(PublicAddress.Base(server.Directory, account), StringComparison.Ordinal)
                ? new FakeResponse(302, null, []).With("Location", redirect)
            : FakeResponse.Error(400, "invalid request: redirectURL not allowed");
        return answer.With("Set-Cookie", $"{(asAdmin ? "ZM_ADMIN_AUTH_TOKEN" : "ZM_AUTH_TOKEN")}={token.Value}; Path=/; HttpOnly");
    }
}
