using Zourit.Zimbra.Sharing.Plans.Manifests;
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

    /// <summary>The hash of the policy that it was made with: <see cref="Manifests.PlanPolicy.Hash"/>; null for none.</summary>
    public string? PolicyHash { get; init; }

    /// <summary>What pruning may touch; null where the manifest does not say.</summary>
    public PruningScope? Scope { get; init; }

    /// <summary>The manifest's limits.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>The limits that were set for this plan in place of the defaults: <see cref="PlanOptions.Limits"/>.</summary>
    public LimitSettings RaisedLimits { get; init; } = new();

    /// <summary>What becomes of the accounts of guests with whom nothing is shared any more.</summary>
    public LeaverMode Leavers { get; init; }

    /// <summary>The accounts of guests whose last share goes, or has gone, and what becomes of them. Others are not touched.</summary>
    public IReadOnlyList<PlannedLeaver> LeavingGuests
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<PlannedLeaver>.Empty;

    /// <summary>Whether it was made from the directory alone: then it cannot be applied.</summary>
    public bool IsDirectoryOnly { get; init; }

    /// <summary>Who made it; null where that was not said.</summary>
    public string? Actor { get; init; }

    /// <summary>Why it was made; null where that was not said.</summary>
    public string? Reference { get; init; }

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
    public bool HasChanges => Owners.Any(owner => owner.Changes.Count > 0) || LeavingGuests.Any(guest => guest.Action != LeaverAction.Keep);

    /// <summary>The numbers in one line, in English.</summary>
    public override string ToString() => PlanTexts.Summary(Summary).ToString();
}
