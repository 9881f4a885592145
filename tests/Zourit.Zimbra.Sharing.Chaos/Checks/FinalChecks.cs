using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>
/// Compares the whole of what the server holds with the whole of what was wanted, after the trouble and after the quiet run.
/// </summary>
internal sealed class FinalChecks(World world, Ledger ledger, Findings findings)
{
    private readonly Scenario _scenario = world.Scenario;

    /// <summary>After the trouble: every grant is as the last call left it, and there is nothing else.</summary>
    public void AfterTrouble()
    {
        IReadOnlySet<Cell> contested = _scenario.Contested;
        foreach ((Cell cell, GrantState? stands) in world.Read(_scenario.Cells.Where(cell => !contested.Contains(cell))))
        {
            GrantState? left = ledger.LeftOf(cell);
            if (stands != left)
            {
                findings.Add(
                    stands is null ? Counter.LostGrants
                        : left is null ? Counter.StrayGrants
                        : Counter.WrongOutcomes,
                    $"{cell} was left as {CallChecks.Shown(left)}, and is {CallChecks.Shown(stands)} without any call about it."
                );
            }
        }

        // What two callers worked on is as it was or as both wanted it; as they wanted it if one of them was informed.
        foreach ((Cell cell, GrantState? stands) in world.Read(contested))
        {
            if (!Wishes.MayStand(_scenario, cell, stands, ledger.WasMade(cell)))
            {
                findings.Add(
                    stands is null ? Counter.LostGrants : Counter.WrongOutcomes,
                    $"{cell} {(ledger.WasMade(cell) ? "was reported as standing" : "was never reported as standing")}, and is "
                        + $"{CallChecks.Shown(stands)}."
                );
            }
        }

        CheckAlways();
    }

    /// <summary>After the quiet run: every wish is fulfilled.</summary>
    /// <param name="before">The grants before that run.</param>
    public void AfterRerun(IReadOnlyDictionary<Cell, GrantState?> before)
    {
        foreach ((Cell cell, GrantState? stands) in world.Read(_scenario.Cells))
        {
            GrantState? wanted = Wishes.AfterAll(_scenario, cell, before[cell]);
            if (stands != wanted)
            {
                findings.Add(
                    Counter.UnresolvedAfterRerun,
                    $"{cell} was to be {CallChecks.Shown(wanted)} in the end, and is {CallChecks.Shown(stands)}."
                );
            }

            if (stands is not null && Wishes.OwesMail(_scenario, cell) && !world.WasTold(cell))
            {
                findings.Add(Counter.MissingMails, $"{cell} was to be notified of the share, and never was.");
            }
        }

        CheckGuests();
        CheckStandingAccounts();
        CheckAlways();
    }

    private void CheckGuests()
    {
        foreach (Step step in _scenario.Callers.SelectMany(caller => caller.Steps))
        {
            (string mail, string domain, string password, IReadOnlyList<Cell> calendars) = step switch
            {
                CreateGuestStep create => (create.Mail, create.Domain, create.Password, create.Calendars),
                SignUpStep signUp => (signUp.Cell.Grantee, signUp.Domain, signUp.Password, signUp.Cells),
                _ => ("", "", "", []),
            };
            if (mail.Length == 0)
            {
                continue;
            }

            if (world.GuestsOf(mail, domain) is not [{ Status: "active", Password: not null } guest])
            {
                findings.Add(Counter.UnresolvedAfterRerun, $"{mail} was to have an account in {domain} with which to sign in.");
            }
            else if (guest.Password != password && _scenario.IsAlone(mail))
            {
                findings.Add(Counter.UnresolvedAfterRerun, $"{mail} was to sign in with the one password that was given, and has another.");
            }
            else if (calendars.FirstOrDefault(cell => !guest.Calendars.Contains($"{cell.Owner}{cell.Calendar}")) is { } missing)
            {
                findings.Add(Counter.UnresolvedAfterRerun, $"{mail} was to have {missing.Owner}{missing.Calendar} in his account.");
            }
        }
    }

    private void CheckStandingAccounts()
    {
        foreach (PlannedGuest guest in _scenario.Guests)
        {
            GuestState? account = world.GuestsOf(guest.Mail, guest.Domain).SingleOrDefault();
            string[] shared =
            [
                .. world
                    .Read(guest.Shares)
                    .Where(state => state.Value is not null)
                    .Select(state => $"{state.Key.Owner}{state.Key.Calendar}"),
            ];
            List<StandingAccountStep> steps =
            [
                .. _scenario.Callers.SelectMany(caller => caller.Steps).OfType<StandingAccountStep>().Where(step => step.Guest == guest),
            ];
            if (!AccountWishes.Hold(steps, account, shared))
            {
                findings.Add(
                    Counter.UnresolvedAfterRerun,
                    $"{string.Join(", ", steps.Select(step => step.Name))} of {guest.Mail} were to "
                        + $"be done in the end, and the account is {account?.ToString() ?? "not there"}."
                );
            }
        }
    }

    private void CheckAlways()
    {
        foreach (string other in world.OtherGrants(_scenario.Cells))
        {
            findings.Add(Counter.StrayGrants, $"Nobody wanted {other}.");
        }

        if (world.AccessKey() != _scenario.AccessKey)
        {
            findings.Add(Counter.LostGrants, "The grant of an access key that nobody touched is gone or another.");
        }

        foreach ((string grant, bool wasLeft) in world.Passers.Disturbed())
        {
            findings.Add(
                wasLeft ? Counter.LostGrants : Counter.StrayGrants,
                $"{grant} was {(wasLeft ? "granted" : "revoked")} by another session between two requests of a batch, and is "
                    + $"{(wasLeft ? "gone" : "back")}."
            );
        }

        foreach (string twice in world.Doubles())
        {
            findings.Add(Counter.DuplicateAccounts, $"{twice} stands more than once.");
        }

        CheckMails();
    }

    private void CheckMails()
    {
        foreach (Cell cell in _scenario.Cells.Except(_scenario.Contested))
        {
            for (int mails = world.MailsTo(cell); mails > ledger.MailsTo(cell); mails--)
            {
                findings.Add(
                    Counter.DuplicateMails,
                    $"{world.MailsTo(cell)} mails left about {cell}, {ledger.MailsTo(cell)} of them by calls about it."
                );
            }
        }

        foreach (string other in world.OtherMails(_scenario.Cells))
        {
            findings.Add(Counter.DuplicateMails, $"Nobody asked for the mail {other}.");
        }

        foreach (Cell cell in _scenario.Contested)
        {
            for (
                int mails = world.MailsTo(cell) - _scenario.Invited.Count(invited => invited == cell);
                mails > ledger.MostMails(cell);
                mails--
            )
            {
                findings.Add(
                    Counter.DuplicateMails,
                    $"{world.MailsTo(cell)} mails left about {cell}, on which two callers work, and "
                        + $"{ledger.MostMails(cell)} were due at the most."
                );
            }
        }
    }
}
