using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// Types of the attributes that sharing knows. Those of other attributes are not checked, here as in the directory they are any text.
/// </summary>
internal static partial class AttributeSyntax
{
    private static readonly Dictionary<string, string[]> Enumerations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zimbraAccountStatus"] = ["active", "maintenance", "locked", "closed", "lockout", "pending"],
        ["zimbraDomainStatus"] = ["active", "maintenance", "locked", "closed", "suspended", "shutdown"],
        ["zimbraMailStatus"] = ["enabled", "disabled"],
    };

    private static readonly HashSet<string> Booleans = new(StringComparer.OrdinalIgnoreCase)
    {
        "zimbraIsExternalVirtualAccount",
        "zimbraVirtualAccountInitialPasswordSet",
        "zimbraHideInGal",
        "zimbraExternalSharingEnabled",
        "zimbraPublicSharingEnabled",
        "zimbraExternalShareDomainWhitelistEnabled",
        "zimbraInternalSharingCrossDomainEnabled",
        "zimbraPasswordMustChange",
        "zimbraPasswordLocked",
        "zimbraIsAdminAccount",
        "zimbraPasswordLockoutEnabled",
        "zimbraPrefSaveToSent",
        "zimbraCsrfTokenCheckEnabled",
    };

    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase)
    {
        "zimbraMailQuota",
        "zimbraFileUploadMaxSizePerFile",
        "zimbraMailDomainQuota",
    };

    /// <exception cref="SoapFault">account.INVALID_ATTR_VALUE. An empty value is no value, and always right.</exception>
    public static void Check(string name, string value)
    {
        string? wrong =
            value.Length == 0 ? null
            : Enumerations.TryGetValue(name, out string[]? words)
                ? (words.Contains(value) ? null : $"must be one of: {string.Join(',', words)}")
            : Booleans.Contains(name) || Feature().IsMatch(name) ? (value is "TRUE" or "FALSE" ? null : "must be TRUE or FALSE")
            : name.Equals("zimbraExternalUserMailAddress", StringComparison.OrdinalIgnoreCase)
                ? (IsMail(value) ? null : "must be a valid email address")
            : Lifetime().IsMatch(name) ? (Duration().IsMatch(value) ? null : "must be a valid duration")
            : Number().IsMatch(name)
                ? (
                    long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                        ? null
                        : "must be a valid integer"
                )
            : Whole.Contains(name)
                ? (
                    long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                        ? null
                        : $"must be a valid long: {value}"
                )
            : null;
        if (wrong is not null)
        {
            throw new SoapFault("account.INVALID_ATTR_VALUE", $"{name} {wrong}");
        }
    }

    private static bool IsMail(string value) =>
        value.Length <= 256
        && value.All(c => c is > ' ' and <= '~')
        && value.Count(c => c == '@') == 1
        && MailAddress.TryCreate(value, out MailAddress? mail)
        && mail.Address == value;

    [GeneratedRegex("^zimbraFeature.*Enabled$", RegexOptions.IgnoreCase)]
    private static partial Regex Feature();

    [GeneratedRegex(
        "^zimbra(.*ShareLifetime|.*TokenLifetime|ExternalAccountLifetimeAfterDisabled|ExternalShareInvitationUrlExpiration|"
            + "PasswordLockout(Duration|FailureLifetime))$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Lifetime();

    [GeneratedRegex("^[0-9]+(ms|[dhms])?$")]
    private static partial Regex Duration();

    [GeneratedRegex(
        "^zimbraP(asswordM(in|ax).*|asswordLockoutMaxFailures|asswordEnforceHistory|ublicServicePort)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Number();
}
