using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>Finds what an address leads to. What the caller may not read is not there (A.2: 404 for both).</summary>
internal sealed class DavTree(DavCall call)
{
    private static readonly string[] Homes = ["/service/dav/home", "/dav"];

    public DavResource? Find(string rawPath)
    {
        if (rawPath is "/service/dav" or "/service/dav/")
        {
            return new RootResource(call, "/", knowsHome: rawPath == "/service/dav");
        }

        if ((Below(rawPath, "/service/dav/principals") ?? Below(rawPath, "/principals")) is { } principal)
        {
            return Principal(principal);
        }

        return Homes.Select(home => Below(rawPath, home)).FirstOrDefault(rest => rest is not null) is { } rest ? InHome(rest) : null;
    }

    /// <summary>What is behind a mountpoint, under the mountpoint's address; null where that is out of reach.</summary>
    public FolderResource? Behind(FolderResource mountpoint) =>
        call.Target(mountpoint.Folder) is { } target && call.May(target.Owner, target.Folder, 'r')
            ? new FolderResource(call, target.Owner, target.Folder, mountpoint.Href.Replace("%40", "@", StringComparison.Ordinal))
            : null;

    /// <summary>
    /// Whether a mountpoint's target is no longer shared with the caller at all: by itself it is gone then, while it stays in the listing
    /// of the home; one whose grant has only expired stays in both (recordings 13-263, 13-268).
    /// </summary>
    public bool IsWithdrawn(DavResource resource) =>
        resource is FolderResource { Folder.Link: not null } mountpoint
        && call.Target(mountpoint.Folder) is { } target
        && !call.May(target.Owner, target.Folder, 'r')
        && !target.Folder.EffectiveAcl.Grants.Exists(grant => AccessControl.Matches(call.Directory, Visitor.Of(call.Caller), grant));

    /// <summary>The folder that an item's address is in, and the item's name in it.</summary>
    public (FolderResource Folder, string Name)? Place(string rawPath)
    {
        string trimmed = rawPath.TrimEnd('/');
        int slash = trimmed.LastIndexOf('/');
        return Find(trimmed[..(slash + 1)]) is FolderResource folder ? (folder, Uri.UnescapeDataString(trimmed[(slash + 1)..])) : null;
    }

    public static string UidOf(string name) => name.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;

    private DavResource? Principal(string rest)
    {
        if (rest is "" or "/" or "/users" or "/users/")
        {
            return new RootResource(
                call,
                rest.StartsWith("/users", StringComparison.Ordinal) ? "/principals/users/" : "/principals/",
                false
            );
        }

        return
            rest.StartsWith("/users/", StringComparison.Ordinal)
            && call.Directory.FindAccount(Uri.UnescapeDataString(rest["/users/".Length..].Trim('/'))) is { } account
            ? new PrincipalResource(call, account)
            : null;
    }

    private DavResource? InHome(string rest)
    {
        if (rest is "" or "/")
        {
            return new RootResource(call, rest.Length == 0 ? "/home/" : "/dav/", knowsHome: false);
        }

        string[] segments = [.. rest.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        if (call.Directory.FindAccount(call.Directory.Complete(segments[0])) is not { } owner)
        {
            return null;
        }

        if (segments.Length == 1)
        {
            return owner == call.Caller
                ? new FolderResource(call, owner, call.Directory.MailboxOf(owner).UserRoot)
                : new ForeignHome(call, owner);
        }

        // A question mark in a name is taken for one of the address, however it is written.
        return segments.Any(segment => segment.Contains('?', StringComparison.Ordinal)) ? null : Inside(owner, segments[1..]);
    }

    private DavResource? Inside(Account owner, string[] path)
    {
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        string whole = "/" + string.Join('/', path);
        if (Readable(owner, mailbox.Find(whole)) is { } folder)
        {
            return new FolderResource(call, owner, folder);
        }

        if (
            call.Server.RenamedByDav.Find(owner, whole, call.Directory.Now) is { } id
            && Readable(owner, mailbox.FindById(id)) is { } renamed
        )
        {
            return new FolderResource(call, owner, renamed, $"/dav/{DavHref.Escape(owner.Name)}{DavHref.Escape(whole)}/");
        }

        MailFolder? home = Readable(owner, mailbox.Find("/" + string.Join('/', path[..^1])));
        if (home is null || home.Id == SystemFolder.UserRoot)
        {
            return null;
        }

        FolderResource? place = new(call, owner, home);
        place = home.Link is null ? place : Behind(place);
        if (place?.Folder.Documents.Find(one => one.Name == path[^1]) is { } document)
        {
            return new DocumentResource(place, document);
        }

        return place is not null && Item(place.Folder, UidOf(path[^1])) is { } item ? new EventResource(place, item) : null;
    }

    private static CalendarItem? Item(MailFolder folder, string uid) => folder.Items.Find(item => item.Uid == uid);

    private MailFolder? Readable(Account owner, MailFolder? folder) => folder is not null && call.May(owner, folder, 'r') ? folder : null;

    private static string? Below(string path, string root) =>
        path == root ? ""
        : path.StartsWith(root + "/", StringComparison.Ordinal) ? path[root.Length..]
        : null;
}
