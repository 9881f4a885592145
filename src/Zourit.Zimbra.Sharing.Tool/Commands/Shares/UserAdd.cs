using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary><see cref="CalendarClient.ShareWithUserAsync"/>.</summary>
internal sealed class UserAdd : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();
    private readonly TextArgument _user = new(
        "USER",
        Sentence.Of($"an account or distribution list of the server", $"un compte ou une liste de diffusion du serveur")
    );

    private readonly TextOption _rights = RightsOption.New();
    private readonly TextOption _expires = ExpiryOption.New();
    private readonly TextOption _note = new("--note", "TEXT", Sentence.Of($"a text in the mail", $"un texte dans le courriel"));
    private readonly Flag _noMail = new("--no-mail", Sentence.Of($"the server mails nobody", $"le serveur n'écrit à personne"));
    private readonly Flag _anyAddress = AnyFlags.Address();
    private readonly Flag _anyFolder = AnyFlags.Folder();

    public UserAdd()
        : base(
            "add",
            Sentence.Of($"Share a calendar with a user of the server.", $"Partager un agenda avec un utilisateur du serveur."),
            "user add /my-events tresor@monasso.org --rights manager"
        )
    {
        Add(_calendar);
        Add(_user);
        Add(_rights);
        Add(_expires);
        Add(_note);
        Add(_noMail);
        Add(_anyAddress);
        Add(_anyFolder);
    }

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        run.RefuseBeside(_note, _noMail);
        var options = new UserShareOptions
        {
            Permissions = RightsOption.Read(run[_rights]),
            Expiry = ExpiryOption.Read(run[_expires], run.Terminal.TimeProvider),
            Note = run[_note],
            Notify = !run[_noMail],
            CheckAddress = !run[_anyAddress],
            AllowOtherFolders = run[_anyFolder],
        };
        Session session = await run.OpenAsync(cancellationToken);
        var item = new UserShareItem
        {
            Calendar = run[_calendar],
            User = run[_user],
            Options = options,
        };
        return run.IsDryRun
            ? await run.PlanAsync(session, item, cancellationToken)
            : run.Write(await session.Calendars.ShareWithUserAsync(run[_calendar], run[_user], options, cancellationToken));
    }
}
