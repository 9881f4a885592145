using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Hosting;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary><c>/home/{account}/{path}</c>: reading and filling folders over REST, with the status table of protocol.md §8.5.</summary>
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
        switch (request.Method)
        {
            case "OPTIONS":
                return new FakeResponse(200, null, []).With("Allow", "GET, HEAD, POST, PUT, TRACE, OPTIONS");
            case "DELETE":
                return new FakeResponse(405, null, []);
            case not ("GET" or "HEAD" or "POST"):
                return FakeResponse.Error(501, $"HTTP method {request.Method} is not modelled by this fake");
            default:
                break;
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

        if (_query.TryGetValue("name", out string? more))
        {
            path = $"{path.TrimEnd('/')}/{more}";
        }

        Account? owner = Owner(name, login);
        string? format = _query.TryGetValue("fmt", out string? word) && Formats.Contains(word) ? word : null;
        return format is "ifb" or "freebusy" || (format is null && path.EndsWith(".ifb", StringComparison.OrdinalIgnoreCase))
            ? new FreeBusyFormat(server, request).Answer(owner, name, format, login)
            : Item(owner, path, format, login);
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

    private FakeResponse Item(Account? owner, string path, string? format, RestLogin login)
    {
        if (owner is null || (owner.Mailbox is null && login.Visitor.Account != owner) || (_directory.StatusOf(owner) != "active" && !login.Visitor.IsAdmin))
        {
            return login.NotFound();
        }

        Target target = Follow(owner, Find(owner, path, format));
        if (target.Folder is not { } folder || !AccessControl.RightsOf(_directory, login.Visitor, target.Owner, folder).Contains('r', StringComparison.Ordinal))
        {
            return login.NotFound();
        }

        string? known = format ?? (target.Suffix is { } suffix && Formats.Contains(suffix.ToLowerInvariant()) ? suffix.ToLowerInvariant() : null)
            ?? folder.View switch { "appointment" or "task" => "ics", "contact" => "csv", "document" => "html", _ => null };
        if (request.Method == "POST")
        {
            return known == "ics" ? IcsPost.Answer(server, request, target.Owner, folder, login) : FakeResponse.Error(501, "unsupported format");
        }

        var formats = new FolderFormats(server, request, login);
        return known switch
        {
            "ics" when target.Item is { } item => formats.IcsOfItem(target.Owner, folder, item),
            "ics" => formats.Ics(target.Owner, folder),
            "html" => FolderFormats.Html(folder),
            "csv" => FolderFormats.Csv(folder),
            "json" => formats.Json(target.Owner, folder),
            "xml" => formats.Xml(target.Owner, folder),
            "rss" => FolderFormats.Rss(folder),
            "atom" => formats.Atom(folder),
            _ => FakeResponse.Error(501, "unsupported format"),
        };
    }

    // The full path first; only without a known fmt is the last suffix dropped and tried as a format.
    private Target Find(Account owner, string path, string? format)
    {
        Mailbox mailbox = _directory.MailboxOf(owner);
        if (_query.TryGetValue("id", out string? id))
        {
            int number = int.Parse(id.Split(':')[^1], CultureInfo.InvariantCulture);
            MailFolder? home = mailbox.Folders.FirstOrDefault(folder => folder.Id == number || folder.Items.Exists(item => item.Id == number));
            return new Target(owner, home, Item: home?.Items.Find(item => item.Id == number));
        }

        if (mailbox.Find(path) is { } exact)
        {
            return new Target(owner, exact);
        }

        int dot = path.LastIndexOf('.');
        return format is null && dot > path.LastIndexOf('/') ? new Target(owner, mailbox.Find(path[..dot]), path[(dot + 1)..]) : new Target(owner, null);
    }

    private Target Follow(Account owner, Target target) =>
        target.Folder?.Link is { } link && _directory.FindAccountById(link.OwnerId) is { } other
            ? target with { Owner = other, Folder = _directory.MailboxOf(other).Find(link.RemoteId) }
            : target with { Owner = owner };

    /// <summary>What a path or an id leads to.</summary>
    private sealed record Target(Account Owner, MailFolder? Folder, string? Suffix = null, CalendarItem? Item = null);
}
