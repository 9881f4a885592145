using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>PROPFIND: the properties of a resource, and with depth 1 those of what is in it.</summary>
internal static class PropFind
{
    public static FakeResponse Answer(DavCall call, XElement? body)
    {
        if (call.Depth == "infinity")
        {
            return DavReply.Error(403, new XElement(DavNames.Dav + "propfind-finite-depth"));
        }

        var tree = new DavTree(call);
        DavResource? resource = tree.Find(call.Request.RawPath);
        if (resource is null || tree.IsWithdrawn(resource))
        {
            return DavReply.Empty(404);
        }

        // Depth 1 on a mountpoint is answered by the owner's server; without a grant there is only the mountpoint itself.
        if (call.Depth == "1" && resource is FolderResource { Folder.Link: not null } mountpoint)
        {
            if (call.Target(mountpoint.Folder) is { } target && !DavHref.CanFollow(target.Folder))
            {
                return DavReply.Empty(404);
            }

            resource = tree.Behind(mountpoint) ?? mountpoint;
        }

        List<XElement>? wanted = body?.Element(DavNames.Dav + "prop")?.Elements().ToList();
        IEnumerable<DavResource> shown = call.Depth == "1" ? resource.Children(wanted).Prepend(resource) : [resource];
        return DavReply.MultiStatus(
            body?.Element(DavNames.Dav + "propname") is not null
                ? shown.Select(one => DavResource.Response(one.Href))
                : shown.Select(one => one.Response(wanted))
        );
    }
}
