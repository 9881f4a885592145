using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>MKCALENDAR and MKCOL: accounts make calendars and folders of their own, guests none (recordings 13-157 to 13-159).</summary>
internal static class NewCollection
{
    public static FakeResponse Answer(DavCall call)
    {
        if (new DavTree(call).Place(call.Request.RawPath) is not ({ } place, { } name) || place.Owner != call.Caller)
        {
            return DavReply.Empty(404);
        }

        if (call.Caller.IsVirtual)
        {
            return DavReply.Empty(403);
        }

        if (place.Folder.Children.Exists(child => string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return DavReply.Empty(405);
        }

        Mailbox mailbox = call.Directory.MailboxOf(place.Owner);
        mailbox.AddFolder(name, place.Folder, call.Request.Method == "MKCALENDAR" ? "appointment" : place.Folder.View);
        return DavReply.Empty(201);
    }
}
