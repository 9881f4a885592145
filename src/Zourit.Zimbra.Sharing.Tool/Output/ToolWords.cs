using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>
/// The library names calls and settings of C# where it says what to do; whoever reads this program's output has its commands and options.
/// </summary>
internal static partial class ToolWords
{
    // Longer pieces come before those that are in them. What has no counterpart here is left out.
    private static readonly (string From, string To)[] Both =
    [
        ("ZimbraCredentials.AdminToken", "--token-file"),
        ("ZimbraCredentials.Preauth", "--preauth-key-file"),
        ("ZimbraCredentials.Password", "--account, --password-file"),
        ("ZimbraCredentials", "--account, --password-file"),
        ("ZimbraClientOptions.AdminUri", "--admin-server"),
        ("AdminUri", "--admin-server"),
        ("ServerUri", "--server"),
        ("TrustedRootsFile", "--trusted-roots (trustedRoots)"),
        (" (AttemptTimeout)", ""),
        (" (TotalTimeout)", ""),
        (" (BreakDuration)", ""),
        (" (MaxRequestsPerSecond)", " (--rate)"),
        (" (FeedReadOptions.MaxEvents)", ""),
        (" (FeedReadOptions.MaxExpansionTime)", ""),
        (" (SearchRequest)", ""),
        ("SetPasswordRequest", "zimbra-share account reset-password"),
        ("SocketsHttpHandler.MaxResponseHeadersLength, ", ""),
        ("ShareExpiry.Never", "never"),
        ("GrantPassword", "--grant-password"),
        ("EnsureNotified", "--ensure-notified"),
        ("NotifyAgainAsync", "zimbra-share guest notify"),
        ("RenewAsync", "zimbra-share guest renew"),
        ("ListSharesAsync", "zimbra-share list"),
        ("RevokeGuestAsync", "zimbra-share guest revoke"),
        ("RevokeUserAsync", "zimbra-share user revoke"),
        ("RevokePublicAsync", "zimbra-share public off"),
        ("ShareWithGuestAsync", "zimbra-share guest add"),
        ("ShareWithUserAsync", "zimbra-share user add"),
        ("SharePubliclyAsync", "zimbra-share public on"),
        ("CheckPolicyAsync", "zimbra-share policy"),
        ("CheckAdministratorAsync", "zimbra-share doctor"),
        ("FeedClient.DiagnoseAsync", "zimbra-share guest diagnose"),
        ("Feeds.DiagnoseAsync", "zimbra-share guest diagnose"),
        ("Guests.CreateAsync", "zimbra-share account create"),
        ("Guests.RepairAsync", "zimbra-share account repair"),
    ];

    private static readonly (string From, string To)[] English =
    [
        ("set CheckAddress = false", "use --any-address (guest add, user add, account create); a plan takes it once it is shared"),
        ("set AllowOtherFolders", "use --any-folder"),
        ("https, or set AllowInsecureHttp if the network is trusted.", "https."),
        ("Make the client with ZimbraCredentials.Admin.", "Log in with --admin."),
        (
            "FeedClient.FindEncryptedAddressAsync finds the https form if the server answers it.",
            "See whether the server answers https, too."
        ),
        (" Name one in AdministratorCheckOptions.Account.", " Name a domain with accounts: --domain."),
        ("with GetFolderRequest", "with zimbra-share list"),
        ("with GetAccountRequest", "with zimbra-share account inspect"),
        (", or raise ZimbraClientOptions.MaxReplyBytes", ""),
        ("a window, or raise FeedReadOptions.MaxBytes", "less: --from and --to"),
        ("Ask for ResetPassword", "Use zimbra-share account reset-password"),
        ("leaves of AttemptTimeout some time", "leaves some time"),
        ("the MaxConcurrentRequests to", "the connections to"),
        ("than ZimbraClientOptions.MaxReplyDepth allows. Ask for less, or raise it.", "than is read."),
        (", or raise that by ZimbraClientOptions.ConfigureHttp.", "."),
    ];

    private static readonly (string From, string To)[] French =
    [
        (
            "indiquez CheckAddress = false",
            "utilisez --any-address (guest add, user add, account create) ; un plan l'accepte une fois le partage fait"
        ),
        ("indiquez AllowOtherFolders", "utilisez --any-folder"),
        ("https, ou indiquez AllowInsecureHttp si le réseau est sûr.", "https."),
        ("Créez le client avec ZimbraCredentials.Admin.", "Connectez-vous avec --admin."),
        (
            "FeedClient.FindEncryptedAddressAsync trouve la forme https si le serveur y répond.",
            "Voyez si le serveur répond aussi en https."
        ),
        (" Nommez-en un dans AdministratorCheckOptions.Account.", " Nommez un domaine qui a des comptes\u00A0: --domain."),
        ("par GetFolderRequest", "par zimbra-share list"),
        ("par GetAccountRequest", "par zimbra-share account inspect"),
        (", ou augmentez ZimbraClientOptions.MaxReplyBytes", ""),
        ("une période, ou augmentez FeedReadOptions.MaxBytes", "moins, avec --from et --to"),
        ("Demandez ResetPassword", "Utilisez zimbra-share account reset-password"),
        ("laisse de AttemptTimeout un peu", "laisse un peu"),
        ("les MaxConcurrentRequests vers", "les connexions vers"),
        ("que ZimbraClientOptions.MaxReplyDepth ne le permet. Demandez moins, ou augmentez-le.", "que ce qui est lu."),
        (", ou augmentez cette taille par ZimbraClientOptions.ConfigureHttp.", "."),
    ];

    /// <summary>What is replaced.</summary>
    public static IEnumerable<string> Known => English.Concat(French).Concat(Both).Select(each => each.From);

    /// <summary>A text in a language, in this program's words.</summary>
    public static string SaidIn(this LocalizedText text, string language) => In(text.InLanguage(language));

    /// <summary>A text, in this program's words.</summary>
    public static string In(string text)
    {
        if (!Names().IsMatch(text))
        {
            return text;
        }

        foreach ((string from, string to) in English.Concat(French).Concat(Both))
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return Mailbox().Replace(text, "--on-behalf-of $1");
    }

    // Names of C#: two words written as one, or a call.
    [GeneratedRegex(@"[a-z][A-Z]|Mailbox\(", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"Mailbox\(""([^""]*)""\)", RegexOptions.CultureInvariant)]
    private static partial Regex Mailbox();
}
