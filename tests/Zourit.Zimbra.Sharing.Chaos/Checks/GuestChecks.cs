using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>Compares what is said of guests' accounts with those that the server holds.</summary>
internal sealed class GuestChecks(Scenario scenario, Findings findings)
{
    public void Check(CallRecord call, CreateGuestStep step, GuestCreation creation)
    {
        if (call.GuestsAfter is not [var guest])
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: the account of {step.Mail} was reported as {creation.Step}, and {call.GuestsAfter.Count} stand."
            );
            return;
        }

        foreach (GuestCalendarOutcome calendar in creation.Calendars)
        {
            Cell cell = step.Calendars.First(cell =>
                cell.Owner == calendar.Calendar.Owner && cell.Calendar == calendar.Calendar.Calendar.Value
            );
            if (call.After[cell].Grant is null)
            {
                findings.Add(Counter.LostGrants, $"{call}: {cell} was reported as {calendar.Grant}, and is not there.");
            }

            if (calendar.Mountpoint != GuestStep.Skipped && !guest.Calendars.Contains($"{cell.Owner}{cell.Calendar}"))
            {
                findings.Add(
                    Counter.WrongOutcomes,
                    $"{call}: the mountpoint of {cell} was reported as {calendar.Mountpoint}, and is not there."
                );
            }
        }

        if (
            scenario.IsAlone(step.Mail)
            && (
                (creation.Step == GuestStep.Created) != (call.GuestsBefore.Count == 0)
                || (creation.Password is GuestStep.Created or GuestStep.Changed && guest.Password != step.Password)
            )
        )
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: the account of {step.Mail} was reported as {creation.Step}, its password as {creation.Password}; "
                    + $"{call.GuestsBefore.Count} stood before, and the password is {(guest.Password == step.Password ? "" : "not ")}the "
                    + $"one given."
            );
        }
    }

    public void Check(CallRecord call, SignUpStep step, AcceptedInvitation accepted)
    {
        if (call.GuestsAfter is not [var guest])
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: the sign-up was reported as {accepted.Outcome}, and {call.GuestsAfter.Count} accounts stand."
            );
        }
        else if (
            scenario.IsAlone(step.Cell.Grantee)
            && ((accepted.Outcome == AcceptanceOutcome.AccountExists) != (call.GuestsBefore.Count > 0) || guest.Password != step.Password)
        )
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: the sign-up was reported as {accepted.Outcome}; {call.GuestsBefore.Count} accounts stood before."
            );
        }
    }

    /// <summary>
    /// A sign-up that failed has made nothing. Making an account takes many steps, and an exception says nothing of those before it.
    /// </summary>
    public void CheckError(CallRecord call, Step step, Exception error)
    {
        if (step is SignUpStep signUp && scenario.IsAlone(signUp.Cell.Grantee) && call.GuestsAfter.Count > call.GuestsBefore.Count)
        {
            findings.Add(Counter.WrongOutcomes, $"{call}: {Errors.Describe(error)} although the account was made.");
        }
    }
}
