using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Checks;

/// <summary>Calls as the checks see them, in which nothing went wrong unless said otherwise.</summary>
internal static class Calls
{
    public static readonly CellState Nothing = new(null, 0, WasTold: false);

    public static readonly CellState Shared = new(new GrantState("r", 0, null), 1, WasTold: true)
    {
        GranteeId = "somebody@elsewhere.example",
    };

    public static CallRecord Of(CallerPlan caller, Step step, Cell cell, CellState before, CellState after) =>
        new()
        {
            Caller = caller,
            Step = step,
            IsQuiet = false,
            Before = new Dictionary<Cell, CellState> { [cell] = before },
            After = new Dictionary<Cell, CellState> { [cell] = after },
            GuestsBefore = [],
            GuestsAfter = [],
            Answers = [],
            Exchanges = [],
            GaveUp = false,
            WentOn = TimeSpan.Zero,
            WasLeftAlone = false,
            Died = false,
        };

    /// <summary>What a share that was made is reported as.</summary>
    public static GuestShare Told(Cell cell, NotificationStatus mail = NotificationStatus.Sent) =>
        new()
        {
            Outcome = ShareOutcome.Created,
            Grantee = new Grantee
            {
                Type = GranteeType.Guest,
                Id = cell.Grantee,
                Name = cell.Grantee,
            },
            GuestIdentifier = GuestIdentifier.For(
                GuestAddress.Parse(cell.Grantee),
                cell.Owner[(cell.Owner.IndexOf('@', StringComparison.Ordinal) + 1)..]
            ),
            Permissions = Permissions.Read,
            Owner = cell.Owner,
            Path = FolderPath.Parse(cell.Calendar),
            FolderId = "257",
            IcsAddress = IcsAddress.Parse($"https://mail.example/home/{cell.Owner}{cell.Calendar}.ics"),
            Login = new GuestLogin { Kind = GuestLoginKind.VirtualAccount, UserName = cell.Grantee },
            Notification = Failures.Mail(mail),
        };
}
