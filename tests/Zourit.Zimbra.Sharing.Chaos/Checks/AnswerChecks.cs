using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>Compares each answer, a result or an exception, with the server's state.</summary>
internal sealed class AnswerChecks(Scenario scenario, Findings findings)
{
    private readonly IReadOnlySet<Cell> _contested = scenario.Contested;
    private readonly AccountChecks _accounts = new(findings);
    private readonly GuestChecks _guests = new(scenario, findings);
    private readonly UnknownChecks _unknown = new(scenario, findings);

    public void Check(CallRecord call, Answer answer)
    {
        if (answer.Error is { } error)
        {
            CheckError(call, answer.Step, error);
            return;
        }

        switch (answer.Result)
        {
            case CalendarShare share when answer.Step is ShareStep or RenewStep:
                CheckShare(call, answer.Step, share);
                break;
            case FolderActionResponse when call.After[answer.Step.Cells[0]].Grant is var grant && grant != Wishes.After(answer.Step, null):
                findings.Add(
                    grant is null ? Counter.LostGrants : Counter.WrongOutcomes,
                    $"{call}: {answer.Step.Cells[0]} was granted by a raw request, and is {CallChecks.Shown(grant)}."
                );
                break;
            case Revocation revocation:
                CheckRevocation(call, answer.Step, revocation);
                break;
            case GuestCreation creation:
                _guests.Check(call, (CreateGuestStep)answer.Step, creation);
                break;
            case AcceptedInvitation accepted:
                _guests.Check(call, (SignUpStep)answer.Step, accepted);
                break;
            case { } result when answer.Step is StandingAccountStep account:
                _accounts.Check(call, account, result);
                break;
            case Feed feed when feed.Events.Count != scenario.Open.Events:
                findings.Add(Counter.WrongOutcomes, $"{call}: read {feed.Events.Count} events of {scenario.Open.Events}.");
                break;
        }

        if (answer.Step is GuessStep)
        {
            findings.Add(Counter.WrongOutcomes, $"{call}: was let in with a wrong password.");
        }

        if (Ledger.NotificationOf(answer.Result!) is { } notification)
        {
            CheckNotification(call, answer.Step, notification);
        }
    }

    // What the server said to be there already it does not name; the folder does, if it can be read afterwards.
    private static bool WasNotReadBack(CallRecord call, CalendarShare share) =>
        share is { Outcome: ShareOutcome.Unchanged, Grantee: { Type: GranteeType.User, Id: null } }
        && call.Exchanges is [.., { Operation: "GetFolderRequest", End: not ExchangeEnd.Answered }];

    private void CheckShare(CallRecord call, Step step, CalendarShare share)
    {
        Cell cell = step.Cells[0];
        if (call.After[cell].Grant is not { } stands)
        {
            findings.Add(Counter.LostGrants, $"{call}: {cell} was reported as {share.Outcome}, and is not there.");
            return;
        }

        if (Permissions.Parse(stands.Rights) != share.Permissions || stands.Expiry != (share.Expiry?.ToUnixTimeMilliseconds() ?? 0))
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: {cell} was reported as {share.Permissions.Letters} until {share.Expiry:u}, and is {stands}."
            );
        }

        Grantee told = WasNotReadBack(call, share) ? share.Grantee with { Id = call.After[cell].GranteeId } : share.Grantee;
        if (
            !Grantees.IsOf(cell, call.After[cell], told)
            || (share is GuestShare { GuestIdentifier: var identifier } && identifier?.Value != Grantees.IdentifierOf(cell))
        )
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: {cell} was reported as for "
                    + $"{share.Grantee}{(share is GuestShare guest ? $", who signs in as {guest.GuestIdentifier}" : "")}."
            );
        }

        GrantState? before = call.Before[cell].Grant;
        GrantState? wanted = Wishes.After(step, before);
        if (stands != wanted)
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: {cell} was reported as {share.Outcome}, was to be {CallChecks.Shown(wanted)}, and is {stands}."
            );
        }

        if (_contested.Contains(cell))
        {
            return;
        }

        // Who had the end of the whole list, and has the same as their own now, was given it.
        bool tookEndOfList = before is { EndsWithList: true } && share.Expiry is not null;
        ShareOutcome due =
            before is null ? ShareOutcome.Created
            : before == wanted && !tookEndOfList ? ShareOutcome.Unchanged
            : ShareOutcome.Changed;
        if (share.Outcome != due)
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: {cell} was reported as {share.Outcome}; it stood as {CallChecks.Shown(before)} and is {stands}."
            );
        }
    }

    private void CheckRevocation(CallRecord call, Step step, Revocation revocation)
    {
        Cell cell = step.Cells[0];
        if (call.After[cell].Grant is { } stands)
        {
            findings.Add(Counter.StrayGrants, $"{call}: {cell} was reported as {revocation.Outcome}, and is {stands}.");
        }

        if (
            !_contested.Contains(cell)
            && revocation.Outcome != (call.Before[cell].Grant is null ? RevocationOutcome.NotThere : RevocationOutcome.Removed)
        )
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: {cell} was reported as {revocation.Outcome}; it stood as {CallChecks.Shown(call.Before[cell].Grant)}."
            );
        }
    }

    private void CheckNotification(CallRecord call, Step step, ShareNotification notification)
    {
        Cell cell = step.Cells[0];
        if (notification.Status == NotificationStatus.Unknown)
        {
            _unknown.CheckMail(call, step, notification);
        }

        if (_contested.Contains(cell))
        {
            return;
        }

        int sent = call.After[cell].Mails - call.Before[cell].Mails;
        bool asked = Wishes.Mails(step, call.Before[cell]) > 0;
        switch (notification.Status)
        {
            case NotificationStatus.Sent when sent == 0:
                findings.Add(Counter.MissingMails, $"{call}: the mail about {cell} was reported as sent, and did not leave.");
                break;
            case NotificationStatus.Failed when sent > 0:
                findings.Add(
                    Counter.WrongOutcomes,
                    $"{call}: the mail about {cell} was reported as failed ({notification.Reason}), and left."
                );
                break;
            case NotificationStatus.NotRequested when asked:
                findings.Add(Counter.WrongOutcomes, $"{call}: the mail about {cell} was asked for, and reported as not requested.");
                break;
            case not NotificationStatus.NotRequested
                when !asked && !(notification.Status == NotificationStatus.Unknown && step is ShareStep { EnsureNotified: true }):
                findings.Add(Counter.WrongOutcomes, $"{call}: no mail about {cell} was due, and one was reported as {notification}.");
                break;
        }
    }

    private void CheckError(CallRecord call, Step step, Exception error)
    {
        if (error is OperationCanceledException && call.GaveUp)
        {
            return;
        }

        if (!Errors.IsPromised(error) && !IsAboutNothing(call, step, error))
        {
            findings.Add(Counter.WrongOutcomes, $"{call}: {Errors.Describe(error)} escaped.");
        }
        else if (!Errors.SaysNothingDone(error))
        {
            _unknown.Check(call, step, error);
        }
        else if (
            step is ShareStep or RevokeStep or RenewStep or NotifyStep or ShareAllStep or RevokeAllStep or TogetherStep or RawGrantStep
        )
        {
            CheckNothingDone(call, step, error);
        }
        else if (step is StandingAccountStep account)
        {
            _accounts.CheckNothingDone(call, account, error);
        }
        else
        {
            _guests.CheckError(call, step, error);
        }
    }

    /// <summary>
    /// Renewing a share, or mailing about one, that is not there (since an earlier call failed) is an argument error by the documentation.
    /// </summary>
    private static bool IsAboutNothing(CallRecord call, Step step, Exception error) =>
        step is RenewStep or NotifyStep && call.Before[step.Cells[0]].Grant is null && error is ArgumentException;

    private void CheckNothingDone(CallRecord call, Step step, Exception error)
    {
        // Where a list was broken off, what was reported before exists.
        foreach (
            Cell cell in step.Cells.Where(cell =>
                !_contested.Contains(cell)
                && !call.Answers.Any(answer => !ReferenceEquals(answer.Step, step) && answer.Step.Cells.Contains(cell))
            )
        )
        {
            (CellState before, CellState after) = (call.Before[cell], call.After[cell]);
            if (before.Grant != after.Grant || before.Mails != after.Mails)
            {
                findings.Add(
                    Counter.WrongOutcomes,
                    $"{call}: {Errors.Describe(error)} although {cell} was {CallChecks.Shown(before.Grant)} and is "
                        + $"{CallChecks.Shown(after.Grant)}, and {after.Mails - before.Mails} mails left."
                );
            }
        }
    }
}
