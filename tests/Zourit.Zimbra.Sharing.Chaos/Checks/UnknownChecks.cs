using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>
/// Judges "unknown". It may be reported where the server could not be asked what became of a change, was asked in vain, or may be at it
/// even
/// now; not where nobody asked, and not where the answer must have shown it.
/// </summary>
internal sealed class UnknownChecks(Scenario scenario, Findings findings)
{
    private const string GuestQuestion = "GetAccountRequest";

    private readonly IReadOnlySet<Cell> _contested = scenario.Contested;

    /// <summary>An exception that leaves open whether the call changed something.</summary>
    public void Check(CallRecord call, Step entry, Exception error)
    {
        bool shows = entry switch
        {
            CreateGuestStep create => Shows(call, create, (error as ZimbraException)?.Operation),
            SignUpStep signUp => scenario.IsAlone(signUp.Cell.Grantee) && call.GuestsAfter.Count > call.GuestsBefore.Count,
            StandingAccountStep account => Shows(call, account, (error as ZimbraException)?.Operation),
            _ => entry.Cells.Any(cell => HasChanged(call, cell)),
        };
        Check(call, Errors.Describe(error), shows, isMail: false);
    }

    /// <summary>A mail of which it is left open whether it left.</summary>
    public void CheckMail(CallRecord call, Step entry, ShareNotification mail)
    {
        Cell cell = entry.Cells[0];
        bool shows = !_contested.Contains(cell) && call.After[cell].Mails > call.Before[cell].Mails;
        if (!shows && WasGuestLeftUnasked(call, mail))
        {
            return;
        }

        Check(call, $"the mail to {cell}", shows, isMail: true);
    }

    private void Check(CallRecord call, string what, bool shows, bool isMail)
    {
        // Who gave up does not wait for a question either, and behind a raw request there is none.
        if (
            call.GaveUp
            || (call.Step is RawGrantStep && call.Exchanges.Any(exchange => exchange is { Changes: true, End: not ExchangeEnd.Answered }))
        )
        {
            return;
        }

        string? why =
            NobodyAsked(call, isMail) ? "nothing was asked after it"
            : !WasAnswered(call) || (isMail && (IsRefusedInList(call) || WasGuestAskedInVain(call))) ? null
            : MayStillRun(call) && (!shows || scenario.Faults.ActsLate) ? null
            : shows ? "the server was asked, and holds what was done"
            : "the server was asked, and is through with it";
        if (why is not null)
        {
            string sent = string.Join(", ", call.Exchanges.Select(exchange => $"{exchange.Operation} {exchange.End}"));
            findings.Add(Counter.UnknownOutcomes, $"{call}: {what} is reported as unknown, but {why}: {sent}.");
        }
    }

    // A server that is not asked again is not asked, and of a password there is nothing to ask. Nor of a mail that the server itself
    // answered
    // with a fault which leaves it open: what failed may be the copy that would be looked for (docs/protocol.md §5.5).
    private static bool NobodyAsked(CallRecord call, bool isMail) =>
        Asked(call) is [.., { Changes: true, End: not ExchangeEnd.Answered, Operation: not "SetPasswordRequest" } last]
        && !call.WasLeftAlone
        && !(isMail && last.End == ExchangeEnd.Refused)
        && !(IsList(call) && last.End == ExchangeEnd.Refused && WasAskedBetween(call))
        && !(call.Step is TogetherStep && WasAskedInVain(call));

    // Whether a guest knows of a share, an administrator also sees by the guest's own folders.
    private static bool WasGuestAskedInVain(CallRecord call) =>
        call.Exchanges.Any(exchange => exchange is { Operation: GuestQuestion, End: not ExchangeEnd.Answered });

    // Where the server was left alone, that question was not sent: then the reason names it, and it is not on the wire. Of a list another
    // guest's may be.
    private static bool WasGuestLeftUnasked(CallRecord call, ShareNotification mail) =>
        call.WasLeftAlone
        && mail.Reason?.ToString().Contains($"{GuestQuestion} was not sent: too many", StringComparison.Ordinal) == true
        && (IsList(call) || call.Exchanges.All(exchange => exchange.Operation != GuestQuestion));

    private static bool IsList(CallRecord call) => call.Step is ShareAllStep or RevokeAllStep or TogetherStep;

    // Of calls at the same moment the last request is mostly another call's. A lost question is not one that nobody asked.
    private static bool WasAskedInVain(CallRecord call) =>
        Asked(call)
            .SkipWhile(exchange => exchange is not { Changes: true, End: not ExchangeEnd.Answered })
            .Any(exchange => !exchange.Changes);

    // Of a list it is not seen which question came after which refusal: one about another calendar says nothing of a mail that the server
    // answered with a fault which leaves it open.
    private static bool IsRefusedInList(CallRecord call) =>
        IsList(call) && call.Exchanges.Any(exchange => exchange is { Changes: true, End: ExchangeEnd.Refused });

    // The mails of a list come after the questions about its grants, and are refused by themselves.
    private static bool WasAskedBetween(CallRecord call) =>
        Asked(call)
            .SkipWhile(exchange => exchange is not { Changes: true, End: not ExchangeEnd.Answered })
            .Any(exchange => exchange is { Changes: false, End: ExchangeEnd.Answered });

    /// <summary>
    /// Whether the question about this very change was answered. Of a list it is not seen which question is about what, so all must be.
    /// </summary>
    private static bool WasAnswered(CallRecord call) =>
        Asked(call) is [.., { Changes: false, End: ExchangeEnd.Answered }]
        && (!IsList(call) || call.Exchanges.All(exchange => exchange.Changes || exchange.End == ExchangeEnd.Answered));

    // A change that was rejected needs no question. And of grants and mails the directory knows nothing: it is asked for the owner's status
    // where the owner's token was refused.
    private static List<Exchange> Asked(CallRecord call) =>
        [
            .. call.Exchanges.Where(exchange =>
                exchange is not { Changes: true, End: ExchangeEnd.TurnedAway }
                && (call.Step is AccountStep || exchange.Operation is not (GuestQuestion or "GetDomainRequest"))
            ),
        ];

    // It was ended before the server's answer started: what it does later nobody can see now.
    private static bool MayStillRun(CallRecord call) => call.Exchanges.Any(exchange => exchange is { Changes: true, MayStillRun: true });

    // Of a contested grant what exists may be the other caller's doing, after this one looked.
    private bool HasChanged(CallRecord call, Cell cell) => !_contested.Contains(cell) && call.Before[cell].Grant != call.After[cell].Grant;

    /// <summary>Of several shares it is not seen which one the lost request was about.</summary>
    private bool Shows(CallRecord call, StandingAccountStep step, string? operation) =>
        operation switch
        {
            "CreateMountpointRequest" or "FolderActionRequest" or "BatchRequest" when step.Cells.Count > 1 => false,
            "CreateMountpointRequest" => IsMounted(call, step.Cells[0]),
            "FolderActionRequest" or "BatchRequest" => HasChanged(call, step.Cells[0]),
            _ => !call.GuestsBefore.SequenceEqual(call.GuestsAfter),
        };

    /// <summary>
    /// Making a guest's account takes many steps; this is about the one that failed. Of several calendars it is not seen which one that was
    /// about.
    /// </summary>
    private bool Shows(CallRecord call, CreateGuestStep create, string? operation) =>
        scenario.IsAlone(create.Mail)
        && operation switch
        {
            "CreateAccountRequest" => call.GuestsAfter.Count > call.GuestsBefore.Count,
            "FolderActionRequest" => create.Calendars is [var cell] && HasChanged(call, cell),
            "CreateMountpointRequest" => create.Calendars is [var cell] && IsMounted(call, cell),
            _ => false,
        };

    private static bool IsMounted(CallRecord call, Cell cell) =>
        call.GuestsAfter.Any(guest => guest.Calendars.Contains($"{cell.Owner}{cell.Calendar}"));
}
