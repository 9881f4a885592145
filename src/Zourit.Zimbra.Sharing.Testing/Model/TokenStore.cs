using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>Issues tokens and knows them again. What it does not know is garbage to it, as a token with a wrong HMAC is to the server.</summary>
internal sealed class TokenStore(ZimbraDirectory directory)
{
    private const int MostKept = 20_000;
    private readonly Dictionary<string, AuthToken> _tokens = [];
    private readonly HashSet<string> _loggedOut = [];
    private readonly Queue<string> _order = new();
    private int _serial;

    public AuthToken Issue(Account account, TimeSpan lifetime, bool isAdmin = false, Account? delegatedBy = null, bool csrfSecured = false)
    {
        DateTimeOffset expires = directory.Now + lifetime;
        string data = string.Create(CultureInfo.InvariantCulture, $"id=36:{account.Id};exp=13:{expires.ToUnixTimeMilliseconds()};type=6:zimbra;tid=1:{++_serial};");
        string value = $"0_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20))}_{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(data))}";
        var token = new AuthToken(value, account.Id, expires, isAdmin, delegatedBy?.Id, account.TokenValidity, csrfSecured);
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

    /// <summary>The token, or null for garbage.</summary>
    public AuthToken? Find(string? value) => value is not null && _tokens.TryGetValue(value, out AuthToken? token) ? token : null;

    /// <summary>Past its end, or logged out: refused before any handler runs.</summary>
    public bool IsOver(AuthToken token) => token.Expires <= directory.Now || _loggedOut.Contains(token.Value);

    /// <summary>The account is gone, not active, or has another password since (protocol.md §1.5). A delegated token may use an inactive account, except in maintenance.</summary>
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
