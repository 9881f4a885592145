using System.Globalization;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>The folder that every home seems to have besides its own (recording 13-56).</summary>
internal sealed class AttachmentsResource(DavCall call) : DavResource(call, DavHref.Home(call.Caller) + "attachments/")
{
    public override IEnumerable<XElement> Properties =>
        [
            Type(DavNames.Dav + "collection"),
            new XElement(DavNames.DisplayName, "attachments"),
            new XElement(DavNames.Dav + "getcontentlength", 0),
            new XElement(DavNames.GetEtag),
            new XElement(DavNames.Dav + "getlastmodified", Call.Directory.Now.ToString("r", CultureInfo.InvariantCulture)),
            new XElement(
                DavNames.Dav + "creationdate",
                Call.Directory.Now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            ),
        ];
}
