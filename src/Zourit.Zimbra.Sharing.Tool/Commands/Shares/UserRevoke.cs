using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary><see cref="CalendarClient.RevokeUserAsync"/>.</summary>
internal sealed class UserRevoke : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();
    private readonly TextArgument _user = new(
        "USER",
        Sentence.Of($"an account or distribution list of the server", $"un compte ou une liste de diffusion du serveur")
    );

    private readonly Flag _mail = new("--mail", Sentence.Of($"the server mails that it ended", $"le serveur écrit que c'est fini"));

    public UserRevoke()
        : base(
            "revoke",
            Sentence.Of($"End a user's share of a calendar.", $"Révoquer le partage d'un agenda avec un utilisateur."),
            "user revoke /my-events tresor@monasso.org"
        )
    {
        Add(_calendar);
        Add(_user);
        Add(_mail);
    }

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        string calendar = run[_calendar];
        string user = run[_user];
        Session session = await run.OpenAsync(cancellationToken);
        var options = new RevokeOptions { Notify = run[_mail] };
        return run.IsDryRun
            ? run.Write(
                new PlannedRevocation(user, await session.Calendars.PlanRevocationAsync(calendar, user, options, cancellationToken))
            )
            : run.Write(new RevokedShare(user, await session.Calendars.RevokeUserAsync(calendar, user, options, cancellationToken)));
    }
}
