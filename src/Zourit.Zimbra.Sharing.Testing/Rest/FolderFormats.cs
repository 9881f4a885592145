using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap.Json;
using Zourit.Zimbra.Sharing.Testing.Soap.Mail;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary>
/// The forms in which a folder is given out: iCalendar in all detail (docs/protocol.md §8.7), the others as far as calendars need them
/// (recordings 07-24 to 07-29).
/// </summary>
internal sealed class FolderFormats(ServerState server, FakeRequest request, RestLogin login)
{
    private readonly ZimbraDirectory _directory = server.Directory;
    private readonly IReadOnlyDictionary<string, string> _query = request.Query;

    /// <summary>A calendar; one item comes without the lines that name a calendar (recording 07-50).</summary>
    public FakeResponse Ics(RestTarget target)
    {
        (Account owner, MailFolder folder) = (target.Owner, target.Folder);
        return Ics(
            target.ShownPath,
            target.Item is { } item
                ? IcsWriter.Write(Readable(owner) ? [item] : [], Form(owner, folder))
                : IcsWriter.Write(Items(owner, folder), Form(owner, folder) with { Calendar = (folder.Name, $"{owner.Id}:{folder.Id}") })
        );
    }

    /// <summary>
    /// A page of the web client, which is not here: the recorded server had none either and answered a text (recording 07-74).
    /// </summary>
    public static FakeResponse Html(MailFolder folder) =>
        Text("text/plain;charset=utf-8", $"[placeholder for the web client page: /h/rest]\nzimbra_target_item_path={folder.Path}\n");

    public static FakeResponse Csv(MailFolder folder) =>
        Text("text/csv;charset=utf-8", "\r\n").With("Content-Disposition", $"attachment; filename=\"{folder.Name}.csv\"");

    public FakeResponse Json(Account owner, MailFolder folder) => Text("application/json", JsonReply.Write(Appointments(owner, folder)));

    public FakeResponse Xml(Account owner, MailFolder folder) =>
        Text("text/xml", Appointments(owner, folder).ToString(SaveOptions.DisableFormatting));

    public static FakeResponse Rss(MailFolder folder) =>
        Text(
            "application/rss+xml;charset=utf-8",
            "<?xml version=\"1.0\"?>\n"
                + new XElement(
                    "rss",
                    new XAttribute("version", "2.0"),
                    new XElement(
                        "channel",
                        new XElement("title", $"Zimbra {folder.Name}"),
                        new XElement("link", "http://www.zimbra.com"),
                        new XElement("description", $"Zimbra item {folder.Name} in RSS format."),
                        new XElement("generator", "Zimbra RSS Feed Servlet")
                    )
                ).ToString(SaveOptions.DisableFormatting)
        );

    public FakeResponse Atom(MailFolder folder)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        string path = request.RawPath.StartsWith("/service", StringComparison.Ordinal) ? request.RawPath : "/service" + request.RawPath;
        return Text(
            "application/atom+xml;charset=utf-8",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + new XElement(
                    atom + "feed",
                    new XElement(atom + "title", $"Zimbra {folder.Name}"),
                    new XElement(atom + "generator", "Zimbra Atom Feed Servlet"),
                    new XElement(atom + "id", $"http://{request.Header("Host")}{path}"),
                    new XElement(atom + "updated", _directory.Now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))
                ).ToString(SaveOptions.DisableFormatting)
        );
    }

    private IcsForm Form(Account owner, MailFolder folder) =>
        IcsForm.Feed with
        {
            ShowsPrivate = SeesPrivate(owner, folder),
            HasAttachments = _query.GetValueOrDefault("icalAttach") == "inline",
            ZoneOfDays = _directory.ZoneOf(owner),
        };

    private FakeResponse Ics(string path, string body)
    {
        bool attached = _query.GetValueOrDefault("noAttach") != "1";
        FakeResponse response = Text(attached ? "text/calendar;charset=utf-8" : "text/plain;charset=utf-8", body);
        return attached ? response.With("Content-Disposition", Disposition(path)) : response;
    }

    private static FakeResponse Text(string type, string body) =>
        FakeResponse.Text(200, type, body).With("Cache-Control", "no-store, no-cache");

    private XElement Appointments(Account owner, MailFolder folder) =>
        new(
            "items",
            Items(owner, folder)
                .Select(item =>
                    new AppointmentElement(
                        item,
                        id => login.Visitor.Account == owner ? id.ToString(CultureInfo.InvariantCulture) : $"{owner.Id}:{id}",
                        folder.Id
                    )
                    {
                        ShowsPrivate = SeesPrivate(owner, folder),
                    }.Appointment()
                )
        );

    private IEnumerable<CalendarItem> Items(Account owner, MailFolder folder)
    {
        DateTimeOffset? from = DateSpecifier.Parse(_query.GetValueOrDefault("start"), _directory.Now);
        DateTimeOffset? to = DateSpecifier.Parse(_query.GetValueOrDefault("end"), _directory.Now);
        return Readable(owner) && (from is null || to is null || to > from)
            ? folder.Items.Where(item => ItemSpan.Touches(item, from, to)).OrderBy(item => item.Uid, StringComparer.Ordinal)
            : [];
    }

    // The folder's own rights let the reader in; whether they see items is up to the policy (docs/protocol.md §8.6).
    private bool Readable(Account owner) =>
        login.Visitor.Account == owner
        || login.Visitor.Administers(_directory, owner)
        || AccessControl.MayReadItems(_directory, login.Visitor, owner);

    private bool SeesPrivate(Account owner, MailFolder folder) =>
        AccessControl.RightsOf(_directory, login.Visitor, owner, folder).Contains('p', StringComparison.Ordinal);

    private string Disposition(string path)
    {
        // One leading character that is no ASCII word character goes, be it a slash or an accented letter.
        string name = _query.GetValueOrDefault("filename") ?? path;
        name = name.Length > 0 && !(char.IsAsciiLetterOrDigit(name[0]) || name[0] == '_') ? name[1..] : name;
        name = name.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) ? name : name + ".ics";
        return name.All(char.IsAscii) ? $"attachment; filename=\"{name}\""
            : request.Path.EndsWith(name, StringComparison.Ordinal) ? "attachment; "
            : $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }
}
