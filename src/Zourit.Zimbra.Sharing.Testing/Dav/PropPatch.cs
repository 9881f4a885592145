using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>
/// PROPPATCH: a new display name renames the folder, which the right <c>w</c> on somebody else's calendar is enough for (A.4); the colour
/// of a mountpoint is its owner's own.
/// </summary>
internal static class PropPatch
{
    public static FakeResponse Answer(DavCall call, XElement? body)
    {
        DavResource? resource = new DavTree(call).Find(call.Request.RawPath);
        if (resource is null)
        {
            return DavReply.Empty(404);
        }

        List<XElement> wanted = [.. body?.Elements().Elements(DavNames.Dav + "prop").Elements() ?? []];
        bool allowed = resource is FolderResource folder && call.May(folder.Owner, folder.Folder, 'w');
        List<XElement> done = [.. wanted.Where(property => allowed && Set((FolderResource)resource, property))];
        return DavReply.MultiStatus([
            DavResource.Response(
                resource.Href,
                DavResource.PropStat(200, done.Select(property => new XElement(property.Name))),
                DavResource.PropStat(424, wanted.Except(done).Select(property => new XElement(property.Name)))
            ),
        ]);
    }

    private static bool Set(FolderResource resource, XElement property)
    {
        MailFolder folder = resource.Folder;
        if (property.Name == DavNames.CalendarColor)
        {
            folder.Rgb = FolderColour.Stored(property.Value.Trim());
        }
        else if (property.Name == DavNames.DisplayName)
        {
            bool isTaken = folder.Parent!.Children.Exists(child =>
                child != folder && string.Equals(child.Name, property.Value, StringComparison.OrdinalIgnoreCase)
            );
            if (folder.IsSystem || isTaken || property.Value.Contains('/', StringComparison.Ordinal))
            {
                return false;
            }

            DavCall call = resource.Call;
            call.Server.RenamedByDav.Add(resource.Owner, folder.Path, folder.Id, call.Directory.Now);
            folder.Name = property.Value;
            call.Server.Published.Changed(resource.Owner, folder);
        }
        else
        {
            return false;
        }

        resource.Call.Directory.MailboxOf(resource.Owner).Touch(folder);
        return true;
    }
}
