using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>
/// What was put into a calendar by an account without the calendar feature: a document that hides the event of its name from whoever asks
/// for that by its address.
/// </summary>
internal sealed class DocumentResource(FolderResource home, StoredDocument document)
    : DavResource(home.Call, home.Href + DavHref.Escape(document.Name))
{
    public string Etag => string.Create(CultureInfo.InvariantCulture, $"\"{document.Revision}-{document.Revision}\"");

    public string Text => Encoding.UTF8.GetString(document.Content);

    public override IEnumerable<XElement> Properties =>
        [
            Type(),
            new XElement(DavNames.DisplayName, document.Name),
            new XElement(DavNames.GetEtag, Etag),
            new XElement(DavNames.Dav + "getcontenttype", "text/calendar"),
            new XElement(DavNames.Dav + "getcontentlength", document.Content.Length),
        ];
}
