using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>
/// What <c>AddZimbraSharing</c> makes its <see cref="ZimbraClient"/> of. In configuration all settings stand side by side in one section,
/// those of <see cref="Client"/> too; durations are written <c>00:00:30</c>. They are read once, at the program's start, and checked then.
/// </summary>
/// <example><code>
/// "Zimbra": {
///   "ServerUri": "https://mail1.example.net",
///   "Account": "owner@monasso.org",
///   "AttemptTimeout": "00:00:10"
/// }
/// </code>The password then comes from another source of configuration, e.g. the environment variable <c>Zimbra__Password</c>.</example>
public sealed class ZimbraSharingOptions
{
    /// <summary>The server's address, e.g. <c>https://mail1.example.net</c>; only scheme, host and port count. Required.</summary>
    public Uri? ServerUri { get; set; }

    /// <summary>
    /// The address of the admin service, as <see cref="ZimbraClientOptions.AdminUri"/>: null (the default) for port 7071 on the server's
    /// host.
    /// </summary>
    public Uri? AdminUri
    {
        get => Client.AdminUri;
        set => Client.AdminUri = value;
    }

    /// <summary>The account that asks, e.g. <c>owner@monasso.org</c>. Required, unless the credentials come from
    /// <see cref="ZimbraSharingBuilder.UseCredentials"/>.</summary>
    public string? Account { get; set; }

    /// <summary>
    /// The account's password. Exactly one of this, <see cref="PasswordProvider"/> and <see cref="PreauthKey"/> is required.
    /// </summary>
    public Secret? Password { get; set; }

    /// <summary>Gives the account's password, e.g. from a vault; called once for each login, so that the password need not be kept. Not
    /// read from configuration.</summary>
    public Func<CancellationToken, ValueTask<Secret>>? PasswordProvider { get; set; }

    /// <summary>The preauth key of the account's domain (<c>zimbraPreAuthKey</c>), to act as the account without its password.</summary>
    public Secret? PreauthKey { get; set; }

    /// <summary>Whether the account is an administrator, who logs in at the admin address. Default false.</summary>
    public bool IsAdmin { get; set; }

    /// <summary>The client's other settings. What is null there comes from the container: <see cref="ZimbraClientOptions.LoggerFactory"/>;
    /// so does the <see cref="ZimbraClientOptions.TimeProvider"/> when one is registered and none is set here.</summary>
    public ZimbraClientOptions Client { get; } = new();

    /// <summary>What to put before a setting's name so that its place is found: <c>Zimbra:</c> for a section.</summary>
    internal string Place { get; set; } = $"{nameof(ZimbraSharingOptions)}.";

    /// <summary>Settings whose text could not be read, each as a sentence without its place.</summary>
    internal List<string> Unreadable { get; } = [];
}
