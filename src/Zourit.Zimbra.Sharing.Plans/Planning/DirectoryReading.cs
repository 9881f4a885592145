using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>
/// Reads owners from the directory alone: those of large domains by one search, and whom it does not show by their addresses, since a
/// search may be blind without saying so, and does not know aliases.
/// </summary>
internal sealed class DirectoryReading(IPlanDirectory directory)
{
    private readonly HashSet<string> _searched = [];
    private readonly List<LocalizedText> _warnings = [];

    public IReadOnlyList<LocalizedText> Warnings => _warnings;

    /// <summary>What there is of each owner, by the address that was asked for, in no order.</summary>
    public async IAsyncEnumerable<(string Owner, OwnerState State)> ReadAsync(
        IReadOnlyCollection<string> owners,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        HashSet<string> open = [.. owners];
        foreach (string domain in owners.GroupBy(OwnerDomain.Of).Where(IsLarge).Select(each => each.Key))
        {
            await foreach (OwnerState state in SearchAsync(domain, cancellationToken).ConfigureAwait(false))
            {
                if (open.Remove(state.Name))
                {
                    yield return (state.Name, state);
                }
            }
        }

        foreach (string owner in owners.Where(open.Contains))
        {
            OwnerState state = await directory.ReadAsync(owner, cancellationToken).ConfigureAwait(false);
            Warn(owner, state);
            yield return (owner, state);
        }
    }

    private static bool IsLarge(IGrouping<string, string> domain) => domain.Count() >= DirectoryLook.FewestOwners;

    // What fails is asked for by address.
    private async IAsyncEnumerable<OwnerState> SearchAsync(string domain, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<OwnerState> found = directory.ListAsync(domain, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using ConfiguredAsyncDisposable closing = found.ConfigureAwait(false);
        while (await HasNextAsync(found, domain).ConfigureAwait(false))
        {
            yield return found.Current;
        }
    }

    private async Task<bool> HasNextAsync(IAsyncEnumerator<OwnerState> found, string domain)
    {
        try
        {
            bool hasNext = await found.MoveNextAsync().ConfigureAwait(false);
            if (!hasNext)
            {
                _searched.Add(domain);
            }

            return hasNext;
        }
        catch (ZimbraException e) when (e is not ZimbraAuthenticationException { Failure: AuthenticationFailure.AdministratorRequired })
        {
            _warnings.Add(PlanTexts.NotSearched(domain, e.Explanation));
            return false;
        }
    }

    private void Warn(string owner, OwnerState state)
    {
        string domain = OwnerDomain.Of(owner);
        if (state is { Failure: null, Calendars.Count: > 0 } && state.Name == owner && _searched.Remove(domain))
        {
            _warnings.Add(PlanTexts.SearchIsBlind(domain, owner));
        }
    }
}
