using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Guests;

/// <summary><see cref="CalendarClient.NotifyAgainAsync"/>.</summary>
internal sealed class GuestNotify : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();
    private readonly TextArgument _guest = CalendarArgument.Guest();
    private readonly TextOption _note = new("--note", "TEXT", Sentence.Of($"a text in the mail", $"un texte dans le courriel"));

    public GuestNotify()
        : base(
            "notify",
            Sentence.Of(
                $"Have the server mail a guest's personal link once more.",
                $"Faire renvoyer par le serveur le lien personnel d'un invité."
            ),
            "guest notify /my-events adresse@orange.fr"
        )
    {
        Add(_calendar);
        Add(_guest);
        Add(_note);
    }

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Session session = await run.OpenAsync(cancellationToken);
        if (run.IsDryRun)
        {
            string guest = Excerpt.Of(run[_guest]);
            await run.ShowShareAsync(
                session,
                run[_calendar],
                run[_guest],
                Sentence.Of($"A mail would be sent to {guest}; none was.", $"Un courriel serait envoyé à {guest} ; aucun ne l'a été."),
                cancellationToken
            );
            return ExitCode.Done;
        }

        ShareNotification mail = await session.Calendars.NotifyAgainAsync(
            run[_calendar],
            run[_guest],
            new() { Note = run[_note] },
            cancellationToken
        );
        run.Results.One(ShareRecords.Notification, mail);
        return mail.Status == NotificationStatus.Failed ? ExitCode.Incomplete : ExitCode.Done;
    }
}
