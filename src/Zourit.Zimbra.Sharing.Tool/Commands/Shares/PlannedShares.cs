using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>With --dry-run: <see cref="CalendarClient.PlanSharesAsync"/>.</summary>
internal static class PlannedShares
{
    public static Task<ExitCode> PlanAsync(this Invocation run, Session session, ShareItem item, CancellationToken cancellationToken) =>
        run.PlanAsync(session, [item], cancellationToken);

    public static Task<ExitCode> PlanAsync(
        this Invocation run,
        Session session,
        IReadOnlyList<ShareItem> items,
        CancellationToken cancellationToken
    )
    {
        var refusals = new PlannedRefusals(session.Calendars);
        return run.WriteAllAsync(
            session.Calendars.PlanSharesAsync(items, cancellationToken: cancellationToken),
            items.Count,
            item => GranteeOf(item) ?? item.Calendar,
            async (item, changes) =>
            {
                if (await refusals.RefusalAsync(item, changes, cancellationToken) is { } refusal)
                {
                    run.Results.Row(FailedItem.Shape, new(GranteeOf(item) ?? item.Calendar, refusal));
                    return refusal.Exit;
                }

                run.Results.Row(ShareRecords.Changes, new(GranteeOf(item), changes));
                return ExitCode.Done;
            }
        );
    }

    private static string? GranteeOf(ShareItem item) => (item as GuestShareItem)?.Guest ?? (item as UserShareItem)?.User;
}
