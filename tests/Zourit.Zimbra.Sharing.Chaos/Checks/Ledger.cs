using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>What was done to each grant over a whole scenario: the state it was left in, and the mails asked for.</summary>
internal sealed class Ledger(Scenario scenario)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Cell, GrantState?> _left = scenario.Standing.ToDictionary(
        standing => standing.Key,
        standing => (GrantState?)standing.Value
    );
    private readonly Dictionary<Cell, int> _ensured = [];
    private readonly HashSet<Cell> _asked = [];
    private readonly Dictionary<Cell, int> _mails = scenario.Invited.CountBy(cell => cell).ToDictionary();
    private readonly HashSet<Cell> _made = [];

    public void Note(CallRecord call)
    {
        lock (_lock)
        {
            foreach ((Cell cell, Step step) in Entries(call.Step))
            {
                (CellState before, CellState after) = (call.Before[cell], call.After[cell]);
                _left[cell] = after.Grant;
                _mails[cell] = after.Mails;
                if (Wishes.Mails(step, before) > 0 && step is ShareStep { EnsureNotified: true })
                {
                    _ensured[cell] = _ensured.GetValueOrDefault(cell) + 1;
                }
                else if (Wishes.Mails(step, before) > 0)
                {
                    _asked.Add(cell);
                }
            }

            foreach (Answer answer in call.Answers.Where(answer => answer.Result is CalendarShare or GuestCreation))
            {
                _made.UnionWith(answer.Step.Cells);
            }
        }
    }

    /// <summary>The state in which the last call left a grant; that from the start where nobody touched it.</summary>
    public GrantState? LeftOf(Cell cell)
    {
        lock (_lock)
        {
            return _left.GetValueOrDefault(cell);
        }
    }

    /// <summary>How many mails there were to the grantee about the calendar when the last call about it ended.</summary>
    public int MailsTo(Cell cell)
    {
        lock (_lock)
        {
            return _mails.GetValueOrDefault(cell);
        }
    }

    /// <summary>Whether some call reported that the grant exists.</summary>
    public bool WasMade(Cell cell)
    {
        lock (_lock)
        {
            return _made.Contains(cell);
        }
    }

    /// <summary>
    /// How many mails there may be at the most about a grant that two callers work on: one for all who make it at the same moment, and one
    /// for each who found that nobody was reported.
    /// </summary>
    public int MostMails(Cell cell)
    {
        lock (_lock)
        {
            return _ensured.GetValueOrDefault(cell) + (_asked.Contains(cell) ? 1 : 0);
        }
    }

    /// <summary>The entries of a call, each with its grant.</summary>
    public static IEnumerable<(Cell Cell, Step Step)> Entries(Step step) =>
        step switch
        {
            ShareAllStep all => all.Shares.Select(share => (share.Cell, (Step)share)),
            RevokeAllStep all => all.Revocations.Select(revocation => (revocation.Cell, (Step)revocation)),
            TogetherStep together => together.Steps.SelectMany(Entries),
            _ => step.Cells.Select(cell => (cell, step)),
        };

    /// <summary>What a result says of a mail; null when it is about none.</summary>
    public static ShareNotification? NotificationOf(object result) =>
        result switch
        {
            GuestShare share => share.Notification,
            UserShare share => share.Notification,
            Revocation revocation => revocation.Notification,
            ShareNotification notification => notification,
            _ => null,
        };
}
