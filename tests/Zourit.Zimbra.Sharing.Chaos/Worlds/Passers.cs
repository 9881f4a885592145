using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Chaos.Worlds;

/// <summary>
/// Somebody who shares the same calendars with guests of their own, and revokes those shares, always between two requests of a caller's
/// batch. No caller knows of these grants: each is to be as it was left, whatever the batch did around it.
/// </summary>
internal sealed class Passers(FakeZimbra server, Scenario scenario)
{
    private const string Domain = "@passing.example";

    private readonly Dice _dice = new(scenario.Seed, "passers");
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Owner, string Calendar, string Guest), bool> _left = [];

    /// <summary>Whether a grantee is one of these guests.</summary>
    public static bool IsOne(string? granteeId) => granteeId?.EndsWith(Domain, StringComparison.Ordinal) == true;

    /// <summary>Makes or revokes one grant.</summary>
    public Task ComeBetweenAsync(BatchGap gap)
    {
        lock (_lock)
        {
            PlannedOwner owner = _dice.Pick(scenario.Owners);
            (string Owner, string Calendar, string Guest) passer = (
                owner.Name,
                _dice.Pick(scenario.CalendarsOf(owner)),
                $"passer{_dice.Below(3)}{Domain}"
            );
            bool comes = !_left.GetValueOrDefault(passer);
            server.ChangeGrants(passer.Owner, passer.Calendar, acl =>
            {
                acl.Grants.RemoveAll(grant => grant.GranteeId == passer.Guest);
                if (comes)
                {
                    acl.Grants.Add(new AccessGrant(passer.Guest, "guest", "r"));
                }
            });
            _left[passer] = comes;
        }

        return Task.CompletedTask;
    }

    /// <summary>The grants that are not as they were left, each with whether it was to be there.</summary>
    public IReadOnlyList<(string Grant, bool WasLeft)> Disturbed()
    {
        lock (_lock)
        {
            return
            [
                .. _left
                    .Where(entry => IsThere(entry.Key) != entry.Value)
                    .Select(entry => ($"{entry.Key.Owner}{entry.Key.Calendar} for {entry.Key.Guest}", entry.Value)),
            ];
        }
    }

    private bool IsThere((string Owner, string Calendar, string Guest) passer) =>
        server.GrantsOf(passer.Owner, passer.Calendar).Any(grant => grant.GranteeId == passer.Guest);
}
