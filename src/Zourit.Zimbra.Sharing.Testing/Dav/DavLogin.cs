using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Rest;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>
/// Who asks over CalDAV: accounts only, by Basic or cookie. Neither a guest's own address nor a grant password opens it, and there is no
/// anonymous reader; a broken cookie is an error, whatever else is right (A.1, A.3).
/// </summary>
internal static class DavLogin
{
    private static readonly Dictionary<string, string> ByCookieOnly = new() { ["auth"] = "co" };
    private static readonly Dictionary<string, string> Both = [];

    public static Account? Caller(ServerState server, FakeRequest request, out FakeResponse? refused)
    {
        RestLogin login = RestLogin.Of(server, request, request.IsAdminPort ? ByCookieOnly : Both);
        if (login.Refused is not null)
        {
            refused = DavReply.Empty(500);
            return null;
        }

        Account? caller = login.Visitor.Account;
        bool isIn = caller is not null && server.Directory.StatusOf(caller) == "active";
        refused = isIn ? null : Challenge(login, request);
        return isIn ? caller : null;
    }

    private static FakeResponse Challenge(RestLogin login, FakeRequest request) =>
        request.IsAdminPort ? DavReply.Empty(401)
        : request.Method is "GET" or "HEAD" or "POST" ? login.Unauthorized()
        : DavReply
            .Empty(401)
            .With("WWW-Authenticate", login.Unauthorized().Headers.Find(header => header.Name == "WWW-Authenticate").Value);
}
