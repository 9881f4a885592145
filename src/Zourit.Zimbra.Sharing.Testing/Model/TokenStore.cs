using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// Issues tokens and knows them again. What it does not know is garbage to it, as a token with a wrong HMAC is to the server.
/// </summary>
internal sealed class TokenStore(ZimbraDirectory directory)
{
    private const int MostKept = 20_000;
    private const string ServerRelease = "10.1.0";
    private readonly Dictionary<string, AuthToken> _tokens = [];
    private readonly HashSet<string> _loggedOut = [];
    private readonly Queue<string> _order = new();

    public AuthToken Issue(Account account, TimeSpan lifetime, bool isAdmin = false, Account? delegatedBy = null, bool csrfSecured = false)
    {
        DateTimeOffset expires = directory.Now + lifetime;
        int serial = RandomNumberGenerator.GetInt32(int.MaxValue);
        string data = Data(
            ("id", account.Id),
            ("exp", Text(expires.ToUnixTimeMilliseconds())),
            ("aid", delegatedBy?.Id),
            ("admin", isAdmin && account.IsAdmin ? "1" : null),
            ("dlgadmin", isAdmin && !account.IsAdmin ? "1" : null),
            ("vv", account.TokenValidity < 0 ? null : Text(account.TokenValidity)),
            ("type", "zimbra"),
            ("u", "a"),
            ("tid", Text(serial)),
            ("version", ServerRelease),
            ("csrf", csrfSecured ? "1" : null)
        );
        string value =
            $"0_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20))}_{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(data))}";
        var token = new AuthToken
        {
            Value = value,
            AccountId = account.Id,
            Expires = expires,
            IsAdmin = isAdmin,
            DelegatedBy = delegatedBy?.Id,
            Validity = account.TokenValidity,
            IsCsrfSecured = csrfSecured,
            Serial = serial,
        };
        _tokens[value] = token;
        _order.Enqueue(value);
        while (_order.Count > MostKept)
        {
            string oldest = _order.Dequeue();
            _tokens.Remove(oldest);
            _loggedOut.Remove(oldest);
        }

        return token;
    }

    // The fields of the server's tokens (recordings 01-01, 01-12, 01-39, 01-55): name, length of the value, value.
    private static string Data(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var text = new StringBuilder();
        foreach ((string name, string? value) in fields)
        {
            if (value is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}={value.Length}:{value};");
            }
        }

        return text.ToString();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The token, or null for garbage.</summary>
    public AuthToken? Find(string? value) => value is not null && _tokens.TryGetValue(value, out AuthToken? token) ? token : null;

    /// <summary>An account's living tokens as the directory lists them in <c>zimbraAuthTokens</c>: serial, end, version.</summary>
    public IEnumerable<string> Registered(Account account) =>
        _tokens
            .Values.Where(token => token.AccountId == account.Id && !IsOver(token))
            .Select(token =>
                string.Create(CultureInfo.InvariantCulture, $"{token.Serial}|{token.Expires.ToUnixTimeMilliseconds()}|{ServerRelease}")
            );

    /// <summary>The CSRF token that goes with a token: the same as long as that lives.</summary>
    public static string CsrfOf(AuthToken token)
    {
#pragma warning disable CA5350 // The server's is HMAC-SHA1; only its form matters here.
        return $"0_{Convert.ToHexStringLower(SHA1.HashData(Encoding.ASCII.GetBytes(token.Value)))}";
#pragma warning restore CA5350
    }

    /// <summary>The word that goes with a token in GetInfo.</summary>
    public static string CrumbOf(AuthToken token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token.Value)))[..32];

    /// <summary>Past its end, or logged out: refused before any handler runs.</summary>
    public bool IsOver(AuthToken token) => token.Expires <= directory.Now || _loggedOut.Contains(token.Value);

    /// <summary>
    /// The account is gone, not active, or has another password since (docs/protocol.md §1.5). A delegated token may use an inactive
    /// account, except in maintenance.
    /// </summary>
    public bool IsVoid(AuthToken token, out Account? account)
    {
        account = directory.Accounts.FirstOrDefault(candidate => candidate.Id == token.AccountId);
        if (account is null || account.TokenValidity != token.Validity)
        {
            return true;
        }

        string status = directory.StatusOf(account);
        return status != "active" && (token.DelegatedBy is null || status == "maintenance");
    }

    /// <summary>Ends a token as its time would have; false for garbage.</summary>
    public bool Expire(string value) => Find(value) is not null && _loggedOut.Add(value);

    public void LogOut(AuthToken token) => _loggedOut.Add(token.Value);
}
