using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Guests;

/// <summary><see cref="CalendarClient.RevokeGuestAsync"/>, for each guest.</summary>
internal sealed class GuestRevoke : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();
    private readonly TextArguments _guests = GuestNames.New();
    private readonly Flag _mail = new("--mail", Sentence.Of($"the server mails that it ended", $"le serveur écrit que c'est fini"));

    public GuestRevoke()
        : base(
            "revoke",
            Sentence.Of($"End guests' shares of a calendar.", $"Révoquer les partages d'un agenda avec des invités."),
            "guest revoke /my-events adresse@orange.fr"
        )
    {
        Add(_calendar);
        Add(_guests);
        Add(_mail);
    }

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        string calendar = run[_calendar];
        IReadOnlyList<string> guests = await GuestNames.ReadAsync(run[_guests], run, cancellationToken);
        Session session = await run.OpenAsync(cancellationToken);
        var options = new RevokeOptions { Notify = run[_mail] };
        ExitCode worst = ExitCode.Done;
        foreach (string guest in guests)
        {
            try
            {
                if (run.IsDryRun)
                {
                    RevocationChanges changes = await session.Calendars.PlanRevocationAsync(calendar, guest, options, cancellationToken);
                    run.Write(new PlannedRevocation(guest, changes), guests.Count > 1);
                    continue;
                }

                Revocation revocation = await session.Calendars.RevokeGuestAsync(calendar, guest, options, cancellationToken);
                worst = ShareResults.Worse(worst, run.Write(new RevokedShare(guest, revocation), guests.Count > 1));
                if (revocation.Outcome == RevocationOutcome.NotThere)
                {
                    run.Note(
                        Sentence.Of(
                            $"{Excerpt.Of(guest)} had no share of {Excerpt.Of(calendar)}: there was nothing to end.",
                            $"{Excerpt.Of(guest)} n'avait aucun partage de {Excerpt.Of(calendar)} : il n'y avait rien à révoquer."
                        )
                    );
                }
            }
            catch (Exception e) when (guests.Count > 1 && IsOfThisGuest(e))
            {
                var failed = new FailedItem(guest, Failure.Of(e));
                run.Results.Row(FailedItem.Shape, failed);
                worst = ShareResults.Worse(worst, failed.Failure.Exit);
            }
        }

        return worst;
    }

    // Another guest's share may be ended all the same; not where nobody gets through, or the login is refused.
    private static bool IsOfThisGuest(Exception exception) =>
        exception is ZimbraException or ArgumentException
        && Failure.Of(exception).Exit is ExitCode.NeedsEdit or ExitCode.Incomplete or ExitCode.Usage or ExitCode.Refused;
}
