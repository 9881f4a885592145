using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>How a plan is applied.</summary>
public sealed record ApplyOptions
{
    private const int MostOwnersAtOnce = 64;

    private readonly int _maxConcurrency = 4;

    /// <summary>Where what is started and done is remembered; null for nowhere: then a mail that a killed run did not send stays
    /// missing.</summary>
    public ApplyJournal? Journal { get; init; }

    /// <summary>Where the passwords of new guests' accounts are written; needed where the plan makes any.</summary>
    public PasswordFile? Passwords { get; init; }

    /// <summary>The policy by which the plan is judged again; null for none. Give it where the plan was saved meanwhile.</summary>
    public PlanPolicy? Policy { get; init; }

    /// <summary>Whether changes that need approval are made. Say so only of a plan that was read with its
    /// <see cref="Rendering.SavedPlanOptions.Sha256"/>.</summary>
    public bool IsApproved { get; init; }

    /// <summary>How old a plan may be; 24 hours by default. One that is dated further than that in the future is not applied
    /// either.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>After how long nothing more is started; 2 hours by default.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How many owners are worked on at once: 1 to 64, 4 by default. The client's limit of requests a second holds
    /// besides.</summary>
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

    /// <summary>The part of the owners that is worked on; all by default. All shards apply the same saved plan.</summary>
    public Values.Shard Shard { get; init; }

    /// <summary>Ends the run after what was started, for instance on Ctrl-C: what it did is reported to the end, and what it did not do
    /// too. The token of the call ends it at once instead, and tells nothing more.</summary>
    public CancellationToken StopToken { get; init; }

    /// <summary>Hears how far the run is, after each change; null for nobody. It is called while the run waits: be quick.</summary>
    public IProgress<ApplyProgress>? Progress { get; init; }

    /// <summary>Who runs it, for the journal, e.g. a person's or a pipeline's name; null for nobody.</summary>
    public string? Actor { get; init; }

    /// <summary>Why it runs, for the journal, e.g. the number of a merge request; null for nothing.</summary>
    public string? Reference { get; init; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
