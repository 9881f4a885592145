using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Shares with a list of guests.</summary>
internal sealed class BulkShareRun(RequestDispatcher dispatcher, BulkOptions options) : BulkRun<GuestShare>(dispatcher, options)
{
    protected override async Task<IReadOnlyList<(GuestShare? Result, Exception? Error)>> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<(GuestAddress Guest, GuestShareOptions Options)> shares,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset now = owner.Connection.Options.TimeProvider.GetUtcNow();
        DesiredGrant[] wanted = [.. shares.Select(entry => DesiredGrant.ForGuest(entry.Guest, entry.Options))];
        Exception?[] refused =
        [
            .. wanted.Select(each =>
                each.Problem(now, nameof(CalendarClient.RevokeGuestAsync)) is { } problem
                    ? new ArgumentException(problem, nameof(shares))
                    : null
            ),
        ];
        IReadOnlyList<GrantAttempt> attempts = await new GrantGroup(owner)
            .EnsureAsync(folder, [.. wanted.Where((_, i) => refused[i] is null)], cancellationToken)
            .ConfigureAwait(false);
        var results = new List<(GuestShare?, Exception?)>(shares.Count);
        for (int i = 0, made = 0; i < shares.Count; i++)
        {
            GrantAttempt? attempt = refused[i] is null ? attempts[made++] : null;
            results.Add(
                (
                    attempt?.Result is { } result
                        ? ShareResults.Guest(folder, wanted[i], result, shares[i].Guest, owner.Connection.Server, now)
                        : null,
                    refused[i] ?? attempt?.Error
                )
            );
        }

        return results;
    }
}
