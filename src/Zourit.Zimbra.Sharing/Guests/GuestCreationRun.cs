using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// Makes the accounts of a list of guests: guests side by side, entries of one guest in order, results in the list's order.
/// </summary>
internal sealed class GuestCreationRun(GuestClient guests, int maxConcurrency)
{
    public async IAsyncEnumerable<BulkOutcome<NewGuestAccount, GuestCreation>> RunAsync(
        IReadOnlyList<NewGuestAccount> requests,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var places = new SemaphoreSlim(maxConcurrency);
        var outcomes = new Task<BulkOutcome<NewGuestAccount, GuestCreation>>[requests.Count];
        var last = new Dictionary<string, Task>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < outcomes.Length; i++)
        {
            // The same guest twice at once would race for one account, also under two names of one domain. What is no address at all is
            // refused where it is used.
            string guest = GuestAddress.TryParse(requests[i].Guest, out GuestAddress address) ? address.Value : requests[i].Guest.Trim();
            last[guest] = outcomes[i] = CreateAsync(i, requests[i], last.GetValueOrDefault(guest, Task.CompletedTask), places, stop.Token);
        }

        try
        {
            foreach (Task<BulkOutcome<NewGuestAccount, GuestCreation>> outcome in outcomes)
            {
                yield return await outcome.ForCallerAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            // Whoever left the loop asks for no more outcomes; what went wrong before was thrown above.
            await Task.WhenAll((IEnumerable<Task>)outcomes).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<BulkOutcome<NewGuestAccount, GuestCreation>> CreateAsync(
        int index,
        NewGuestAccount request,
        Task before,
        SemaphoreSlim places,
        CancellationToken cancellationToken
    )
    {
        // An earlier entry ends with an outcome, or cancelled as this one is.
        await before.ConfigureAwait(false);
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
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
        finally
        {
            places.Release();
        }
    }
}
