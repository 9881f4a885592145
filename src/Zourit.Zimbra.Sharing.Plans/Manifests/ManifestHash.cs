using System.Security.Cryptography;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>The hash of what a manifest says.</summary>
internal static class ManifestHash
{
    public static string Of(Manifest manifest)
    {
        using var json = new MemoryStream();
        ManifestWriter.WriteJson(Sorted(manifest), json);
        return Convert.ToHexStringLower(SHA256.HashData(json.ToArray()));
    }

    private static Manifest Sorted(Manifest manifest) =>
        new("")
        {
            TimeZone = manifest.TimeZone,
            Scope = manifest.Scope,
            Keep = manifest.Keep,
            Limits = manifest.Limits,
            Leavers = manifest.Leavers,
            Shares =
            [
                .. manifest
                    .Shares.OrderBy(share => share.Owner, StringComparer.Ordinal)
                    .ThenBy(share => share.Calendar?.Value, StringComparer.Ordinal)
                    .ThenBy(share => share.Grantee.ToString(), StringComparer.Ordinal),
            ],
        };
}
