using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// Makes the accounts of a list of guests: guests side by side, entries of one guest in order, results in the list's order.
/// </summary>
internal sealed class GuestCreationRun(GuestClient guests, BulkOptions options)
{
    public IAsyncEnumerable<BulkOutcome<NewGuestAccount, GuestCreation>> RunAsync(
        IReadOnlyList<NewGuestAccount> requests,
        CancellationToken cancellationToken
    ) =>
        ParallelRun.RunAsync(
            options.MaxConcurrency,
            (places, token) =>
            {
                var outcomes = new List<Task<BulkOutcome<NewGuestAccount, GuestCreation>?>>(requests.Count);
                var last = new Dictionary<string, Task>(StringComparer.OrdinalIgnoreCase);
                foreach (NewGuestAccount request in requests)
                {
                    // The same guest twice at once would race for one account, also under two names of one domain. What is no address at
                    // all is refused where it is used.
                    string guest = GuestAddress.TryParse(request.Guest, out GuestAddress address) ? address.Value : request.Guest.Trim();
                    Task before = last.GetValueOrDefault(guest, Task.CompletedTask);
                    outcomes.Add(CreateAsync(outcomes.Count, request, before, places, token));
                    last[guest] = outcomes[^1];
                }

                return (outcomes, Task.CompletedTask);
            },
            cancellationToken
        );

    private async Task<BulkOutcome<NewGuestAccount, GuestCreation>?> CreateAsync(
        int index,
        NewGuestAccount request,
        Task before,
        SemaphoreSlim places,
        CancellationToken cancellationToken
    )
    {
        // An earlier entry ends with an outcome, or cancelled as this one is.
        await before.ConfigureAwait(false);
        using IDisposable place = await places.TakeAsync(cancellationToken).ConfigureAwait(false);
        if (options.StopToken.IsCancellationRequested)
        {
            return null;
        }

        try
        {
            GuestCreation result = await guests.CreateAsync(request, cancellationToken).ConfigureAwait(false);
            return new BulkOutcome<NewGuestAccount, GuestCreation>
            {
                Index = index,
                Item = request,
                Result = result,
            };
        }
        catch (Exception e) when (e is ZimbraException or ArgumentException)
        {
            return new BulkOutcome<NewGuestAccount, GuestCreation>
            {
                Index = index,
                Item = request,
                Error = e,
            };
        }
    }
}
