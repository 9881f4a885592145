using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>
/// Who a <c>ZimbraClient</c> is to the server. Nothing is sent before the first request. Printing never shows a secret.
/// </summary>
public abstract class ZimbraCredentials
{
    private readonly string _kind;
    private readonly string? _account;

    private protected ZimbraCredentials(string kind, string? account = null) => (_kind, _account) = (kind, account);

    /// <summary>A user and their password (urn:zimbraAccount AuthRequest).</summary>
    /// <param name="account">The account's name, e.g. <c>owner@monasso.org</c>; an alias works.</param>
    /// <param name="password">The password. It is kept in memory as long as the client, to log in again when a token ends.</param>
    /// <exception cref="ArgumentException">The account's name or the password is empty.</exception>
    public static ZimbraCredentials Password(string account, Secret password) =>
        new PasswordCredentials(account, Fixed(password, nameof(password)));

    /// <summary>A user whose password is asked for at each login, so that it need not be kept.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="password">Gives the password, e.g. from a vault; called once for each login. What it throws reaches the caller of the
    /// request as it is, and nothing was sent.</param>
    /// <exception cref="ArgumentException">The account's name is empty.</exception>
    public static ZimbraCredentials PasswordFrom(string account, Func<CancellationToken, ValueTask<Secret>> password) =>
        new PasswordCredentials(account, password);

    /// <summary>An administrator and their password (urn:zimbraAdmin AuthRequest, at the admin address).</summary>
    /// <param name="account">The administrator's name, e.g. <c>admin@example.net</c>.</param>
    /// <param name="password">The password.</param>
    /// <exception cref="ArgumentException">The account's name or the password is empty.</exception>
    public static ZimbraCredentials Admin(string account, Secret password) =>
        new AdminCredentials(account, Fixed(password, nameof(password)));

    /// <summary>An administrator whose password is asked for at each login.</summary>
    /// <param name="account">The administrator's name.</param>
    /// <param name="password">Gives the password; called once for each login. What it throws reaches the caller of the request as it is,
    /// and nothing was sent.</param>
    /// <exception cref="ArgumentException">The account's name is empty.</exception>
    public static ZimbraCredentials AdminFrom(string account, Func<CancellationToken, ValueTask<Secret>> password) =>
        new AdminCredentials(account, password);

    /// <summary>
    /// A user of a domain whose preauth key is known (AuthRequest with <c>preauth</c>); needs no password and no second factor.
    /// </summary>
    /// <param name="account">The account's name.</param>
    /// <param name="domainKey">The domain's <c>zimbraPreAuthKey</c>, 64 hexadecimal digits.</param>
    /// <exception cref="ArgumentException">The account's name or the key is empty.</exception>
    public static ZimbraCredentials Preauth(string account, Secret domainKey) =>
        new PreauthCredentials(account, Fixed(domainKey, nameof(domainKey)));

    /// <summary>A user of a domain whose preauth key is asked for at each login, so that it need not be kept.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="domainKey">Gives the domain's <c>zimbraPreAuthKey</c>, e.g. from a vault; called once for each login.</param>
    /// <exception cref="ArgumentException">The account's name is empty.</exception>
    public static ZimbraCredentials PreauthFrom(string account, Func<CancellationToken, ValueTask<Secret>> domainKey) =>
        new PreauthCredentials(account, domainKey);

    /// <summary>A user's token that was issued before. It cannot be renewed: when it ends, calls fail.</summary>
    /// <param name="token">The token (<c>authToken</c>).</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public static ZimbraCredentials Token(Secret token) => new TokenCredentials(Checked(token, nameof(token)), isAdmin: false);

    /// <summary>An administrator's token that was issued before. It cannot be renewed.</summary>
    /// <param name="token">The token (<c>authToken</c> of an admin AuthRequest).</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public static ZimbraCredentials AdminToken(Secret token) => new TokenCredentials(Checked(token, nameof(token)), isAdmin: true);

    /// <summary>
    /// Nobody in particular, for what needs no account: a guest who accepts an invitation, a public calendar's feed, a feed read with a
    /// guest's own identifier and password. Requests that need an account fail with
    /// <see cref="AuthenticationFailure.CredentialsRequired"/>, and nothing is sent.
    /// </summary>
    public static ZimbraCredentials Anonymous { get; } = new AnonymousCredentials();

    /// <summary>The kind of credentials and the account's name.</summary>
    public override string ToString() => _account is null ? _kind : $"{_kind} {Quoted.Of(_account)}";

    internal abstract bool IsAdmin { get; }

    /// <summary>The way to a token; null when it has none.</summary>
    internal abstract ILogin? CreateLogin(ILoginSender sender);

    private static Func<CancellationToken, ValueTask<Secret>> Fixed(Secret secret, string parameter)
    {
        Checked(secret, parameter);
        return _ => ValueTask.FromResult(secret);
    }

    private static Secret Checked(Secret secret, string parameter) =>
        secret.IsEmpty
            ? throw Argument.Invalid(
                new LocalizedText(
                    "The secret is empty: the server refuses it, and the attempt would count as a failed login.",
                    "Le secret est vide : le serveur le refuse, et la tentative compterait comme une connexion échouée."
                ),
                parameter
            )
            : secret;
}
