using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>An event: its name is its UID. In listings it has fewer properties than by itself (recordings 13-74, 13-275).</summary>
internal sealed class EventResource(FolderResource home, CalendarItem item, bool isListed = false)
    : DavResource(home.Call, $"{home.Href}{DavHref.Escape(item.Uid)}.ics")
{
    // Outside listings the server shows the number of a change that it has refused at the last moment (recording 13-185).
    public string Etag
    {
        get
        {
            int changed = isListed ? item.ChangedAt : Call.Directory.MailboxOf(home.Owner).RefusedChange(item) ?? item.ChangedAt;
            return string.Create(CultureInfo.InvariantCulture, $"\"{changed}-{item.Revision}\"");
        }
    }

    public string Text => IcsWriter.Write([item], Form).TrimEnd();

    public override IEnumerable<XElement> Properties =>
        [
            Type(),
            new XElement(DavNames.GetEtag, Etag),
            new XElement(DavNames.Dav + "getcontenttype", "text/calendar"),
            .. isListed || item.Summary is null ? Array.Empty<XElement>() : [new XElement(DavNames.DisplayName, item.Summary)],
        ];

    /// <summary>The response to a report: the properties asked for, and the event itself if it is among them.</summary>
    public XElement Report(IReadOnlyList<XElement> wanted)
    {
        XElement response = Response([.. wanted.Where(property => property.Name != DavNames.CalendarData)]);
        if (wanted.FirstOrDefault(property => property.Name == DavNames.CalendarData) is not { } data)
        {
            return response;
        }

        // The text ends without its last line break.
        var text = new XElement(DavNames.CalendarData, Expanded(data).TrimEnd().Replace("\r\n", "\n", StringComparison.Ordinal));
        XElement? found = response
            .Elements(DavNames.Dav + "propstat")
            .FirstOrDefault(part => part.Element(DavNames.Dav + "status")!.Value.Contains("200", StringComparison.Ordinal));
        if (found is null)
        {
            response.Add(PropStat(200, [text]));
        }
        else
        {
            found.Element(DavNames.Dav + "prop")!.Add(text);
        }

        return response;
    }

    private IcsForm Form =>
        IcsForm.Dav with
        {
            ShowsPrivate = Call.May(home.Owner, home.Folder, 'p'),
            ZoneOfDays = Call.Directory.ZoneOf(home.Owner),
        };

    private string Expanded(XElement data) =>
        item.RecurrenceRule is not null && data.Element(DavNames.CalDav + "expand") is { } expand
            ? IcsWriter.Write(TimeRange.Of(expand).Instances(item).Select(instance => item.At(instance.Start)), Form)
            : Text;
}
