using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Accounts;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Setup;

/// <summary>
/// <see cref="ZimbraClient.PingAsync"/>, <see cref="CalendarClient.CheckPolicyAsync"/> and, for administrators,
/// <see cref="AdministrationClient.CheckAdministratorAsync"/>: whether what the other commands need is there. One login.
/// </summary>
internal sealed class Doctor : ToolCommand
{
    private static readonly TimeSpan MostDifference = TimeSpan.FromSeconds(60);

    private readonly TextOption _domain = AccountCommand.DomainOption();

    public Doctor()
        : base(
            "doctor",
            Sentence.Of(
                $"Check server, certificate, login, policy and rights.",
                $"Vérifier serveur, certificat, connexion, politique et droits."
            ),
            "doctor --profile asso"
        ) => Add(_domain);

    public static RecordShape<DoctorCheck> Shape { get; } =
        new RecordShape<DoctorCheck>("check", "Something that was checked.")
            .Named("check", check => check.Name, Labels.Check)
            .Truth("ok", check => check.IsGood, Labels.InOrder, absent: Labels.Unknown)
            .Sentence("text", check => check.Text, Labels.Finding);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Settings settings = run.Settings();
        if (await CertificateCheck.OfAsync(settings.ServerUri(), run.Terminal.TimeProvider, cancellationToken) is { } certificate)
        {
            run.Results.Row(Shape, certificate);
        }

        Session session = await run.OpenAsync(cancellationToken);
        ZimbraPing ping = await session.Client.PingAsync(cancellationToken);
        run.Results.Row(
            Shape,
            new(
                "server",
                true,
                Sentence.Of($"{settings.ServerUri().Host}: Zimbra {ping.Version}", $"{settings.ServerUri().Host} : Zimbra {ping.Version}")
            )
        );
        run.Results.Row(
            Shape,
            new("login", true, Sentence.Of($"logged in as {Excerpt.Of(ping.Account)}", $"connecté en tant que {Excerpt.Of(ping.Account)}"))
        );
        if (settings.IsAdmin)
        {
            run.Results.Row(
                Shape,
                new("adminServer", true, Sentence.Of($"the admin service answers", $"le service d'administration répond"))
            );
        }

        if (ping.ClockDifference is { } difference)
        {
            long seconds = (long)difference.TotalSeconds;
            run.Results.Row(
                Shape,
                new(
                    "clock",
                    difference.Duration() <= MostDifference,
                    Sentence.Of(
                        $"the server's clock differs by {seconds} s; more than 60 s would date ends wrongly",
                        $"l'horloge du serveur diffère de {seconds} s ; au-delà de 60 s, les fins seraient mal datées"
                    )
                )
            );
        }

        await PolicyAsync(run, session, cancellationToken);
        return settings.IsAdmin ? await RightsAsync(run, session, cancellationToken) : ExitCode.Done;
    }

    private static async Task PolicyAsync(Invocation run, Session session, CancellationToken cancellationToken)
    {
        SharingPolicy policy = await session.Calendars.CheckPolicyAsync(cancellationToken: cancellationToken);
        foreach (
            (string kind, PolicyVerdict verdict) in new[] { ("guest", policy.Guests), ("user", policy.Users), ("public", policy.Public) }
        )
        {
            PolicyRule? rule = verdict.Rules.FirstOrDefault(each => each.Answer == verdict.Answer);
            LocalizedText text = rule?.Text ?? Sentence.Of($"no rule of the server forbids it", $"aucune règle du serveur ne l'interdit");
            run.Results.Row(
                Shape,
                new($"policy.{kind}", verdict.Answer == PolicyAnswer.Unknown ? null : verdict.Answer == PolicyAnswer.Allowed, text)
            );
        }
    }

    private async Task<ExitCode> RightsAsync(Invocation run, Session session, CancellationToken cancellationToken)
    {
        AdministratorCheck rights = await session.Client.Administration.CheckAdministratorAsync(
            AccountCommand.DomainOf(run, _domain),
            cancellationToken: cancellationToken
        );
        DoctorCheck[] checks = [.. CommandRights.Of(rights)];
        foreach (DoctorCheck check in checks)
        {
            run.Results.Row(Shape, check);
        }

        // Which of them are needed depends on what the account is for: who shares only needs one.
        return checks.Any(check => check.IsGood == true) ? ExitCode.Done : ExitCode.Refused;
    }

    /// <param name="Name">What was checked.</param>
    /// <param name="IsGood">Whether it is as it should be; null where the account cannot find out.</param>
    /// <param name="Text">What was found.</param>
    internal sealed record DoctorCheck(string Name, bool? IsGood, LocalizedText Text);
}
