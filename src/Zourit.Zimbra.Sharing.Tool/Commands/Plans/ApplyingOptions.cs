using System.CommandLine;
using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>How a plan is applied: <see cref="ApplyOptions"/>, <see cref="RunLockOptions"/> and <see cref="JournalOptions"/>.</summary>
internal sealed class ApplyingOptions
{
    private readonly TextOption _journal = JournalOption.New();
    private readonly Flag _newJournal = new("--journal-new", Sentence.Of($"the journal may be a new file", $"le journal peut être nouveau"))
    {
        IsRare = true,
    };
    private readonly TextOption _keep = new(
        "--keep-journals",
        "DAYS",
        Sentence.Of($"drop older lines of the journal", $"retirer du journal les lignes plus anciennes")
    )
    {
        IsRare = true,
    };

    private readonly TextOption _deadline = new(
        "--deadline",
        "MINUTES",
        Sentence.Of($"start nothing more after this; 120 else", $"ne plus rien commencer ensuite ; sinon 120")
    )
    {
        IsRare = true,
    };

    private readonly TextOption _passwords = new(
        "--passwords-out",
        "FILE",
        Sentence.Of($"a new file for passwords of new accounts", $"un nouveau fichier de mots de passe")
    );

    private readonly Flag _noLock = new("--no-lock", Sentence.Of($"work beside other runs", $"travailler à côté d'autres passages"))
    {
        IsRare = true,
    };
    private readonly TextOption _run = new(
        "--run",
        "NAME",
        Sentence.Of($"shards of one run share the lock by it", $"les lots d'un passage partagent le verrou ainsi")
    )
    {
        IsRare = true,
    };

    public TextOption Sha256 { get; } =
        new("--sha256", "HASH", Sentence.Of($"approves the saved plan that has it", $"approuve le plan enregistré qui a cette empreinte"));

    public void AddTo(Command command)
    {
        command.Add(_journal);
        command.Add(_newJournal);
        command.Add(_keep);
        command.Add(_deadline);
        command.Add(_passwords);
        command.Add(_noLock);
        command.Add(_run);
        command.Add(Sha256);
    }

    /// <exception cref="ToolException">An option would do nothing.</exception>
    public void Check(Invocation run)
    {
        run.RefuseWithout(_newJournal, _journal);
        run.RefuseWithout(_keep, _journal);
        run.RefuseBeside(_run, _noLock);
    }

    /// <exception cref="ToolException">A pipeline has no journal where there should be one.</exception>
    public void CheckJournal(Invocation run)
    {
        string? path = run[_journal];
        if (path is not null && run.Terminal.Variable("CI") is not null && !File.Exists(path) && !run[_newJournal])
        {
            throw ToolException.Usage(
                Sentence.Of(
                    $"There is no journal {Excerpt.OneLine(path)}. If this is the first run, say --journal-new.",
                    $"Il n'y a pas de journal {Excerpt.OneLine(path)}. Si c'est le premier passage, ajoutez --journal-new."
                )
            );
        }
    }

    public async Task<ApplyJournal?> JournalAsync(Invocation run, CancellationToken cancellationToken)
    {
        string? path = run[_journal];
        return run.IsDryRun && !File.Exists(path)
            ? null
            : await JournalOption.OpenAsync(
                path,
                new JournalOptions { Keep = Time(run, _keep, TimeSpan.FromDays(1)), TimeProvider = run.Terminal.TimeProvider },
                cancellationToken
            );
    }

    public async Task<PasswordFile?> PasswordsAsync(Invocation run, CancellationToken cancellationToken) =>
        run[_passwords] is { } path ? await PasswordFile.CreateAsync(path, cancellationToken) : null;

    /// <summary>What there is against a plan before its password file is made, which no plan makes that is refused or only shown.</summary>
    public IReadOnlyList<PlanObjection> Remaining(Invocation run, IReadOnlyList<PlanObjection> objections) =>
        [.. objections.Where(objection => objection.Code != PlanObjectionCode.NoPasswordFile || run[_passwords] is null)];

    /// <summary>The lock; null with --no-lock, and where nothing is changed.</summary>
    /// <exception cref="ToolException">Another run holds it.</exception>
    public async Task<RunLock?> LockAsync(Invocation run, ZimbraClient client, CancellationToken cancellationToken)
    {
        if (run[_noLock] || run.IsDryRun)
        {
            return null;
        }

        var options = new RunLockOptions
        {
            Run = run[_run] ?? run.Terminal.Variable("CI_PIPELINE_ID"),
            Deadline = Deadline(run),
            TimeProvider = run.Terminal.TimeProvider,
        };
        RunLock taken = await RunLock.TakeAsync(client, options, cancellationToken);
        return taken.IsHeld ? taken : throw new ToolException(ExitCode.Locked, Locked(taken));
    }

    public TimeSpan Deadline(Invocation run) => Time(run, _deadline, TimeSpan.FromMinutes(1)) ?? new ApplyOptions().Deadline;

    private static LocalizedText Locked(RunLock taken) =>
        taken.Run.Length == 0
            ? Sentence.Of(
                $"Other runs come and go too fast to wait for any of them. Try again later.",
                $"D'autres passages se succèdent trop vite pour en attendre un. Réessayez plus tard."
            )
            : Sentence.Of(
                $"Another run ({taken.Run}) is at work, until {Moment(taken)} at most. Try again later, or with --no-lock where it was "
                    + $"killed.",
                $"Un autre passage ({taken.Run}) est en cours, jusqu'à {Moment(taken)} au plus. Réessayez plus tard, ou avec --no-lock "
                    + $"s'il a été tué."
            );

    private static string Moment(RunLock taken) => taken.Deadline.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static TimeSpan? Time(Invocation run, TextOption option, TimeSpan unit) =>
        run[option] is not { } text ? null
        : int.TryParse(text.TrimEnd('d'), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= 10_000
            ? unit * number
        : throw ToolException.Usage(
            Sentence.Of($"{option.Name} is a number from 1 to 10000.", $"{option.Name} est un nombre de 1 à 10000.")
        );
}
