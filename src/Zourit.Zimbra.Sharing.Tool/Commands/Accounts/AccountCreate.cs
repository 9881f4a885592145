using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Tool.Credentials;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary><see cref="GuestClient.CreateAsync"/>.</summary>
internal sealed class AccountCreate : AccountCommand
{
    private readonly TextOption _calendar = new(
        "--calendar",
        "CALENDAR",
        Sentence.Of($"share this calendar of the owner, too", $"partager aussi cet agenda")
    );

    private readonly TextOption _name = new("--name", "NAME", Sentence.Of($"the guest's name", $"le nom de l'invité"));
    private readonly TextOption _output = PasswordOutput.New();
    private readonly Flag _anyAddress = AnyFlags.Address();

    public AccountCreate()
        : base(
            "create",
            Sentence.Of($"Make a guest's account, without any mail.", $"Créer le compte d'un invité, sans courriel."),
            "account create adresse@orange.fr --calendar /my-events --passwords-out new.txt"
        )
    {
        Add(_calendar);
        Add(_name);
        Add(_output);
        Add(_anyAddress);
    }

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        run.RefuseBeside(_output, run.Options.GuestPasswordFile);
        Settings settings = run.Settings();
        GuestIdentifier identifier = Identifier(run);
        Session session = await OpenAsync(run, cancellationToken);
        if (run.IsDryRun)
        {
            PasswordOutput.Check(run[_output]);
            return await PlanAsync(run, session, settings, cancellationToken);
        }

        Secret? given = await new CredentialSources(run, settings.Profile).GuestPasswordAsync(cancellationToken);
        using PasswordOutput? output = given is null ? PasswordOutput.Create(run[_output]) : null;
        Secret password = given ?? (await session.Client.Guests.GetPasswordPolicyAsync(Domain(run), cancellationToken)).CreatePassword();
        output?.Write(identifier, password);
        var account = new NewGuestAccount
        {
            Owner = run[_calendar] is null ? null : settings.OwnerOrThrow(),
            OwnerDomain = run[_calendar] is null ? Domain(run) : null,
            Calendar = run[_calendar],
            Guest = Guest(run),
            DisplayName = run[_name],
            Password = password,
            CheckAddress = !run[_anyAddress],
        };
        GuestCreation creation;
        try
        {
            creation = await session.Client.Guests.CreateAsync(account, cancellationToken);
        }
        catch (Exception e) when (output is not null && PasswordOutput.IsCertain(e))
        {
            await WithdrawAsync(run, session, output, cancellationToken);
            throw;
        }

        if (creation.Password == GuestStep.Unchanged)
        {
            // The account keeps the password that it had: nobody may be given this one.
            output?.Withdraw();
        }

        run.Results.One(AccountRecords.Creation, creation);
        run.Warn(creation.Warnings.Select(warning => warning.Text));
        return ExitCode.Done;
    }

    private async Task<ExitCode> PlanAsync(Invocation run, Session session, Settings settings, CancellationToken cancellationToken)
    {
        if (await session.Client.Guests.FindByMailAsync(Domain(run), Guest(run), cancellationToken) is { } account)
        {
            run.Results.Row(AccountRecords.Account, account);
            run.Note(
                account.HasPassword switch
                {
                    true => Sentence.Of($"It exists, and would keep its password.", $"Il existe, et garderait son mot de passe."),
                    false => Sentence.Of($"It exists, and would get a password.", $"Il existe, et recevrait un mot de passe."),
                    null => Sentence.Of(
                        $"It exists; whether it has a password is not known.",
                        $"Il existe ; on ne sait pas s'il a un mot de passe."
                    ),
                }
            );
        }
        else
        {
            run.Note(Sentence.Of($"There is no such account now: it would be made.", $"Ce compte n'existe pas encore : il serait créé."));
        }

        if (run[_calendar] is not { } calendar)
        {
            return ExitCode.Done;
        }

        settings.OwnerOrThrow();
        var options = new GuestShareOptions { Notify = false, CheckAddress = !run[_anyAddress] };
        var share = new GuestShareItem
        {
            Calendar = calendar,
            Guest = Guest(run),
            Options = options,
        };
        return await run.PlanAsync(session, share, cancellationToken);
    }
}
