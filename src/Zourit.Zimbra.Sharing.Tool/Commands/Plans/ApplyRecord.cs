using System.Globalization;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>A run in numbers; its last line of JSON.</summary>
internal sealed class ApplyRecord
{
    private const int FailuresOfMail = 3;

    private readonly Dictionary<ChangeStatus, int> _counts = [];
    private readonly List<ChangeOutcome> _removals = [];
    private int _mailsFailed;

    public static RecordShape<ApplyRecord> Shape { get; } =
        new RecordShape<ApplyRecord>("applied", "The run in numbers; the last line.")
            .Number("done", record => record.Of(ChangeStatus.Done), Labels.Count)
            .Number("doneAlready", record => record.Of(ChangeStatus.DoneAlready), Labels.Count)
            .Number("failed", record => record.Of(ChangeStatus.Failed), Labels.Count)
            .Number("uncertain", record => record.Of(ChangeStatus.Uncertain), Labels.Count)
            .Number("stale", record => record.Of(ChangeStatus.Stale), Labels.Count)
            .Number("postponed", record => record.Of(ChangeStatus.Postponed), Labels.Count)
            .Number("notStarted", record => record.Of(ChangeStatus.NotStarted), Labels.Count)
            .Number("mailsSent", record => record.MailsSent, Labels.Mails)
            .Number("mailsOwed", record => record.MailsOwed, Labels.Mails)
            .Number("retryAfterSeconds", record => (long?)record.RetryAfter?.TotalSeconds, Labels.RetryAfter)
            .Number("exit", record => (int)record.Exit, Labels.Exit);

    /// <summary>What became of the removals.</summary>
    public IReadOnlyList<ChangeOutcome> Removals => _removals;

    public int MailsSent { get; private set; }

    public int MailsOwed { get; private set; }

    /// <summary>The longest time that was asked for before the rest is tried again; null where nobody asked.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    public ExitCode Exit { get; set; }

    public LocalizedText Text =>
        Sentence.Of(
            $"{Of(ChangeStatus.Done)} done, {Of(ChangeStatus.DoneAlready)} done already, {Of(ChangeStatus.Failed)} failed, "
                + $"{Of(ChangeStatus.NotStarted)} not started, {RareInEnglish}mails: {MailsSent} sent, {MailsOwed} owed",
            $"{French(ChangeStatus.Done, "fait")}, {Of(ChangeStatus.DoneAlready)} déjà {Agreed(Of(ChangeStatus.DoneAlready), "fait")}, "
                + $"{French(ChangeStatus.Failed, "échoué")}, {French(ChangeStatus.NotStarted, "non commencé")}, {RareInFrench}"
                + $"courriels : {MailsSent} {Agreed(MailsSent, "envoyé")}, {MailsOwed} {Agreed(MailsOwed, "dû", "dus")}"
        );

    private string RareInEnglish =>
        English(ChangeStatus.Uncertain, "uncertain") + English(ChangeStatus.Stale, "stale") + English(ChangeStatus.Postponed, "postponed");

    private string RareInFrench =>
        Rare(ChangeStatus.Uncertain, "incertain") + Rare(ChangeStatus.Stale, "périmé") + Rare(ChangeStatus.Postponed, "reporté");

    private string English(ChangeStatus status, string word) =>
        Of(status) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Of(status)} {word}, ");

    private string Rare(ChangeStatus status, string word) => Of(status) == 0 ? "" : $"{French(status, word)}, ";

    private string French(ChangeStatus status, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(status)} {Agreed(Of(status), word)}");

    // French counts none as one.
    private static string Agreed(int count, string word, string? several = null) => count < 2 ? word : several ?? $"{word}s";

    public int Of(ChangeStatus status) => _counts.GetValueOrDefault(status);

    public void Add(ChangeOutcome outcome)
    {
        _counts[outcome.Status] = Of(outcome.Status) + 1;
        if (outcome.Change.Action == ChangeAction.Remove)
        {
            _removals.Add(outcome);
        }

        RetryAfter = outcome.RetryAfter > (RetryAfter ?? TimeSpan.Zero) ? outcome.RetryAfter : RetryAfter;
        MailsSent += outcome.Mail == NotificationStatus.Sent ? 1 : 0;
        MailsOwed += outcome.OwesMail ? 1 : 0;
        _mailsFailed += outcome.Mail == NotificationStatus.Failed ? 1 : 0;
        bool isMailDown = _mailsFailed >= FailuresOfMail && outcome.Status == ChangeStatus.NotStarted;
        Exit = ShareResults.Worse(Exit, isMailDown ? ExitCode.NotReached : OutcomeRecord.ExitOf(outcome));
    }
}
