using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Suspends and deletes accounts that runs made for guests with whom nothing is shared any more.</summary>
internal sealed class LeaverRun(ZimbraClient client, SharingPlan plan, ApplyOptions options, ApplyJournal journal)
{
    private readonly DomainReading _domains = new(new ZimbraPlanSource(client), plan);

    // What is done after a run belongs to it: in a report it is not another one.
    private readonly string _run = journal.Run ?? Guid.CreateVersion7(options.TimeProvider.GetUtcNow()).ToString("N");

    public async IAsyncEnumerable<LeaverOutcome> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int done = 0;
        foreach ((PlannedLeaver planned, MadeAccount account) in Due())
        {
            LeaverOutcome outcome =
                planned.Action == LeaverAction.Keep ? Outcome(account, LeaverStatus.Kept, planned.Reason)
                : done >= LeaverPlanner.MostAccounts ? Outcome(account, LeaverStatus.Kept, LeaverTexts.Enough(LeaverPlanner.MostAccounts))
                : await SeeToAsync(account, cancellationToken).ConfigureAwait(false);
            done += outcome.Status is LeaverStatus.Suspended or LeaverStatus.Retired ? 1 : 0;
            yield return outcome;
        }
    }

    // What the plan did not show is not done, and what it showed only where it is so still.
    private IEnumerable<(PlannedLeaver Planned, MadeAccount Account)> Due() =>
        plan
            .LeavingGuests.Join(
                journal.MadeAccounts,
                planned => (planned.Domain, planned.Guest),
                account => (account.Domain, account.Guest),
                (planned, account) => (planned, account)
            )
            .Where(each => IsDue(each.planned, each.account));

    private bool IsDue(PlannedLeaver planned, MadeAccount account) =>
        account.SuspendedAt is { } since
            ? planned.Action != LeaverAction.Suspend
                && plan.Leavers == LeaverMode.Retire
                && LeaverPlanner.IsDueForDeletion(since, options.TimeProvider.GetUtcNow())
            : planned.Action != LeaverAction.Delete && account.HasLeft;

    private async Task<LeaverOutcome> SeeToAsync(MadeAccount made, CancellationToken cancellationToken)
    {
        if (OwnersFailure(made.Domain) is { } failure)
        {
            return Outcome(made, LeaverStatus.Kept, LeaverTexts.NotAllRead(failure));
        }

        try
        {
            GuestAccount? account = await client.Guests.FindByMailAsync(made.Domain, made.Guest, cancellationToken).ConfigureAwait(false);
            if (account?.Id != made.Id || account.Identifier is not { } identifier)
            {
                await NoteAsync(made, AccountStatus.Retired).ConfigureAwait(false);
                return Outcome(made, LeaverStatus.Kept, LeaverTexts.AnotherAccount);
            }

            if (await _domains.ObstacleAsync(made, cancellationToken).ConfigureAwait(false) is { } obstacle)
            {
                return Outcome(made, LeaverStatus.Kept, obstacle);
            }

            return made.SuspendedAt is null ? await SuspendAsync(made, identifier, cancellationToken).ConfigureAwait(false)
                : account.Status == GuestStatus.Locked ? await RetireAsync(made, cancellationToken).ConfigureAwait(false)
                : Outcome(made, LeaverStatus.Kept, LeaverTexts.ResumedByOthers);
        }
        catch (ZimbraException e)
        {
            return Outcome(made, LeaverStatus.Failed, e.Explanation);
        }
    }

    // An owner whom the plan does not know may share anything.
    private LocalizedText? OwnersFailure(string domain) =>
        plan.Owners.FirstOrDefault(owner => owner.Failure is not null && OwnerDomain.Of(owner.Owner) == domain)?.Failure;

    private async Task<LeaverOutcome> SuspendAsync(MadeAccount made, GuestIdentifier identifier, CancellationToken cancellationToken)
    {
        _ = await client.Guests.SuspendAsync(identifier, cancellationToken).ConfigureAwait(false);
        await NoteAsync(made, AccountStatus.Suspended).ConfigureAwait(false);
        return Outcome(made, LeaverStatus.Suspended, null);
    }

    // The library looks once more in all owners' folders, groups included, and deletes no account while anything is shared.
    private async Task<LeaverOutcome> RetireAsync(MadeAccount made, CancellationToken cancellationToken)
    {
        await foreach (
            GuestAccess access in client
                .Guests.ListAccessAsync(made.Guest, new() { OwnerDomain = made.Domain }, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            return Outcome(made, LeaverStatus.Kept, LeaverTexts.StillShared(access.Folder.ToString()));
        }

        GuestRetirement retirement = await client
            .Guests.RetireAsync(made.Domain, made.Guest, new() { DeleteAccount = true }, cancellationToken)
            .ConfigureAwait(false);
        if (retirement.Account is not (RetiredAccount.Deleted or RetiredAccount.NotThere))
        {
            return Outcome(made, LeaverStatus.Kept, LeaverTexts.StillShared(made.Domain));
        }

        await NoteAsync(made, AccountStatus.Retired).ConfigureAwait(false);
        return Outcome(made, LeaverStatus.Retired, null);
    }

    private Task NoteAsync(MadeAccount made, AccountStatus status) =>
        journal.NoteAsync(_run, options.TimeProvider.GetUtcNow(), made, status);

    private static LeaverOutcome Outcome(MadeAccount account, LeaverStatus status, LocalizedText? reason) =>
        new()
        {
            Domain = account.Domain,
            Guest = account.Guest,
            Status = status,
            Reason = reason,
        };
}
