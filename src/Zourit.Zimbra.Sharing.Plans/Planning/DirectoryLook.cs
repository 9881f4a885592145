using System.Collections.Concurrent;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>
/// Finds the owners of whom the directory says what the manifest wants, and watches whether it may be believed: searches can be blind
/// without saying so, and what is published can be behind what is granted (docs/protocol.md §4.9).
/// </summary>
internal sealed class DirectoryLook(IPlanDirectory directory, PlanRules rules, PlanOptions options) : IDisposable
{
    /// <summary>For fewer owners of a domain a search costs as much as it saves.</summary>
    internal const int FewestOwners = 8;

    /// <summary>How many owners may be listed for each who is looked for, before reading mailboxes is cheaper.</summary>
    private const int MostListed = 100;

    private const int MostVouchers = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string Nothing = GrantFingerprint.Of(new() { Owner = "" });

    private readonly Dictionary<string, OwnerPlan> _believed = [];
    private readonly ConcurrentDictionary<string, string?> _published = [];
    private readonly HashSet<string> _searched = [];
    private readonly List<LocalizedText> _warnings = [];
    private readonly SemaphoreSlim _turn = new(1);
    private volatile bool _isBehind;

    /// <summary>Whether nothing has shown so far that the directory is behind.</summary>
    public bool IsTrusted => !_isBehind;

    public IReadOnlyList<LocalizedText> Warnings => _warnings;

    public void Dispose() => _turn.Dispose();

    /// <summary>The plans, without changes, of owners who need not be read, by address.</summary>
    public async Task<IReadOnlyDictionary<string, OwnerPlan>> FindAsync(
        IReadOnlyDictionary<string, IReadOnlyList<DesiredShare>> wanted,
        CancellationToken cancellationToken
    )
    {
        foreach (IGrouping<string, string> domain in wanted.Keys.GroupBy(OwnerDomain.Of).Where(each => each.Count() >= FewestOwners))
        {
            try
            {
                await SearchAsync(domain.Key, [.. domain], wanted, cancellationToken).ConfigureAwait(false);
            }
            catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.AdministratorRequired)
            {
                // With an owner's own credentials there is no directory.
                return _believed;
            }
            catch (ZimbraException e)
            {
                Forget(domain.Key, PlanTexts.NotSearched(domain.Key, e.Explanation));
            }
        }

        return _believed;
    }

    /// <summary>
    /// Compares an owner's mailbox with what the directory published of it. A difference may be on its way; one that stays shows that
    /// the directory is behind.
    /// </summary>
    public async Task CompareAsync(OwnerState mailbox, CancellationToken cancellationToken)
    {
        if (mailbox.Failure is not null || !IsTrusted || IsPublished(mailbox))
        {
            return;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (IsTrusted && await DiffersAsync(mailbox, cancellationToken).ConfigureAwait(false))
            {
                await Task.Delay(Patience, options.TimeProvider, cancellationToken).ConfigureAwait(false);
                if (await DiffersAsync(mailbox, cancellationToken).ConfigureAwait(false))
                {
                    _warnings.Add(PlanTexts.DirectoryIsBehind(mailbox.Name));
                    _isBehind = true;
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool IsPublished(OwnerState mailbox) =>
        _published.TryGetValue(mailbox.Name, out string? published)
            ? published is null || published == GrantFingerprint.Of(mailbox)
            : !_searched.Contains(OwnerDomain.Of(mailbox.Name)) || GrantFingerprint.Of(mailbox) == Nothing;

    private async Task<bool> DiffersAsync(OwnerState mailbox, CancellationToken cancellationToken)
    {
        OwnerState published = await directory.ReadAsync(mailbox.Name, cancellationToken).ConfigureAwait(false);
        return published.Failure is not null || GrantFingerprint.Of(published) != GrantFingerprint.Of(mailbox);
    }

    private async Task SearchAsync(
        string domain,
        string[] owners,
        IReadOnlyDictionary<string, IReadOnlyList<DesiredShare>> wanted,
        CancellationToken cancellationToken
    )
    {
        (string? voucher, LocalizedText? failure) = await FindVoucherAsync(owners, wanted, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            _warnings.Add(PlanTexts.NotSearched(domain, failure));
            return;
        }

        int listed = 0;
        await foreach (OwnerState state in directory.ListAsync(domain, cancellationToken).ConfigureAwait(false))
        {
            if (++listed > MostListed * owners.Length)
            {
                return;
            }

            Look(state, wanted.GetValueOrDefault(state.Name));
        }

        if (voucher is not null && !_published.ContainsKey(voucher) && !_believed.ContainsKey(voucher))
        {
            Forget(domain, PlanTexts.SearchIsBlind(domain, voucher));
            return;
        }

        _searched.Add(domain);
    }

    private void Look(OwnerState state, IReadOnlyList<DesiredShare>? lines)
    {
        if (state.Failure is not null || lines is null)
        {
            _published[state.Name] = null;
            return;
        }

        // A removal is decided in the mailbox alone, so that what is to be absent is looked for there.
        OwnerPlan? plan = lines.Any(IsRemoval) ? null : new OwnerPlanner(rules, state).Plan(lines, mayPrune: true);
        if (plan is { Changes.Count: 0, Problems.Count: 0, Warnings.Count: 0 } && !DailySeventh.Holds(state.Name, rules.Now))
        {
            _believed[state.Name] = plan with { Fingerprint = null, IsFromDirectory = true };
        }
        else
        {
            _published[state.Name] = GrantFingerprint.Of(state);
        }
    }

    private bool IsRemoval(DesiredShare share) => share.IsAbsent || share.Expiry.Time <= rules.Now;

    // Somebody who is known to publish shares: whom the search does not show, it would not show of others either.
    private async Task<(string? Owner, LocalizedText? Failure)> FindVoucherAsync(
        string[] owners,
        IReadOnlyDictionary<string, IReadOnlyList<DesiredShare>> wanted,
        CancellationToken cancellationToken
    )
    {
        string[] sharing = [.. owners.Where(owner => wanted[owner].Any(share => !IsRemoval(share))).Take(MostVouchers)];
        foreach (string owner in sharing)
        {
            OwnerState state = await directory.ReadAsync(owner, cancellationToken).ConfigureAwait(false);
            if (state is { Failure: { } failure, IsUnresolved: false })
            {
                return (null, failure);
            }

            if (state.Calendars.Count > 0)
            {
                return (state.Name, null);
            }
        }

        return (null, null);
    }

    private void Forget(string domain, LocalizedText warning)
    {
        _warnings.Add(warning);
        foreach (string owner in _believed.Keys.Where(owner => OwnerDomain.Of(owner) == domain).ToList())
        {
            _believed.Remove(owner);
        }
    }
}
