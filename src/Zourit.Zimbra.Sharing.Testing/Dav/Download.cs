using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>GET and HEAD: an event as iCalendar; of a collection all its properties as XML (recordings 13-142, 13-148).</summary>
internal static class Download
{
    public static FakeResponse Answer(DavCall call)
    {
        var tree = new DavTree(call);
        DavResource? resource = tree.Find(call.Request.RawPath);
        bool isBehind = false;
        if (resource is FolderResource { Folder.Link: not null } mountpoint)
        {
            (resource, isBehind) = (tree.Behind(mountpoint), true);
        }
        else if (resource is EventResource or DocumentResource)
        {
            isBehind = tree.Place(call.Request.RawPath)?.Folder.Folder.Link is not null;
        }

        (FakeResponse Answer, string? Etag)? found = resource switch
        {
            EventResource calendarEvent => (FakeResponse.Text(200, "text/calendar; charset=utf-8", calendarEvent.Text), calendarEvent.Etag),
            DocumentResource document => (FakeResponse.Text(200, "text/calendar; charset=utf-8", document.Text), document.Etag),
            FolderResource folder => (Properties(folder, isBehind), folder.Etag),
            _ => null,
        };
        if (found is not { } given)
        {
            return DavReply.Empty(404);
        }

        FakeResponse answer = given.Answer.With("ETag", given.Etag!);
        if (!isBehind)
        {
            answer = answer.With("X-Zimbra-ETag", given.Etag!);
        }

        return isBehind || call.Request.Method == "HEAD" ? answer : answer.With("Content-Disposition", "attachment");
    }

    private static FakeResponse Properties(FolderResource folder, bool isBehind)
    {
        FolderResource shown = isBehind ? new FolderResource(folder.Call, folder.Owner, folder.Folder) : folder;
        return FakeResponse.Text(
            200,
            "text/xml;charset=utf-8",
            new XElement(
                DavNames.Dav + "prop",
                new XAttribute(XNamespace.Xmlns + "D", DavNames.Dav),
                shown.Properties.Concat(CollectionConstants.Of(shown))
            ).ToString()
        );
    }
}
