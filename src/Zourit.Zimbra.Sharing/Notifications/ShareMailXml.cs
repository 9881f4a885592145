using System.Xml;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>
/// What a share mail to an internal grantee says for programs (its XML part, protocol.md §5.3); those to guests have none.
/// </summary>
/// <param name="Notice">What it tells.</param>
/// <param name="FolderId">The folder's id in the owner's mailbox.</param>
internal sealed record ShareMailXml(ShareNotice Notice, string FolderId)
{
    /// <summary>Null when the text is no share's.</summary>
    public static ShareMailXml? Read(string xml)
    {
        try
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XElement.Load(reader);
            string? folder = root.Elements().FirstOrDefault(element => element.Name.LocalName == "link")?.Attribute("id")?.Value;
            ShareNotice? notice = (root.Name.LocalName, root.Attribute("action")?.Value) switch
            {
                ("share", "edit") => ShareNotice.Edited,
                ("share", _) => ShareNotice.Created,
                ("revoke", _) => root.Attribute("expire") is null ? ShareNotice.Revoked : ShareNotice.Expired,
                _ => null,
            };
            return folder is null || notice is null ? null : new ShareMailXml(notice.Value, folder);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
