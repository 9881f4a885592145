using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary><see cref="CalendarClient.RevokePublicAsync"/>.</summary>
internal sealed class PublicOff : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();

    public PublicOff()
        : base("off", Sentence.Of($"Close a calendar to everybody.", $"Fermer un agenda à tout le monde."), "public off /my-events") =>
        Add(_calendar);

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Session session = await run.OpenAsync(cancellationToken);
        if (run.IsDryRun)
        {
            var item = new PublicShareItem { Calendar = run[_calendar] };
            return await run.WriteAllAsync(
                session.Calendars.PlanRevocationsAsync([item], cancellationToken: cancellationToken),
                count: 1,
                each => each.Calendar,
                (_, changes) => run.Write(new PlannedRevocation(Grantee: null, changes))
            );
        }

        return run.Write(new RevokedShare(Grantee: null, await session.Calendars.RevokePublicAsync(run[_calendar], cancellationToken)));
    }
}
