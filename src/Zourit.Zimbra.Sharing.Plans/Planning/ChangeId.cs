using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>The name of a change: the first 16 digits of the SHA-256 of what it does.</summary>
internal static class ChangeId
{
    private const int Digits = 16;

    public static string Of(PlannedChange change)
    {
        string text = string.Join(
            '\n',
            change.Owner,
            change.Calendar.Value.ToUpperInvariant(),
            change.Grantee,
            change.Action,
            Text(change.Before),
            Text(change.After)
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
    }

    private static string Text(ShareValue? value) =>
        value is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value.Rights} {value.Expiry?.ToUnixTimeMilliseconds()}");
}
