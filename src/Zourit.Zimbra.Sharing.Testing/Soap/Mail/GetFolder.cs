using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail GetFolderRequest (docs/protocol.md §3).</summary>
internal static class GetFolder
{
    public static XElement Run(SoapCall call, XElement request)
    {
        call.NamesGrantees = request.Flag("needGranteeName") ?? true;
        XElement? selector = request.Child("folder");
        (Model.Account owner, MailFolder folder) = Find(call, selector);
        var wanted = new WantedTree(
            request.Number("depth") ?? -1,
            request.Flag("tr") == true,
            request.Flag("visible") == true,
            request.Attr("view") is { } word && FolderNames.View(word) is { Length: > 0 } known ? known : null
        );
        XElement? tree = Tree(call, owner, folder, wanted, isTop: true);

        // A tree of which nothing is visible is null to the server, which does not look.
        return Xml.Response(request, tree ?? throw SoapFault.Failure("java.lang.NullPointerException"));
    }

    /// <summary>The whole tree of a mailbox, as a session starts with it: grantees without names.</summary>
    public static XElement Whole(SoapCall call, Model.Account owner)
    {
        call.NamesGrantees = false;
        return Tree(call, owner, call.Directory.MailboxOf(owner).UserRoot, WantedTree.Whole, isTop: true)!;
    }

    private static (Model.Account Owner, MailFolder Folder) Find(SoapCall call, XElement? selector)
    {
        Model.Account owner = call.Requested;
        if (selector?.Attr("uuid") is { } uuid)
        {
            return (
                owner,
                call.Mailbox.Folders.FirstOrDefault(folder => folder.Uuid == uuid)
                    ?? throw new SoapFault("mail.NO_SUCH_FOLDER", $"no such folder id: {uuid}", ("itemId", "STR", uuid))
            );
        }

        string id = selector?.Attr("l") ?? "1";
        (owner, int number) = FolderLookup.Parse(call, id);
        MailFolder start = call.Directory.MailboxOf(owner).FindById(number)
            ?? throw SoapFault.NoSuchFolder(FolderLookup.Shown(call, owner, number));
        if (selector?.Attr("path") is not { } path)
        {
            return (owner, start);
        }

        MailFolder current = start;
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                current.Link is { } link
                && call.Directory.FindAccountById(link.OwnerId) is { } other
                && call.Directory.MailboxOf(other).FindById(link.RemoteId) is { } remote
            )
            {
                (owner, current) = (other, remote);
            }

            current = current.ChildNamed(segment) ?? throw Missing(call, owner, current, path.StartsWith('/') ? path : "/" + path);
        }

        return (owner, current);
    }

    // Where a path leads nowhere the last folder on it must be readable: in somebody else's mailbox no names can be tried out.
    private static SoapFault Missing(SoapCall call, Model.Account owner, MailFolder last, string path) =>
        FolderLookup.RightsOn(call, owner, last).Contains('r', StringComparison.Ordinal)
            ? new SoapFault("mail.NO_SUCH_FOLDER", $"no such folder path: {path}", ("path", "STR", path))
            : SoapFault.Denied("you do not have sufficient permissions");

    private static XElement? Tree(SoapCall call, Model.Account owner, MailFolder folder, WantedTree wanted, bool isTop)
    {
        string? view = wanted.View;
        bool readable = FolderLookup.RightsOn(call, owner, folder).Contains('r', StringComparison.Ordinal);
        if (!readable && !wanted.Visible)
        {
            return isTop ? throw SoapFault.Denied("you do not have sufficient permissions") : null;
        }

        List<XElement> children =
            wanted.Depth == 0
                ? []
                :
                [
                    .. folder
                        .Children.OrderBy(child => child.Name, StringComparer.Ordinal)
                        .Select(child => Tree(call, owner, child, wanted with { Depth = wanted.Depth - 1 }, isTop: false))
                        .OfType<XElement>(),
                ];
        bool shown =
            view is null || folder.View == view || folder.Id == SystemFolder.Trash || (isTop && folder.View.Length == 0 && view is null);
        if (!readable || (!shown && children.Count >= 0 && view is not null))
        {
            if (children.Count == 0 && !isTop)
            {
                return null;
            }

            var placeholder = new XElement(
                "folder",
                new XAttribute("id", call.Id(owner, folder.Id)),
                folder.Parent is null ? null : new XAttribute("name", folder.Name)
            );
            placeholder.Add(children);
            return !readable && children.Count == 0 ? null : placeholder;
        }

        XElement element = FolderElement.Of(call, owner, folder, withContent: wanted.Traverse || (isTop && folder.Link is not null));
        element.Add(children);
        return element;
    }
}
