using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary><see cref="ApplyJournal.OwedMails"/> of several journals, e.g. of all shards. It asks no server.</summary>
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
                $"Show what journals leave open: mails that may not have left.",
                $"Montrer les courriels peut-être non partis d'après des journaux."
            ),
            "report shard-*.journal"
        ) => Add(_journals);

    public static RecordShape<(string Journal, OwedMail Mail)> Shape { get; } =
        new RecordShape<(string Journal, OwedMail Mail)>("owedMail", "A mail of which nothing says that it left.")
            .Text("journal", owed => owed.Journal, Labels.Journal)
            .Text("owner", owed => owed.Mail.Owner, Labels.Owner)
            .Text("calendar", owed => owed.Mail.Calendar.Value, Labels.Calendar)
            .Text("grantee", owed => owed.Mail.Grantee.Name, Labels.Grantee);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        foreach (string path in run[_journals])
        {
            if (!File.Exists(path))
            {
                throw ToolException.Usage(
                    Sentence.Of($"There is no journal '{Excerpt.Of(path)}'.", $"Il n'y a pas de journal « {Excerpt.Of(path)} ».")
                );
            }

            await using ApplyJournal? journal = await JournalOption.OpenAsync(path, cancellationToken);
            foreach (OwedMail mail in journal!.OwedMails)
            {
                run.Results.Row(Shape, (path, mail));
            }
        }

        return run.Results.Count == 0 ? ExitCode.Done : ExitCode.Incomplete;
    }
}
