using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>Somebody else's home: a bare collection that lists the calendars the caller may read (recordings 13-60 to 13-66).</summary>
internal sealed class ForeignHome(DavCall call, Account owner) : DavResource(call, DavHref.Home(owner))
{
    public override IEnumerable<DavResource> Children(IReadOnlyList<XElement>? wanted) =>
        Call
            .Directory.MailboxOf(owner)
            .UserRoot.SelfAndDescendants()
            .Where(folder => folder.Id != 1 && Call.May(owner, folder, 'r'))
            .Select(folder => new FolderResource(Call, owner, folder));

    public override IEnumerable<XElement> Properties =>
        [
            Type(DavNames.Dav + "collection"),
            new XElement(DavNames.DisplayName),
            new XElement(DavNames.Dav + "getcontentlength", 0),
            new XElement(DavNames.GetEtag),
            new XElement(DavNames.Dav + "getlastmodified", Call.Directory.Now.ToString("r", CultureInfo.InvariantCulture)),
            new XElement(
                DavNames.Dav + "creationdate",
                Call.Directory.Now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            ),
        ];
}
