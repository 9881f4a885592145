using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Reads limits, whose values the shape has checked.</summary>
internal static class LimitsReader
{
    public static LimitSettings Read(MapNode? map)
    {
        Amount? Of(string key) => map?.Text(key) is { } text ? Amount.TryParse(text.Text) : null;

        return new()
        {
            Removals = Of("removals"),
            RemovalsPerDomain = Of("removals-per-domain"),
            RemovalsPerOwner = Of("removals-per-owner"),
            Creations = Of("creations"),
            Widenings = Of("widenings"),
            Mails = Of("mails"),
            Public = Of("public"),
        };
    }
}
