using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>How a plan is made.</summary>
public sealed record PlanOptions
{
    private const int MostOwnersAtOnce = 64;

    private readonly int _maxConcurrency = 4;

    /// <summary>Which shares are removed that the manifest does not name; none by default.</summary>
    public PruneMode Prune { get; init; }

    /// <summary>With <see cref="PruneMode.Record"/>: the resolved manifest that was written when it was applied.</summary>
    public Manifest? Record { get; init; }

    /// <summary>Whether a manifest without shares may prune. It is refused otherwise: more likely a list lost its rows.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>Limits for this plan in place of the defaults and the manifest's. The policy's hold nevertheless.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>Mails of which an earlier run could not say that they left: the journal's. They are looked for, and sent where they did
    /// not.</summary>
    public IReadOnlyCollection<OwedMail> OwedMails { get; init; } = [];

    /// <summary>
    /// Whether every owner's folders are read. By default an administrator's plan believes the directory where it publishes exactly what
    /// the manifest wants, but for one seventh of these owners, another one each day; all that differs or is to be absent is read.
    /// </summary>
    public bool Verify { get; init; }

    /// <summary>
    /// Whether the directory alone is asked, for administrators without a way into mailboxes: <c>listAccount</c>, <c>getAccountInfo</c> and
    /// <c>get.account.zimbraSharedItem</c> are enough. What differs is marked as <see cref="PlannedChange.IsUnverified"/>, nothing is
    /// predicted, and the plan cannot be applied.
    /// </summary>
    public bool DirectoryOnly { get; init; }

    /// <summary>Guests' accounts that an earlier run may have left without a calendar: the journal's. They are seen to again.</summary>
    public IReadOnlyCollection<OwedAccount> OwedAccounts { get; init; } = [];

    /// <summary>Guests' accounts that runs made: the journal's. The plan names those that <c>leavers</c> will end, and no
    /// others are.</summary>
    public IReadOnlyCollection<MadeAccount> MadeAccounts { get; init; } = [];

    /// <summary>Who makes the plan, e.g. a person's or a pipeline's name; null for nobody. It is saved with the plan.</summary>
    public string? Actor { get; init; }

    /// <summary>Why it is made, e.g. the number of a merge request; null for nothing. It is saved with the plan.</summary>
    public string? Reference { get; init; }

    /// <summary>The part of the owners that is planned; all by default.</summary>
    public Shard Shard { get; init; }

    /// <summary>How many owners are read at once: 1 to 64, 4 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another number.</exception>
    public int MaxConcurrency
    {
        get => _maxConcurrency;
        init
        {
            Argument.AtLeast(value, 1);
            Argument.AtMost(value, MostOwnersAtOnce);
            _maxConcurrency = value;
        }
    }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
