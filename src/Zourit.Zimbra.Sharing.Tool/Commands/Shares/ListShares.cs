using System.Globalization;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary><see cref="CalendarClient.ListSharesAsync"/>, or <see cref="CalendarClient.ListEndingAsync"/>.</summary>
internal sealed class ListShares : ToolCommand
{
    private const int MostDays = 36_500;

    private readonly TextArgument _calendar = CalendarArgument.Optional();
    private readonly TextOption _ending = new(
        "--ending-within",
        "DAYS",
        Sentence.Of($"only what ends within so many days", $"seulement ce qui finit d'ici tant de jours")
    );

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
        TimeSpan? within = Days(run[_ending]);
        string? calendar = run[_calendar] is { Length: > 0 } named ? named : null;
        Session session = await run.OpenAsync(cancellationToken);
        IAsyncEnumerable<CalendarGrant> grants = within is { } time
            ? session.Calendars.ListEndingAsync(time, cancellationToken)
            : session.Calendars.ListSharesAsync(new() { Calendar = calendar, AllFolders = run[_all] }, cancellationToken);
        await foreach (CalendarGrant grant in grants)
        {
            if (run.Results.IsClosed)
            {
                break;
            }

            if (within is null || calendar is null || string.Equals(grant.Path.Value, calendar, StringComparison.OrdinalIgnoreCase))
            {
                run.Results.Row(ShareRecords.Grant, grant);
            }
        }

        return ExitCode.Done;
    }

    private static TimeSpan? Days(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days <= MostDays ? TimeSpan.FromDays(days)
        : throw ToolException.Usage(Sentence.Of($"--ending-within is a number of days.", $"--ending-within est un nombre de jours."));
}
