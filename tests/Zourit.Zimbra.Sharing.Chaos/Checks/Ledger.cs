using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>What was done to each grant over a whole scenario: the state it was left in, and the mails asked for.</summary>
internal sealed class Ledger(Scenario scenario)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Cell, GrantState?> _left = scenario.Standing.ToDictionary(standing => standing.Key, standing => (GrantState?)standing.Value);
    private readonly Dictionary<Cell, int> _asked = [];

    public void Note(CallRecord call)
    {
        lock (_lock)
        {
            foreach ((Cell cell, Step step) in Entries(call.Step))
            {
                _left[cell] = call.After[cell].Grant;
                _asked[cell] = _asked.GetValueOrDefault(cell) + (step is ShareStep { Notify: true } or RevokeStep { Notify: true } or NotifyStep ? 1 : 0);
            }
        }
    }

    /// <summary>The state in which the last call left a grant; that from the beginning where nobody touched it.</summary>
    public GrantState? LeftOf(Cell cell)
    {
        lock (_lock)
        {
            return _left.GetValueOrDefault(cell);
        }
    }

    /// <summary>How many calls asked for a mail to this grantee.</summary>
    public int AskedFor(Cell cell)
    {
        lock (_lock)
        {
            return _asked.GetValueOrDefault(cell);
        }
    }

    /// <summary>The entries of a call, each with its grant.</summary>
    public static IEnumerable<(Cell Cell, Step Step)> Entries(Step step) => step switch
    {
        ShareAllStep all => all.Shares.Select(share => (share.Cell, (Step)share)),
        RevokeAllStep all => all.Revocations.Select(revocation => (revocation.Cell, (Step)revocation)),
        _ => step.Cells.Select(cell => (cell, step)),
    };

    /// <summary>What a result says of a mail; null when it is about none.</summary>
    public static ShareNotification? NotificationOf(object result) => result switch
    {
        GuestShare share => share.Notification,
        UserShare share => share.Notification,
        Revocation revocation => revocation.Notification,
        ShareNotification notification => notification,
        _ => null,
    };
}
