using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary><see cref="CalendarClient.SharePubliclyAsync"/>.</summary>
internal sealed class PublicOn : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();
    private readonly TextOption _expires = ExpiryOption.New();
    private readonly Flag _anyFolder = AnyFlags.Folder();

    public PublicOn()
        : base(
            "on",
            Sentence.Of(
                $"Let everybody read a calendar, names of attendees included.",
                $"Ouvrir un agenda à tout le monde, noms des participants compris."
            ),
            "public on /my-events --expires 2027-08-31"
        )
    {
        Add(_calendar);
        Add(_expires);
        Add(_anyFolder);
    }

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var options = new PublicShareOptions
        {
            Expiry = ExpiryOption.Read(run[_expires], run.Terminal.TimeProvider),
            AllowOtherFolders = run[_anyFolder],
        };
        Session session = await run.OpenAsync(cancellationToken);
        return run.IsDryRun
            ? await run.PlanAsync(session, new PublicShareItem { Calendar = run[_calendar], Options = options }, cancellationToken)
            : run.Write(await session.Calendars.SharePubliclyAsync(run[_calendar], options, cancellationToken));
    }
}
