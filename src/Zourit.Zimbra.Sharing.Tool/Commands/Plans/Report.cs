using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary><see cref="JournalReport.ReadAsync"/>: of several journals, e.g. of all shards. It asks no server.</summary>
internal sealed class Report : ToolCommand
{
    private readonly TextArguments _journals = new(
        "JOURNAL",
        Sentence.Of($"journals, e.g. of all shards", $"des journaux, p. ex. de tous les lots")
    );

    public Report()
        : base(
            "report",
            Sentence.Of(
                $"Show what runs did by their journals, and which mails may not have left.",
                $"Montrer ce qu'ont fait les passages d'après leurs journaux, et les courriels peut-être non partis."
            ),
            "report shares.journal",
            "report shard-*.journal --json"
        ) => Add(_journals);

    public static RecordShape<OwedMail> Mail { get; } =
        new RecordShape<OwedMail>("owedMail", "A mail of which nothing says that it left.")
            .Text("owner", mail => mail.Owner, Labels.Owner)
            .Text("calendar", mail => mail.Calendar.Value, Labels.Calendar)
            .Text("grantee", mail => mail.Grantee.Name, Labels.OwedMail);

    public static RecordShape<OwedAccount> Account { get; } =
        new RecordShape<OwedAccount>("owedAccount", "A guest's account that may not be complete.")
            .Text("owner", account => account.Owner, Labels.Owner)
            .Text("calendar", account => account.Calendar.Value, Labels.Calendar)
            .Text("guest", account => account.Guest, Labels.OwedAccount);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> paths = run[_journals];
        if (paths.FirstOrDefault(path => !File.Exists(path)) is { } missing)
        {
            throw ToolException.Usage(
                Sentence.Of($"There is no journal '{Excerpt.Of(missing)}'.", $"Il n'y a pas de journal « {Excerpt.Of(missing)} ».")
            );
        }

        foreach (string path in paths)
        {
            JournalReport one = await JournalReport.ReadAsync([path], cancellationToken);
            if (one is { Runs.Count: 0, UnreadableLines: > 0 })
            {
                throw JournalOption.NoJournal(path);
            }
        }

        JournalReport report = await JournalReport.ReadAsync(paths, cancellationToken);
        foreach (JournalRun each in report.Runs)
        {
            run.Results.Row(ReportRecords.Run, each);
        }

        foreach (OwedMail mail in report.OwedMails)
        {
            run.Results.Row(Mail, mail);
        }

        foreach (OwedAccount account in report.OwedAccounts)
        {
            run.Results.Row(Account, account);
        }

        run.Results.End();
        if (run.Results.IsJson)
        {
            run.Results.One(ReportRecords.Report, report);
        }

        run.Note(ReportRecords.TextOf(report));
        if (report.UnreadableLines > 0)
        {
            run.Note(ReportRecords.UnreadableOf(report));
        }

        return report.OwedMails.Count + report.OwedAccounts.Count == 0 ? ExitCode.Done : ExitCode.Incomplete;
    }
}
