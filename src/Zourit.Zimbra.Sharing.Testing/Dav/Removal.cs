using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>
/// DELETE. Of an event, whatever <c>If-Match</c> says. Of somebody else's calendar, for good, where the right <c>d</c> is granted; of a
/// mountpoint never (A.4).
/// </summary>
internal static class Removal
{
    public static FakeResponse Answer(DavCall call)
    {
        var tree = new DavTree(call);
        return tree.Find(call.Request.RawPath) switch
        {
            DocumentResource => DavReply.Empty(403),
            FolderResource folder => DavReply.Empty(Remove(call, folder)),
            EventResource => DavReply.Empty(RemoveEvent(call, tree)),
            _ => DavReply.Empty(404),
        };
    }

    private static int Remove(DavCall call, FolderResource resource)
    {
        MailFolder folder = resource.Folder;
        if (folder.Link is not null || (call.Caller.IsVirtual && resource.Owner == call.Caller))
        {
            return 403;
        }

        if (!call.May(resource.Owner, folder, 'd') || folder.IsSystem)
        {
            return 404;
        }

        folder.Parent!.Children.Remove(folder);
        call.Directory.MailboxOf(resource.Owner).Touch();
        call.Directory.MailboxOf(resource.Owner).Forget();
        call.Server.Published.Changed(resource.Owner, folder);
        return 204;
    }

    private static int RemoveEvent(DavCall call, DavTree tree)
    {
        (FolderResource place, string name) = tree.Place(call.Request.RawPath)!.Value;
        place = place.Folder.Link is null ? place : tree.Behind(place)!;
        CalendarItem item = place.Folder.Items.Find(candidate => candidate.Uid == DavTree.UidOf(name))!;
        string rights = call.RightsOn(place.Owner, place.Folder);
        if (!rights.Contains('d', StringComparison.Ordinal) || (item.IsPrivate && !rights.Contains('p', StringComparison.Ordinal)))
        {
            return 403;
        }

        Mailbox mailbox = call.Directory.MailboxOf(place.Owner);
        mailbox.Move(place.Folder, item, mailbox.FindById(SystemFolder.Trash));
        return 204;
    }
}
