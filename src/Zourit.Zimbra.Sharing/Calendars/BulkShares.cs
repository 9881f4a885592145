using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>The shares of a part of a list: those that can be asked for, and why the others cannot.</summary>
internal sealed class BulkShares
{
    private readonly IReadOnlyList<Exception?> _refused;

    private BulkShares(IReadOnlyList<DesiredGrant> desired, IReadOnlyList<Exception?> refused)
    {
        Desired = [.. desired.Where((_, i) => refused[i] is null)];
        _refused = refused;
    }

    public IReadOnlyList<DesiredGrant> Desired { get; }

    public static BulkShares Read(
        SharedFolder folder,
        IReadOnlyList<(GuestAddress Guest, GuestShareOptions Options)> shares,
        DateTimeOffset now
    )
    {
        DesiredGrant[] desired = [.. shares.Select(share => share.Options.For(share.Guest))];
        string? notACalendar = folder.NotACalendar();
        return new BulkShares(
            desired,
            [
                .. desired.Select(each =>
                    ((each.AllowOtherFolders ? null : notACalendar) ?? each.Problem(now, nameof(CalendarClient.RevokeGuestAsync)))
                        is { } problem
                        ? Argument.Invalid(problem, nameof(shares))
                        : (Exception?)each.AddressProblem(folder)
                ),
            ]
        );
    }

    /// <summary>The outcomes of all, in order.</summary>
    public IReadOnlyList<(TResult? Result, Exception? Error)> Merge<T, TResult>(
        IReadOnlyList<T> done,
        Func<T, (TResult? Result, Exception? Error)> outcome
    )
        where TResult : class
    {
        int next = 0;
        return [.. _refused.Select(refused => refused is null ? outcome(done[next++]) : (null, refused))];
    }
}
