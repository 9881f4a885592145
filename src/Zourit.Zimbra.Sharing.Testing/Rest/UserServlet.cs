using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary><c>/home/{account}/{path}</c>: reading and filling folders over REST, with the status table of docs/protocol.md §8.5.</summary>
internal sealed class UserServlet(ServerState server, FakeRequest request)
{
    private static readonly string[] Roots = ["/service/home", "/service/user", "/home", "/user"];

    private readonly ZimbraDirectory _directory = server.Directory;
    private readonly IReadOnlyDictionary<string, string> _query = request.Query;

    /// <summary>The server does not tell one from the other.</summary>
    private bool IsWriting => request.Method is "POST" or "PUT";

    public static bool Serves(string rawPath) =>
        Roots.Any(root => rawPath == root || rawPath.StartsWith(root + "/", StringComparison.Ordinal));

    public FakeResponse Handle()
    {
        switch (request.Method)
        {
            case "OPTIONS":
                return new FakeResponse(200, null, []).With("Allow", "GET, HEAD, POST, PUT, TRACE, OPTIONS");
            case "DELETE":
                return new FakeResponse(405, null, []);
            case not ("GET" or "HEAD" or "POST" or "PUT"):
                return FakeResponse.Error(501, $"HTTP method {request.Method} is not modelled by this fake");
            default:
                break;
        }

        string raw = request.RawPath;
        string rest = raw[
            Math.Min(raw.Length, Roots.First(root => raw == root || raw.StartsWith(root + "/", StringComparison.Ordinal)).Length + 1)..
        ];
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string name = Uri.UnescapeDataString(slash < 0 ? rest : rest[..slash]).ToLowerInvariant();
        string path = Uri.UnescapeDataString(slash < 0 ? "" : rest[(slash + 1)..]);
        if (_query.TryGetValue("name", out string? more))
        {
            path = $"{path.TrimEnd('/')}/{more}".TrimStart('/');
        }

        if ((name.Length == 0 && path.Length == 0) || BadParameter() is not null)
        {
            return FakeResponse.Error(400, BadParameter() ?? "invalid request: URL does not contain an account");
        }

        RestLogin login = RestLogin.Of(server, request, _query);
        if (login.Refused is { } refused)
        {
            return refused;
        }

        // A word that is no format is no fmt at all, so the suffix rule is active again.
        string? format = _query.TryGetValue("fmt", out string? word) && RestFormats.IsKnown(word) ? word : null;
        Account? owner = Owner(name, login);
        if (owner is not null && IsClosedTo(owner, login.Visitor))
        {
            return login.NotFound();
        }

        if (format is "ifb" or "freebusy" || (format is null && path.EndsWith(".ifb", StringComparison.OrdinalIgnoreCase)))
        {
            return owner is null && format is null
                ? login.NotFound()
                : new FreeBusyFormat(server, request, login.Visitor).Answer(owner, owner?.Name ?? _directory.Complete(name), format);
        }

        return name == "~" && owner is null ? login.Unauthorized() : Target(owner, path, format, login);
    }

    private MailFolder? FolderAbove(Account owner, string path) =>
        RestTarget.ByPath(_directory, owner, path[..Math.Max(0, path.TrimEnd('/').LastIndexOf('/'))], suffixes: false)?.Folder;

    private static FakeResponse Show(RestTarget target, string? format, FolderFormats formats) =>
        format switch
        {
            "ics" => formats.Ics(target),
            "html" => FolderFormats.Html(target.Folder),
            "csv" => FolderFormats.Csv(target.Folder),
            "json" => formats.Json(target.Owner, target.Folder),
            "xml" => formats.Xml(target.Owner, target.Folder),
            "rss" => FolderFormats.Rss(target.Folder),
            "atom" => formats.Atom(target.Folder),
            _ => FakeResponse.Error(501, "invalid request: unsupported format"),
        };

    private string? BadParameter()
    {
        bool bad =
            (_query.TryGetValue("id", out string? id) && !RestTarget.TryNumber(id, out _))
            || (_query.TryGetValue("imap_id", out string? imap) && !int.TryParse(imap, out _));
        return bad ? $"invalid request: malformed item ID: {id}" : null;
    }

    /// <summary>Nobody reads of an account in maintenance, administrators alone of one that is not active.</summary>
    private bool IsClosedTo(Account owner, Visitor visitor) =>
        _directory.StatusOf(owner) switch
        {
            "active" => false,
            "maintenance" => true,
            _ => !visitor.Administers(_directory, owner),
        };

    private Account? Owner(string name, RestLogin login) =>
        name == "~" ? login.Visitor.Account : _directory.FindAccount(_directory.Complete(name.TrimStart('~')));

    private FakeResponse Target(Account? owner, string path, string? format, RestLogin login)
    {
        // An id may name another account than the path does.
        string? id = _query.GetValueOrDefault("id");
        if (id?.Split(':') is [var ownerId, _])
        {
            owner = _directory.FindAccountById(ownerId);
        }

        // Only an account's own visit makes its mailbox.
        if (owner is null || (owner.Mailbox is null && login.Visitor.Account != owner) || IsClosedTo(owner, login.Visitor))
        {
            return login.NotFound();
        }

        RestTarget? target = id is null
            ? RestTarget.ByPath(_directory, owner, path, suffixes: format is null && !IsWriting)
            : RestTarget.ById(_directory, owner, id);
        if (target is null && IsWriting && FolderAbove(owner, path) is { Id: not SystemFolder.UserRoot })
        {
            return FakeResponse.Error(501, "files within folders are not modelled by this fake");
        }

        if (
            target is null
            || _directory.StatusOf(target.Owner) != "active"
            || !AccessControl.RightsOf(_directory, login.Visitor, target.Owner, target.Folder).Contains('r', StringComparison.Ordinal)
        )
        {
            return login.NotFound();
        }

        // A mountpoint that is left when its owner's account is gone leads nowhere.
        if (target.Folder.Link is not null)
        {
            return FakeResponse.Error(400, "no such account");
        }

        string? known = format ?? target.Suffix ?? RestFormats.DefaultOf(target.Folder.View);
        return IsWriting
            ? known == "ics"
                ? IcsPost.Answer(server, request, target.Owner, target.Folder, login)
                : FakeResponse.Error(501, "invalid request: unsupported format")
            : Show(target, known, new FolderFormats(server, request, login));
    }
}
