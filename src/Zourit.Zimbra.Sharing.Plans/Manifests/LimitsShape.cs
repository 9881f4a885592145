using Zourit.Zimbra.Sharing.Plans.Shapes;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>The keys of limits.</summary>
internal sealed class LimitsShape
{
    public MapShape Shape { get; } =
        new(
            "How much a plan may change; only less than without them.",
            [
                new("removals", new AmountShape("Shares removed, narrowed or ended earlier in the plan.")),
                new("removals-per-domain", new AmountShape("The same within a domain of owners.")),
                new("removals-per-owner", new AmountShape("The same at one owner.")),
                new("creations", new AmountShape("New shares.")),
                new("widenings", new AmountShape("Shares with more rights than before.")),
                new("mails", new AmountShape("Mails.")),
                new("public", new AmountShape("New shares with everybody.")),
            ]
        );
}
