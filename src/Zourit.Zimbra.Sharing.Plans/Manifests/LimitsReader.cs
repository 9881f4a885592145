using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Reads limits, whose values the shape has checked.</summary>
internal static class LimitsReader
{
    public static LimitSettings Read(MapNode? map) =>
        LimitSettings.Of(key => map?.Text(key) is { } text ? Amount.TryParse(text.Text) : null);
}
