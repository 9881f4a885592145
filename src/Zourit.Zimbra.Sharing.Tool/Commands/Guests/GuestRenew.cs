using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Guests;

/// <summary><see cref="CalendarClient.RenewAsync"/>.</summary>
internal sealed class GuestRenew : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();
    private readonly TextArgument _guest = CalendarArgument.Guest();
    private readonly TextOption _expires = ExpiryOption.New();

    public GuestRenew()
        : base(
            "renew",
            Sentence.Of(
                $"Change when a guest's share ends; rights and password stay.",
                $"Changer la fin d'un partage ; droits et mot de passe restent."
            ),
            "guest renew /my-events adresse@orange.fr --expires 2027-08-31"
        )
    {
        Add(_calendar);
        Add(_guest);
        _expires.Required = true;
        Add(_expires);
    }

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        ShareExpiry expiry = ExpiryOption.Read(run[_expires], run.Terminal.TimeProvider);
        Session session = await run.OpenAsync(cancellationToken);
        if (run.IsDryRun)
        {
            ShareChanges changes = await session.Calendars.PlanRenewalAsync(run[_calendar], run[_guest], expiry, cancellationToken);
            if (await new PlannedRefusals(session.Calendars).RefusalAsync(changes, expiry, cancellationToken) is { } refusal)
            {
                throw new ToolException(refusal.Exit, refusal.Text);
            }

            run.Results.One(ShareRecords.Changes, new(run[_guest], changes));
            return ExitCode.Done;
        }

        return run.Write(await session.Calendars.RenewAsync(run[_calendar], run[_guest], expiry, cancellationToken));
    }
}
