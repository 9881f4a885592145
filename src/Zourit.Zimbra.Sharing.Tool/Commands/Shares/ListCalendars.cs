using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary><see cref="CalendarClient.ListCalendarsAsync"/>.</summary>
internal sealed class ListCalendars : ToolCommand
{
    public ListCalendars()
        : base("calendars", Purpose, "calendars") { }

    private static LocalizedText Purpose =>
        Sentence.Of($"List the calendars that there are to share.", $"Lister les agendas qui peuvent être partagés.");

    public static RecordShape<CalendarInfo> Shape { get; } =
        new RecordShape<CalendarInfo>("calendar", "A calendar.")
            .Text("owner", calendar => calendar.Owner, Labels.Owner, isShown: false)
            .Text("calendar", calendar => calendar.Path.Value, Labels.Calendar)
            .Text("folderId", calendar => calendar.FolderId, Labels.Folder, isShown: false)
            .Number("shares", calendar => calendar.Shares.Count, Labels.Shares)
            .Text("icsAddress", calendar => calendar.IcsAddress.Uri.AbsoluteUri, Labels.Address)
            .Text("inheritedFrom", calendar => calendar.InheritedFrom?.Value, Labels.InheritedFrom);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Session session = await run.OpenAsync(cancellationToken);
        await foreach (CalendarInfo calendar in session.Calendars.ListCalendarsAsync(cancellationToken: cancellationToken))
        {
            run.Results.Row(Shape, calendar);
        }

        return ExitCode.Done;
    }
}
