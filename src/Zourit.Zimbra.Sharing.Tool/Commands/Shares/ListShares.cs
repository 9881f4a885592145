using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary><see cref="CalendarClient.ListSharesAsync"/>, or <see cref="CalendarClient.ListEndingAsync"/>.</summary>
internal sealed class ListShares : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.Optional();
    private readonly TextOption _ending = EndingOption.New();
    private readonly Flag _all = new("--all-folders", Sentence.Of($"other folders than calendars, too", $"aussi les autres dossiers"));

    public ListShares()
        : base(
            "list",
            Sentence.Of($"List who has access to calendars.", $"Lister qui a accès aux agendas."),
            "list",
            "list --ending-within 30 --json"
        )
    {
        Add(_calendar);
        Add(_ending);
        Add(_all);
    }

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        TimeSpan? within = EndingOption.Read(run[_ending]);
        string? calendar = run[_calendar] is { Length: > 0 } named ? named : null;
        Session session = await run.OpenAsync(cancellationToken);
        await foreach (CalendarGrant grant in session.Calendars.GrantsAsync(calendar, within, run[_all], cancellationToken))
        {
            if (run.Results.IsClosed)
            {
                break;
            }

            run.Results.Row(ShareRecords.Grant, grant);
        }

        return ExitCode.Done;
    }
}
