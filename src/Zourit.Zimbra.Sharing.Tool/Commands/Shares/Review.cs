using System.Globalization;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary><see cref="CalendarClient.ReviewAsync"/>.</summary>
internal sealed class Review : ToolCommand
{
    private readonly TextOption _domain = new("--domain", "DOMAIN", Sentence.Of($"all owners of a domain", $"tous ceux d'un domaine"));
    private readonly Flag _server = new("--whole-server", Sentence.Of($"all owners", $"tous les propriétaires"));
    private readonly TextOption _within = new(
        "--ending-within",
        "DAYS",
        Sentence.Of($"what ends within so many days is a finding", $"signaler ce qui finit d'ici tant de jours")
    );

    public Review()
        : base(
            "review",
            Sentence.Of(
                $"Find shares worth a look: public ones, outsiders who may write, what ends.",
                $"Trouver les partages à revoir : publics, extérieurs qui écrivent, fins proches."
            ),
            "review",
            "review --domain monasso.org --json"
        )
    {
        Add(_domain);
        Add(_server);
        Add(_within);
    }

    public static RecordShape<ReviewFinding> Shape { get; } =
        new RecordShape<ReviewFinding>("reviewFinding", "A share worth a look.")
            .Word("code", finding => (ReviewCode?)finding.Code, Labels.Code, isShown: false)
            .Text("owner", finding => finding.Owner, Labels.Owner)
            .Text("calendar", finding => finding.Grant?.Path.Value, Labels.Calendar)
            .Text("folderId", finding => finding.Grant?.FolderId, Labels.Folder, isShown: false)
            .Word("granteeType", finding => finding.Grant?.Grantee.Type, Labels.GranteeType, isShown: false)
            .Text("grantee", finding => finding.Grant is { } grant ? ShareRecords.Name(grant.Grantee) : null, Labels.Grantee)
            .Text("rights", finding => finding.Grant?.Permissions.Letters, Labels.Rights)
            .Moment("expires", finding => finding.Grant?.EffectiveExpiry, Labels.Ends)
            .Sentence("sentence", finding => finding.Sentence, Labels.Finding)
            .Sentence("remedy", finding => finding.Remedy, Labels.Remedy, isShown: false);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var options = new ReviewOptions { Domain = run[_domain], WholeServer = run[_server] };
        if (run[_within] is { } text)
        {
            options =
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days <= 36_500
                    ? options with
                    {
                        EndingWithin = TimeSpan.FromDays(days),
                    }
                    : throw ToolException.Usage(
                        Sentence.Of($"--ending-within is a number of days.", $"--ending-within est un nombre de jours.")
                    );
        }

        Session session = await run.OpenAsync(cancellationToken);
        CalendarClient calendars = options.Domain is null && !options.WholeServer ? session.Calendars : session.Client.Calendars;
        ExitCode code = ExitCode.Done;
        await foreach (ReviewFinding finding in calendars.ReviewAsync(options, cancellationToken))
        {
            run.Results.Row(Shape, finding);
            code = finding.Code == ReviewCode.NotReviewed ? ExitCode.Incomplete : code;
        }

        return code;
    }
}
