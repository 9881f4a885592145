using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Tool.Credentials;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Guests;

/// <summary><see cref="CalendarClient.ShareWithGuestAsync"/>, and for several <see cref="CalendarClient.ShareWithGuestsAsync"/>.</summary>
internal sealed class GuestAdd : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();
    private readonly TextArguments _guests = GuestNames.New();
    private readonly TextOption _rights = RightsOption.New();
    private readonly TextOption _expires = ExpiryOption.New();
    private readonly TextOption _note = new("--note", "TEXT", Sentence.Of($"a text in the mail", $"un texte dans le courriel"));
    private readonly Flag _noMail = new("--no-mail", Sentence.Of($"the server mails nobody", $"le serveur n'écrit à personne"));
    private readonly Flag _ensure = new(
        "--ensure-notified",
        Sentence.Of($"mail whom nobody mailed yet", $"écrire à qui n'a pas encore reçu de courriel")
    );
    private readonly Flag _grantPassword = new(
        "--grant-password",
        Sentence.Of($"the guest's password is the grant's, without an account", $"mot de passe du partage, sans compte")
    );
    private readonly Flag _anyAddress = AnyFlags.Address();
    private readonly Flag _anyFolder = AnyFlags.Folder();

    public GuestAdd()
        : base(
            "add",
            Sentence.Of(
                $"Share a calendar with guests. Those with these rights are left as they are.",
                $"Partager un agenda avec des invités. Ceux qui ont déjà ces droits restent tels quels."
            ),
            "guest add /my-events adresse@orange.fr --profile asso",
            "guest add /my-events - --rights manager --expires 2027-08-31 < guests.txt"
        )
    {
        Add(_calendar);
        Add(_guests);
        Add(_rights);
        Add(_expires);
        Add(_note);
        Add(_noMail);
        Add(_ensure);
        Add(_grantPassword);
        Add(_anyAddress);
        Add(_anyFolder);
    }

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        run.RefuseBeside(_note, _noMail);
        run.RefuseWithout(run.Options.GuestPasswordFile, _grantPassword);
        string calendar = run[_calendar];
        GuestShareOptions options = await OptionsAsync(run, cancellationToken);
        IReadOnlyList<string> guests = await GuestNames.ReadAsync(run[_guests], run, cancellationToken);
        Session session = await run.OpenAsync(cancellationToken);
        GuestShareItem[] items = [.. guests.Select(guest => Item(calendar, guest, options))];
        if (run.IsDryRun)
        {
            return await run.PlanAsync(session, items, cancellationToken);
        }

        if (guests is [{ } one])
        {
            return run.Write(await session.Calendars.ShareWithGuestAsync(calendar, one, options, cancellationToken));
        }

        await using CancellationTokenRegistration stopping = cancellationToken.Register(() => run.Note(Interruption.Finishing));
        ExitCode code = await run.WriteAllAsync(
            session.Calendars.ShareWithGuestsAsync(items, new() { StopToken = cancellationToken }, CancellationToken.None),
            items.Length,
            item => item.Guest,
            (_, share) => run.Write(share, isOneOfSeveral: true)
        );
        if (run.Results.Count < items.Length)
        {
            run.NotStarted = items.Length - run.Results.Count;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return code;
    }

    private async Task<GuestShareOptions> OptionsAsync(Invocation run, CancellationToken cancellationToken) =>
        new()
        {
            Permissions = RightsOption.Read(run[_rights]),
            Expiry = ExpiryOption.Read(run[_expires], run.Terminal.TimeProvider),
            Note = run[_note],
            Notify = !run[_noMail],
            EnsureNotified = run[_ensure],
            CheckAddress = !run[_anyAddress],
            AllowOtherFolders = run[_anyFolder],
            GrantPassword = run[_grantPassword]
                ? await new CredentialSources(run, run.Settings().Profile).GuestPasswordAsync(cancellationToken)
                    ?? throw ToolException.Usage(
                        Sentence.Of(
                            $"--grant-password wants the password in --guest-password-file.",
                            $"--grant-password veut le mot de passe dans --guest-password-file."
                        )
                    )
                : null,
        };

    private static GuestShareItem Item(string calendar, string guest, GuestShareOptions options) =>
        new()
        {
            Calendar = calendar,
            Guest = guest,
            Options = options,
        };
}
