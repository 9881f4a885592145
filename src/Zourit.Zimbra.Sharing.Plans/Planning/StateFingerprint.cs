using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>The hash of an owner's calendars and grants.</summary>
internal static class StateFingerprint
{
    public static string Of(OwnerState state)
    {
        var text = new StringBuilder(state.OwnerId).Append('\n');
        foreach (CalendarState calendar in state.Calendars.OrderBy(each => each.FolderId, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{calendar.FolderId} {calendar.Path}\n");
            foreach (GrantState grant in calendar.Grants.OrderBy(each => each.Grantee.ToString(), StringComparer.Ordinal))
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{grant.Grantee} {grant.GranteeId} {grant.Rights} {grant.Expiry?.ToUnixTimeMilliseconds()}\n"
                );
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
