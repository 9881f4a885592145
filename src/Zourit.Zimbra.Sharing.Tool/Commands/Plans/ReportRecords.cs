using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>Runs, as their journals tell of them.</summary>
internal static class ReportRecords
{
    public static RecordShape<JournalRun> Run { get; } =
        new RecordShape<JournalRun>("run", "A run, by its journal.")
            .Text("run", run => run.Id, Labels.Id, isShown: false)
            .Moment("startedAt", run => run.StartedAt, Labels.Starts)
            .Moment("lastLineAt", run => run.LastLineAt, Labels.Ends, isShown: false)
            .Text("server", run => run.Server, Labels.Server, isShown: false)
            .Text("manifest", run => run.ManifestHash, Labels.Id, isShown: false)
            .Text("actor", run => run.Actor, Labels.Actor)
            .Text("ref", run => run.Reference, Labels.Reference)
            .Number("done", run => Of(run, ChangeStatus.Done), Labels.Done)
            .Number("doneAlready", run => Of(run, ChangeStatus.DoneAlready), Labels.DoneAlready, isShown: false)
            .Number("failed", run => Of(run, ChangeStatus.Failed), Labels.Failed)
            .Number("uncertain", run => Of(run, ChangeStatus.Uncertain), Labels.Uncertain)
            .Number("stale", run => Of(run, ChangeStatus.Stale), Labels.Stale, isShown: false)
            .Number("postponed", run => Of(run, ChangeStatus.Postponed), Labels.Count, isShown: false)
            .Number("notStarted", run => Of(run, ChangeStatus.NotStarted), Labels.NotStarted, isShown: false)
            .Number("unfinished", run => run.Unfinished, Labels.Unfinished)
            .Number("mailsSent", run => run.MailsSent, Labels.Mails);

    public static RecordShape<JournalReport> Report { get; } =
        new RecordShape<JournalReport>("report", "All journals together; the last line.")
            .Number("runs", report => report.Runs.Count, Labels.Count)
            .Number("done", report => Sum(report, ChangeStatus.Done), Labels.Done)
            .Number("failed", report => Sum(report, ChangeStatus.Failed), Labels.Failed)
            .Number("mailsSent", report => report.Runs.Sum(run => (long)run.MailsSent), Labels.Mails)
            .Number("mailsOwed", report => report.OwedMails.Count, Labels.OwedMail)
            .Number("accountsOwed", report => report.OwedAccounts.Count, Labels.OwedAccount)
            .Number("unreadableLines", report => report.UnreadableLines, Labels.Line);

    public static LocalizedText TextOf(JournalReport report)
    {
        long done = Sum(report, ChangeStatus.Done);
        long failed = Sum(report, ChangeStatus.Failed);
        long sent = report.Runs.Sum(run => (long)run.MailsSent);
        int owed = report.OwedMails.Count;
        return Sentence.Of(
            $"Runs: {report.Runs.Count}. Changes: {done} done, {failed} failed. Mails: {sent} sent, {owed} owed.",
            $"Passages : {report.Runs.Count}. Changements : {done} {Agreed(done, "fait")}, {failed} {Agreed(failed, "échoué")}. "
                + $"Courriels : {sent} {Agreed(sent, "envoyé")}, {owed} {Agreed(owed, "dû", "dus")}."
        );
    }

    public static LocalizedText UnreadableOf(JournalReport report) =>
        report.UnreadableLines == 1
            ? Sentence.Of(
                $"1 line could not be read: it was cut, or another version wrote it.",
                $"1 ligne n'a pas pu être lue : coupée, ou écrite par une autre version."
            )
            : Sentence.Of(
                $"{report.UnreadableLines} lines could not be read: they were cut, or another version wrote them.",
                $"{report.UnreadableLines} lignes n'ont pas pu être lues : coupées, ou écrites par une autre version."
            );

    // French counts none as one.
    private static string Agreed(long count, string word, string? several = null) => count < 2 ? word : several ?? $"{word}s";

    private static long Of(JournalRun run, ChangeStatus status) => run.Outcomes.GetValueOrDefault(status);

    private static long Sum(JournalReport report, ChangeStatus status) => report.Runs.Sum(run => Of(run, status));
}
