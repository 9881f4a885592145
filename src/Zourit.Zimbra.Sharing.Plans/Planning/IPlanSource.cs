using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>Where plans get from what there is: a server, or a picture of one in tests.</summary>
public interface IPlanSource
{
    /// <summary>The server that it reads from; null for another source than a server.</summary>
    Uri? Server { get; }

    /// <summary>The directory that publishes what is shared; null without one: then every owner is read.</summary>
    IPlanDirectory? Directory { get; }

    /// <summary>
    /// An owner's calendars and their grants. What cannot be read is an answer, not an exception: <see cref="OwnerState.Failure"/>.
    /// </summary>
    /// <param name="owner">The owner's address, which may be an alias.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<OwnerState> ReadAsync(string owner, CancellationToken cancellationToken = default);

    /// <summary>How far the clock by which ends pass is ahead of this machine's; null where that is not known.</summary>
    /// <param name="cancellationToken">Ends the question.</param>
    Task<TimeSpan?> FindClockDifferenceAsync(CancellationToken cancellationToken = default) => Task.FromResult<TimeSpan?>(null);

    /// <summary>Looks up for many owners at once what <see cref="PredictAsync"/> would look up for each.</summary>
    /// <param name="plans">The plans that will be predicted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The source that predicts them.</returns>
    Task<IPlanSource> PrepareAsync(IReadOnlyList<OwnerPlan> plans, CancellationToken cancellationToken = default) => Task.FromResult(this);

    /// <summary>
    /// What will become of an owner's changes: those that will be refused become problems of their lines, those that change nothing go,
    /// mails that are not due are not counted.
    /// </summary>
    /// <param name="plan">What was planned from <see cref="ReadAsync"/>'s answer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The plan as it will be carried out.</returns>
    Task<OwnerPlan> PredictAsync(OwnerPlan plan, CancellationToken cancellationToken = default);

    /// <summary>The guests who have an account in a domain of owners, by their own addresses; null where the account in use may not
    /// know.</summary>
    /// <param name="domain">The owners' primary domain.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlySet<string>?> FindGuestsAsync(string domain, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlySet<string>?>(null);

    /// <summary>The owners within a scope that may have shares; none where the account in use cannot look for them.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<string> ListOwnersAsync(PruningScope scope, CancellationToken cancellationToken = default);
}
