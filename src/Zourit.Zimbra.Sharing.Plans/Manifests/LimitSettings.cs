using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>
/// Limits that a manifest, a policy or a caller sets; null where they say nothing. Removals are also narrowed rights and earlier ends.
/// </summary>
public sealed record LimitSettings
{
    /// <summary>Removals in the plan.</summary>
    public Amount? Removals { get; init; }

    /// <summary>Removals within a domain of owners.</summary>
    public Amount? RemovalsPerDomain { get; init; }

    /// <summary>Removals at one owner.</summary>
    public Amount? RemovalsPerOwner { get; init; }

    /// <summary>New shares.</summary>
    public Amount? Creations { get; init; }

    /// <summary>Shares with more rights than before.</summary>
    public Amount? Widenings { get; init; }

    /// <summary>Mails.</summary>
    public Amount? Mails { get; init; }

    /// <summary>New shares with everybody.</summary>
    public Amount? Public { get; init; }

    /// <summary>The limits by the keys of manifests.</summary>
    internal static LimitSettings Of(Func<string, Amount?> amount) =>
        new()
        {
            Removals = amount("removals"),
            RemovalsPerDomain = amount("removals-per-domain"),
            RemovalsPerOwner = amount("removals-per-owner"),
            Creations = amount("creations"),
            Widenings = amount("widenings"),
            Mails = amount("mails"),
            Public = amount("public"),
        };

    /// <summary>The limits that are set, by the keys of manifests.</summary>
    internal IEnumerable<(string Key, Amount Amount)> Parts() =>
        new (string Key, Amount? Amount)[]
        {
            ("removals", Removals),
            ("removals-per-domain", RemovalsPerDomain),
            ("removals-per-owner", RemovalsPerOwner),
            ("creations", Creations),
            ("widenings", Widenings),
            ("mails", Mails),
            ("public", Public),
        }
            .Where(each => each.Amount is not null)
            .Select(each => (each.Key, each.Amount!.Value));
}
