using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>
/// All that the owners of a domain share: those of the plan, and those of whom the directory says that they share anything. It is read from
/// their folders, since the directory is a moment behind.
/// </summary>
internal sealed class DomainReading(ZimbraPlanSource reader, SharingPlan plan)
{
    private readonly Dictionary<string, (IReadOnlyList<OwnerState> Owners, LocalizedText? Failure)> _domains = [];

    /// <summary>Why it is not certain that nothing is shared with a guest; null where it is.</summary>
    public async Task<LocalizedText?> ObstacleAsync(MadeAccount account, CancellationToken cancellationToken)
    {
        if (!_domains.TryGetValue(account.Domain, out (IReadOnlyList<OwnerState> Owners, LocalizedText? Failure) domain))
        {
            domain = await ReadAsync(account.Domain, cancellationToken).ConfigureAwait(false);
            _domains.Add(account.Domain, domain);
        }

        return domain.Failure is { } failure ? LeaverTexts.NotAllRead(failure)
            : domain.Owners.FirstOrDefault(owner => Shares(owner, account)) is { } sharing ? LeaverTexts.StillShared(sharing.Name)
            : null;
    }

    private async Task<(IReadOnlyList<OwnerState> Owners, LocalizedText? Failure)> ReadAsync(
        string domain,
        CancellationToken cancellationToken
    )
    {
        PruningScope scope = new()
        {
            Owners = [GlobPattern.Parse($"*@{domain}")],
            Calendars = [GlobPattern.Parse("**")],
            Kinds = [GranteeKind.Guest],
        };
        HashSet<string> names = [.. plan.Owners.Select(owner => owner.Owner).Where(owner => OwnerDomain.Of(owner) == domain)];
        try
        {
            await foreach (string owner in reader.ListOwnersAsync(scope, cancellationToken).ConfigureAwait(false))
            {
                names.Add(owner);
            }
        }
        catch (ZimbraException e)
        {
            return ([], e.Explanation);
        }

        List<OwnerState> owners = [];
        foreach (string name in names)
        {
            OwnerState owner = await reader.ReadAsync(name, cancellationToken).ConfigureAwait(false);
            if (owner.Failure is { } failure)
            {
                return ([], failure);
            }

            owners.Add(owner);
        }

        return (owners, null);
    }

    private static bool Shares(OwnerState owner, MadeAccount account) =>
        owner.Calendars.Any(calendar => calendar.Grants.Any(grant => LeaverWatch.IsFor(grant, account)));
}
