using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>What changes at one owner.</summary>
public sealed record OwnerPlan
{
    /// <summary>The owner's primary address, or the one in the manifest where that is not known.</summary>
    public required string Owner { get; init; }

    /// <summary>The other addresses by which the manifest names the account.</summary>
    public IReadOnlyList<string> Aliases
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>The account's id; null where it is not known.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The changes, calendar by calendar, additions before removals.</summary>
    public IReadOnlyList<PlannedChange> Changes
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<PlannedChange>.Empty;

    /// <summary>Lines that cannot be carried out. While there are any, nothing is pruned at this owner.</summary>
    public IReadOnlyList<LineProblem> Problems
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<LineProblem>.Empty;

    /// <summary>What is worth knowing.</summary>
    public IReadOnlyList<LocalizedText> Warnings
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<LocalizedText>.Empty;

    /// <summary>Mails that earlier runs could not say of that they left, and that did, or are not due: the journal forgets them.</summary>
    public IReadOnlyList<OwedMail> SettledMails
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<OwedMail>.Empty;

    /// <summary>How many shares are as the manifest wants them, or not its concern.</summary>
    public int Unchanged { get; init; }

    /// <summary>How many shares the owner has now.</summary>
    public int Existing { get; init; }

    /// <summary>Whether the directory alone was asked: it publishes what the manifest wants, or <see cref="PlanOptions.DirectoryOnly"/>
    /// says so.</summary>
    public bool IsFromDirectory { get; init; }

    /// <summary>The SHA-256 of what there is now; null where the mailbox was not read.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Why nothing is known of this owner; null where it is.</summary>
    public LocalizedText? Failure { get; init; }

    /// <summary>Whether the same may succeed later by itself.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the server says that there is no such account.</summary>
    public bool IsUnresolved { get; init; }
}
