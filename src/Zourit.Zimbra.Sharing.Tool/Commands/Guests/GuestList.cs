using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Guests;

/// <summary><see cref="CalendarClient.ListSharesAsync"/>, guests only.</summary>
internal sealed class GuestList : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.Optional();
    private readonly TextOption _ending = EndingOption.New();

    public GuestList()
        : base(
            "list",
            Sentence.Of($"List the guests of calendars.", $"Lister les invités des agendas."),
            "guest list",
            "guest list /my-events --json",
            "guest list --ending-within 31"
        )
    {
        Add(_calendar);
        Add(_ending);
    }

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        TimeSpan? within = EndingOption.Read(run[_ending]);
        string? calendar = run[_calendar] is { Length: > 0 } named ? named : null;
        Session session = await run.OpenAsync(cancellationToken);
        await foreach (CalendarGrant grant in session.Calendars.GrantsAsync(calendar, within, allFolders: false, cancellationToken))
        {
            if (run.Results.IsClosed)
            {
                break;
            }

            if (grant.Grantee.Type == GranteeType.Guest)
            {
                run.Results.Row(ShareRecords.Grant, grant);
            }
        }

        return ExitCode.Done;
    }
}
