using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Hosting;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.SignUp;

/// <summary><c>GET /service/preauth</c>: a browser's way in by preauth (protocol.md §2.4).</summary>
internal static class PreauthServlet
{
    public static FakeResponse Handle(FakeServer server, FakeRequest request)
    {
        IReadOnlyDictionary<string, string> query = request.Query;
        string? name = query.GetValueOrDefault("account");
        Account? account = name is null ? null : query.GetValueOrDefault("by") == "id" ? server.Directory.FindAccountById(name) : server.Directory.FindAccount(name);
        string? key = account is null ? null : server.Directory.FindDomain(account.DomainName)?.Attributes["zimbraPreAuthKey"];
        string expires = query.GetValueOrDefault("expires") ?? "0";
        bool fresh = long.TryParse(query.GetValueOrDefault("timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out long time)
            && Math.Abs(time - server.Directory.Now.ToUnixTimeMilliseconds()) <= 300_000;
        string text = $"{name}|{(query.ContainsKey("admin") ? "1|" : "")}{query.GetValueOrDefault("by") ?? "name"}|{expires}|{query.GetValueOrDefault("timestamp")}";
        if (account is null || key is null || !fresh || server.Directory.StatusOf(account) != "active" || !PreauthKey.Matches(key, text, query.GetValueOrDefault("preauth") ?? ""))
        {
            return FakeResponse.Error(400, "authentication failed");
        }

        AuthToken token = server.Directory.Tokens.Issue(account, TimeSpan.FromDays(2), csrfSecured: true);
        return new FakeResponse(302, null, []).With("Location", $"http://{request.Header("Host")}/mail").With("Set-Cookie", $"ZM_AUTH_TOKEN={token.Value}; Path=/; HttpOnly");
    }
}
