using System.Text;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary>
/// Who asks over REST (docs/protocol.md §8.4). A failed password is treated as no credentials at all, so a public calendar hides it.
/// </summary>
internal sealed class RestLogin
{
    private readonly ServerState _server;
    private readonly FakeRequest _request;
    private readonly string _allowed;

    private RestLogin(ServerState server, FakeRequest request, string allowed)
    {
        _server = server;
        _request = request;
        _allowed = allowed;
    }

    public Visitor Visitor { get; private set; } = Visitor.Anonymous;

    /// <summary>Set when the credentials themselves are answered: a bad token gives 401 without challenge, malformed Basic 400.</summary>
    public FakeResponse? Refused { get; private set; }

    public static RestLogin Of(ServerState server, FakeRequest request, IReadOnlyDictionary<string, string> query)
    {
        var login = new RestLogin(server, request, query.GetValueOrDefault("auth") ?? "co,jwt,nsc,qp");
        string? own = request.IsAdminPort ? request.Cookie("ZM_ADMIN_AUTH_TOKEN") : null;
        string? cookie = login.Allows("co") ? own ?? request.Cookie("ZM_AUTH_TOKEN") : null;
        string? parameter = login.Allows("qp") ? query.GetValueOrDefault("zauthtoken") ?? query.GetValueOrDefault("authToken") : null;
        if (cookie is not null || parameter is not null)
        {
            login.ByToken((cookie ?? parameter)!);
        }
        else if (
            login.AllowsBasic
            && request.Header("Authorization") is { } header
            && header.StartsWith("Basic ", StringComparison.Ordinal)
        )
        {
            login.ByBasic(header["Basic ".Length..]);
        }

        return login;
    }

    /// <summary>Missing and forbidden look alike: 401 with a challenge for whoever might still sign in, 404 for real accounts.</summary>
    public FakeResponse NotFound()
    {
        return Visitor.Account is not null || !AllowsBasic ? FakeResponse.Error(404, "no such item") : Unauthorized();
    }

    /// <summary>401 with the realm of the domain whose virtual host was addressed.</summary>
    public FakeResponse Unauthorized()
    {
        string realm = VirtualDomain?.Attributes["zimbraBasicAuthRealm"] ?? "Zimbra";
        return FakeResponse.Error(401, "must authenticate").With("WWW-Authenticate", $"BASIC realm=\"{realm}\"");
    }

    private Domain? VirtualDomain
    {
        get
        {
            string host = (_request.Header("Host") ?? "").Split(':')[0];
            return _server.Directory.Domains.FirstOrDefault(domain =>
                domain.Attributes.Values("zimbraVirtualHostname").Contains(host, StringComparer.OrdinalIgnoreCase)
            );
        }
    }

    private bool AllowsBasic => Allows("ba") || Allows("nsc") || Allows("sc");

    private bool Allows(string word) => _allowed.Contains(word, StringComparison.Ordinal);

    private void ByToken(string value)
    {
        if (
            _server.Directory.Tokens.Find(value) is not { } token
            || _server.Directory.Tokens.IsOver(token)
            || _server.Directory.Tokens.IsVoid(token, out Account? account)
        )
        {
            Refused = FakeResponse.Error(401, "invalid credentials");
            return;
        }

        Visitor = Visitor.Of(account!, token.IsAdmin && _request.IsAdminPort);
    }

    private void ByBasic(string encoded)
    {
        string text;
        try
        {
            text = Encoding.UTF8.GetString(Convert.FromBase64String(encoded.Trim()));
        }
        catch (FormatException)
        {
            Refused = FakeResponse.Error(400, "invalid basic credentials");
            return;
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            Refused = FakeResponse.Error(400, "invalid basic credentials");
            return;
        }

        string user = Complete(text[..colon]);
        string password = text[(colon + 1)..];
        if (_server.Directory.FindAccount(user) is not { } account)
        {
            Visitor = Visitor.Guest(user, password);
        }
        else if (Passwords.Check(_server.Directory, account, password) && !Passwords.MustChange(_server.Directory, account))
        {
            Visitor = Visitor.Of(account);
        }
    }

    // The virtual host's domain first, else the default one; a guest's identity keeps the name as typed.
    private string Complete(string user) =>
        user.Contains('@', StringComparison.Ordinal) ? user
        : VirtualDomain is { } domain ? $"{user}@{domain.Name}"
        : _server.Directory.Complete(user);
}
