using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>Writes what became of shares, and says by which exit code.</summary>
internal static class ShareResults
{
    public static ExitCode Write(this Invocation run, CalendarShare share, bool isOneOfSeveral = false)
    {
        Add(run, ShareRecords.Share, share, isOneOfSeveral);
        run.Warn(share.Warnings.Select(warning => warning.Text));
        ShareNotification? mail = share switch
        {
            GuestShare guest => guest.Notification,
            UserShare user => user.Notification,
            _ => null,
        };
        return Of(run, mail);
    }

    public static ExitCode Write(this Invocation run, RevokedShare revoked, bool isOneOfSeveral = false)
    {
        Add(run, ShareRecords.Revocation, revoked, isOneOfSeveral);
        run.Warn(revoked.Revocation.Warnings.Select(warning => warning.Text));
        return Of(run, revoked.Revocation.Notification);
    }

    /// <summary>With --dry-run: what a revocation would remove.</summary>
    public static ExitCode Write(this Invocation run, PlannedRevocation planned, bool isOneOfSeveral = false)
    {
        Add(run, ShareRecords.RevocationChanges, planned, isOneOfSeveral);
        run.Warn(planned.Changes.Warnings.Select(warning => warning.Text));
        return ExitCode.Done;
    }

    /// <summary>Writes the outcomes of a list; each failure is a record of its own.</summary>
    public static Task<ExitCode> WriteAllAsync<TItem, TResult>(
        this Invocation run,
        IAsyncEnumerable<BulkOutcome<TItem, TResult>> outcomes,
        int count,
        Func<TItem, string> name,
        Func<TItem, TResult, ExitCode> write
    )
        where TItem : class
        where TResult : class => run.WriteAllAsync(outcomes, count, name, (item, result) => Task.FromResult(write(item, result)));

    /// <summary>The same, where writing an outcome asks the server.</summary>
    public static async Task<ExitCode> WriteAllAsync<TItem, TResult>(
        this Invocation run,
        IAsyncEnumerable<BulkOutcome<TItem, TResult>> outcomes,
        int count,
        Func<TItem, string> name,
        Func<TItem, TResult, Task<ExitCode>> write
    )
        where TItem : class
        where TResult : class
    {
        ExitCode worst = ExitCode.Done;
        var progress = new ProgressLine(run);
        long start = run.Terminal.TimeProvider.GetTimestamp();
        int done = 0;
        await foreach (BulkOutcome<TItem, TResult> outcome in outcomes)
        {
            if (outcome.Error is { } error)
            {
                var failed = new FailedItem(name(outcome.Item), Failure.Of(error));
                run.Results.Row(FailedItem.Shape, failed);
                worst = Worse(worst, failed.Failure.Exit);
            }
            else
            {
                worst = Worse(worst, await write(outcome.Item, outcome.Result!));
            }

            progress.Show(++done, count, run.Terminal.TimeProvider.GetElapsedTime(start));
        }

        return worst;
    }

    /// <summary>What wants an edit or cannot be repeated counts more than what may pass.</summary>
    public static ExitCode Worse(ExitCode first, ExitCode second) => Rank(second) > Rank(first) ? second : first;

    private static int Rank(ExitCode code) =>
        Array.IndexOf(
            [
                ExitCode.Done,
                ExitCode.Incomplete,
                ExitCode.Stale,
                ExitCode.NeedsEdit,
                ExitCode.Usage,
                ExitCode.Refused,
                ExitCode.NotReached,
                ExitCode.LoginRefused,
                ExitCode.Bug,
            ],
            code
        );

    private static void Add<T>(Invocation run, RecordShape<T> shape, T item, bool isOneOfSeveral)
    {
        if (isOneOfSeveral)
        {
            run.Results.Row(shape, item);
        }
        else
        {
            run.Results.One(shape, item);
        }
    }

    private static ExitCode Of(Invocation run, ShareNotification? mail)
    {
        if (mail?.Status is not NotificationStatus.Failed)
        {
            return ExitCode.Done;
        }

        if (mail.Reason is { } reason)
        {
            run.Warn([reason]);
        }

        return ExitCode.Incomplete;
    }
}
