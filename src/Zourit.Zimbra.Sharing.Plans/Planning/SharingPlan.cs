using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>What a manifest would change, judged as a whole before anything is written.</summary>
public sealed record SharingPlan
{
    /// <summary>The server; null where the plan was not made from one.</summary>
    public Uri? Server { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The hash of the manifest: <see cref="Manifests.Manifest.Hash"/>.</summary>
    public required string ManifestHash { get; init; }

    /// <summary>The time zone in which ends are shown, by its IANA name; null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The owners, in the order of the manifest.</summary>
    public IReadOnlyList<OwnerPlan> Owners
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<OwnerPlan>.Empty;

    /// <summary>The numbers.</summary>
    public required PlanSummary Summary { get; init; }

    /// <summary>The limits that it exceeds; it is not applied while there are any.</summary>
    public IReadOnlyList<LimitBreach> Breaches
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<LimitBreach>.Empty;

    /// <summary>What is worth knowing of the plan as a whole, for instance that the directory could not be believed.</summary>
    public IReadOnlyList<LocalizedText> Warnings
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<LocalizedText>.Empty;

    /// <summary>All changes, owner by owner.</summary>
    public IEnumerable<PlannedChange> Changes => Owners.SelectMany(owner => owner.Changes);

    /// <summary>Whether anything would change.</summary>
    public bool HasChanges => Owners.Any(owner => owner.Changes.Count > 0);

    /// <summary>The numbers in one line, in English.</summary>
    public override string ToString() => PlanTexts.Summary(Summary).ToString();
}
