using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Credentials;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Guests;

/// <summary><see cref="FeedClient.DiagnoseAsync"/> and <see cref="FeedClient.DiagnoseCalDavAsync"/>.</summary>
internal sealed class GuestDiagnose : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();
    private readonly TextArgument _guest = CalendarArgument.Guest();
    private readonly Flag _calDav = new(
        "--caldav",
        Sentence.Of($"why a program finds or reads nothing by CalDAV", $"pourquoi un logiciel ne trouve ou ne lit rien par CalDAV")
    );

    public GuestDiagnose()
        : base(
            "diagnose",
            Sentence.Of(
                $"Find out why a guest does not get in. A guest's password is tried at most once.",
                $"Trouver pourquoi un invité n'accède pas à l'agenda. Un mot de passe est essayé une fois au plus."
            ),
            "guest diagnose /my-events adresse@orange.fr",
            "guest diagnose /my-events adresse@orange.fr --caldav --guest-password-file guest.txt"
        )
    {
        Add(_calendar);
        Add(_guest);
        Add(_calDav);
    }

    public static RecordShape<FeedFinding> Finding { get; } =
        new RecordShape<FeedFinding>("finding", "Something that keeps the guest out, may do so, or was checked.")
            .Word("certainty", finding => (FindingCertainty?)finding.Certainty, Labels.Certainty)
            .Word("code", finding => (FeedFindingCode?)finding.Code, Labels.Code, isShown: false)
            .Truth("cause", finding => finding.IsCause, Labels.Reason, isShown: false)
            .Sentence("sentence", finding => finding.Sentence, Labels.Finding)
            .Sentence("remedy", finding => finding.Remedy, Labels.Remedy);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Settings settings = run.Settings();
        string owner = settings.OwnerOrThrow();
        Secret? password = await new CredentialSources(run, settings.Profile).GuestPasswordAsync(cancellationToken);
        Session session = await run.OpenAsync(cancellationToken);
        FeedClient feeds = session.Client.Feeds;
        DiagnosisOptions options = new() { Password = password };
        FeedDiagnosis diagnosis = run[_calDav]
            ? await feeds.DiagnoseCalDavAsync(owner, run[_calendar], run[_guest], options, cancellationToken)
            : await feeds.DiagnoseAsync(owner, run[_calendar], run[_guest], options, cancellationToken);
        static bool IsUnknown(FeedFinding finding) => finding.Certainty == FindingCertainty.NotKnowable;
        foreach (FeedFinding finding in diagnosis.Findings.Where(each => run.Results.IsJson || !IsUnknown(each)))
        {
            run.Results.Row(Finding, finding);
        }

        WriteUnknown(run, [.. diagnosis.Findings.Where(IsUnknown)]);
        return ExitCode.Done;
    }

    // People need one line for all that the login in use cannot see; JSON has each.
    private static void WriteUnknown(Invocation run, FeedFinding[] unknown)
    {
        if (unknown.Length == 0)
        {
            return;
        }

        run.Results.End();
        string remedies = string.Join(' ', unknown.Select(finding => run.Say(finding.Remedy)).Distinct());
        LocalizedText text =
            unknown.Length == 1
                ? unknown[0].Sentence
                : Sentence.Of(
                    $"{unknown.Length} more possible causes cannot be looked at with this login (--json names them).",
                    $"{unknown.Length} autres causes possibles ne peuvent pas être examinées avec ce compte (--json les nomme)."
                );
        run.Results.Text($"{run.Say(text)} {remedies}");
    }
}
