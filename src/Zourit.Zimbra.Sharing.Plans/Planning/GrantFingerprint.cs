using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>
/// The hash of what a directory and a mailbox say alike: who has which rights to which folder. Paths and ends are left out, since the
/// directory keeps those of the day of publication where a folder above is renamed or a policy changes.
/// </summary>
internal static class GrantFingerprint
{
    public static string Of(OwnerState state)
    {
        string[] lines =
        [
            .. state.Calendars.SelectMany(calendar =>
                calendar
                    .Grants.Where(grant => grant.Grantee.Kind != GranteeKind.Unknown)
                    .Select(grant => string.Create(CultureInfo.InvariantCulture, $"{calendar.FolderId} {Name(grant)} {grant.Rights}\n"))
            ),
        ];
        Array.Sort(lines, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    // Accounts and lists by their ids: the directory keeps the name that they had.
    private static string Name(GrantState grant) =>
        grant.Grantee.Kind == GranteeKind.User && grant.GranteeId is { } id ? id : grant.Grantee.ToString();
}
