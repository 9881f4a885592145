using System.Text;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Hosting;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary><c>/home/{account}/{path}</c>: reading folders over REST, with the status table of protocol.md §8.5.</summary>
internal sealed class UserServlet(FakeServer server, FakeRequest request)
{
    private static readonly string[] Roots = ["/service/home", "/service/user", "/home", "/user"];

    private static readonly string[] Formats =
    [
        "atom", "cf", "csv", "ldif", "netscapeldif", "freebusy", "html", "native", "onlyoffice", "ics", "ifb", "json", "rss", "sync", "tar", "tgz", "vcf", "xml", "zip", "opatch", "mobileconfig",
    ];

    private readonly ZimbraDirectory _directory = server.Directory;
    private readonly IReadOnlyDictionary<string, string> _query = request.Query;

    public static bool Serves(string rawPath) => Roots.Any(root => rawPath == root || rawPath.StartsWith(root + "/", StringComparison.Ordinal));

    public FakeResponse Handle()
    {
        if (request.Method == "OPTIONS")
        {
            return new FakeResponse(200, null, []).With("Allow", "GET,HEAD,POST,PUT,OPTIONS");
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            return FakeResponse.Error(405, $"HTTP method {request.Method} is not supported by this URL");
        }

        string raw = request.RawPath;
        string rest = raw[Roots.First(root => raw == root || raw.StartsWith(root + "/", StringComparison.Ordinal)).Length..].TrimStart('/');
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string name = Uri.UnescapeDataString(slash < 0 ? rest : rest[..slash]).ToLowerInvariant();
        string path = Uri.UnescapeDataString(slash < 0 ? "" : rest[slash..]);
        if (name.Length == 0 || (_query.TryGetValue("id", out string? id) && !int.TryParse(id.Split(':')[^1], out _)))
        {
            return FakeResponse.Error(400, "invalid request");
        }

        RestLogin login = RestLogin.Of(server, request, _query);
        if (login.Refused is { } refused)
        {
            return refused;
        }

        Account? owner = Owner(name, login);
        if (_query.TryGetValue("name", out string? more))
        {
            path = $"{path.TrimEnd('/')}/{more}";
        }

        string? format = _query.TryGetValue("fmt", out string? word) && Formats.Contains(word) ? word : null;
        return format is "ifb" or "freebusy" || (format is null && path.EndsWith(".ifb", StringComparison.OrdinalIgnoreCase))
            ? FreeBusy(owner, name, format, login)
            : Folder(owner, path, format, login);
    }

    private Account? Owner(string name, RestLogin login)
    {
        if (name == "~")
        {
            return login.Visitor.Account;
        }

        string bare = name.TrimStart('~');
        return _directory.FindAccount(bare.Contains('@', StringComparison.Ordinal) ? bare : $"{bare}@{_directory.Config["zimbraDefaultDomainName"]}");
    }

    private FakeResponse Folder(Account? owner, string path, string? format, RestLogin login)
    {
        if (owner is null || (owner.Mailbox is null && login.Visitor.Account != owner) || (_directory.StatusOf(owner) != "active" && !login.Visitor.IsAdmin))
        {
            return login.NotFound();
        }

        (MailFolder? folder, string? suffix) = Find(owner, path, format);
        (Account realOwner, folder) = Follow(owner, folder);
        if (folder is null || !AccessControl.RightsOf(_directory, login.Visitor, realOwner, folder).Contains('r', StringComparison.Ordinal))
        {
            return login.NotFound();
        }

        string? known = format ?? (suffix is not null && Formats.Contains(suffix.ToLowerInvariant()) ? suffix.ToLowerInvariant() : null)
            ?? folder.View switch { "appointment" or "task" => "ics", "contact" => "csv", "document" => "html", _ => null };
        return known switch
        {
            "ics" => Ics(realOwner, folder, login),
            "html" => FakeResponse.Text(200, "text/html;charset=utf-8", $"<html><body><h1>{System.Net.WebUtility.HtmlEncode(folder.Name)}</h1></body></html>"),
            "csv" => FakeResponse.Text(200, "text/csv;charset=utf-8", ""),
            "json" => FakeResponse.Text(200, "application/json;charset=utf-8", "{}"),
            "xml" => FakeResponse.Text(200, "text/xml;charset=utf-8", "<items/>"),
            "rss" => FakeResponse.Text(200, "application/rss+xml;charset=utf-8", "<rss version=\"2.0\"/>"),
            "atom" => FakeResponse.Text(200, "application/atom+xml;charset=utf-8", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>"),
            _ => FakeResponse.Error(501, "unsupported format"),
        };
    }

    // The full path first; only without a known fmt is the last suffix dropped and tried as a format.
    private (MailFolder? Folder, string? Suffix) Find(Account owner, string path, string? format)
    {
        Mailbox mailbox = _directory.MailboxOf(owner);
        if (_query.TryGetValue("id", out string? id))
        {
            return (mailbox.Find(int.Parse(id.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture)), null);
        }

        if (Lookup(mailbox, path) is { } exact)
        {
            return (exact, null);
        }

        int dot = path.LastIndexOf('.');
        return format is null && dot > path.LastIndexOf('/') ? (Lookup(mailbox, path[..dot]), path[(dot + 1)..]) : (null, null);
    }

    private static MailFolder? Lookup(Mailbox mailbox, string path) => mailbox.Find(path);

    private (Account Owner, MailFolder? Folder) Follow(Account owner, MailFolder? folder) =>
        folder?.Link is { } link && _directory.FindAccountById(link.OwnerId) is { } other ? (other, _directory.MailboxOf(other).Find(link.RemoteId)) : (owner, folder);

    private FakeResponse Ics(Account owner, MailFolder folder, RestLogin login)
    {
        DateTimeOffset? from = DateSpecifier.Parse(_query.GetValueOrDefault("start"), _directory.Now);
        DateTimeOffset? to = DateSpecifier.Parse(_query.GetValueOrDefault("end"), _directory.Now);
        string rights = AccessControl.RightsOf(_directory, login.Visitor, owner, folder);
        bool readable = login.Visitor.Account == owner || AccessControl.MayReadItems(_directory, login.Visitor, owner);
        IEnumerable<CalendarItem> items = readable && (from is null || to is null || to > from) ? folder.Items.Where(item => Overlaps(item, from, to)) : [];
        string body = IcsWriter.Write(folder.Name, $"{owner.Id}:{folder.Id}", items, rights.Contains('p', StringComparison.Ordinal));
        FakeResponse response = FakeResponse.Text(200, _query.ContainsKey("noAttach") ? "text/plain;charset=utf-8" : "text/calendar;charset=utf-8", body)
            .With("Cache-Control", "no-store, no-cache");
        return _query.ContainsKey("noAttach") ? response : response.With("Content-Disposition", Disposition(folder));
    }

    private static bool Overlaps(CalendarItem item, DateTimeOffset? from, DateTimeOffset? to)
    {
        (DateTimeOffset start, DateTimeOffset end) = ItemSpan.Of(item);
        return (from is null || end > from) && (to is null || start < to);
    }

    private string Disposition(MailFolder folder)
    {
        string path = folder.Path.TrimStart('/');
        string name = _query.GetValueOrDefault("filename") ?? TrimStart(path);
        name = name.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) ? name : name + ".ics";
        return name.All(char.IsAscii) ? $"attachment; filename=\"{name}\""
            : request.Path.EndsWith(name, StringComparison.Ordinal) ? "attachment; "
            : $"attachment; filename*=UTF-8''{PublicAddress.Escape(name)}";
    }

    private static string TrimStart(string path) => new([.. path.SkipWhile(c => !(char.IsAsciiLetterOrDigit(c) || c == '_'))]);

    private FakeResponse FreeBusy(Account? owner, string name, string? format, RestLogin login)
    {
        if (owner is null && format is null)
        {
            return login.NotFound();
        }

        DateTimeOffset from = DateSpecifier.Parse(_query.GetValueOrDefault("start"), _directory.Now) ?? _directory.Now.AddDays(-31);
        DateTimeOffset to = DateSpecifier.Parse(_query.GetValueOrDefault("end"), _directory.Now) ?? _directory.Now.AddDays(62);
        if (to - from > TimeSpan.FromDays(366))
        {
            return FakeResponse.Error(400, "date range too large");
        }

        var text = new IcsText();
        foreach (string line in new[] { "BEGIN:VCALENDAR", "PRODID:Zimbra-Calendar-Provider", "VERSION:2.0", "METHOD:PUBLISH", "BEGIN:VFREEBUSY", $"ORGANIZER:mailto:{owner?.Name ?? name}", $"DTSTAMP:{Utc(_directory.Now)}", $"DTSTART:{Utc(from)}", $"DTEND:{Utc(to)}", $"URL:{PublicAddress.Base(_directory, owner ?? new Account(name.Contains('@', StringComparison.Ordinal) ? name : name + "@x", ""), server.UserUri)}{request.RawTarget}" })
        {
            text.Line(line);
        }

        IEnumerable<CalendarItem> items = owner?.Mailbox?.Folders.Where(folder => !folder.Flags.Contains('b', StringComparison.Ordinal)).SelectMany(folder => folder.Items) ?? [];
        foreach (CalendarItem item in items.Where(item => item.Transparency == "OPAQUE" && Overlaps(item, from, to)))
        {
            (DateTimeOffset start, DateTimeOffset end) = (ItemSpan.Moment(item, item.Start), ItemSpan.Moment(item, item.End));
            text.Line($"FREEBUSY;FBTYPE=BUSY:{Utc(start)}/{Utc(end)}");
        }

        text.Line("END:VFREEBUSY");
        text.Line("END:VCALENDAR");
        return new FakeResponse(200, format == "freebusy" ? "text/html;charset=utf-8" : "text/calendar;charset=utf-8", Encoding.UTF8.GetBytes(text.ToString())).With("Cache-Control", "no-store, no-cache");
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
