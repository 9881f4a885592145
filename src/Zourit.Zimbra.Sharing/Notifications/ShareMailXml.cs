using System.Xml;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>
/// What a share mail to an internal grantee says for programs (its XML part, docs/protocol.md §5.3); those to guests have none.
/// </summary>
/// <param name="Notice">What it reports.</param>
/// <param name="FolderId">The folder's id in the owner's mailbox.</param>
internal sealed record ShareMailXml(ShareNotice Notice, string FolderId)
{
    // The server writes less than 2 KB. Anybody can put a mail with another text into their own Sent folder, and System.Xml takes quadratic
    // time for deeply nested declarations.
    private const int Longest = 16 * 1024;
    private const int Deepest = 8;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Longest,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Null when the text is not a share's.</summary>
    public static ShareMailXml? Read(string xml)
    {
        if (xml.Length > Longest)
        {
            return null;
        }

        try
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, Settings);
            reader.MoveToContent();
            ShareNotice? notice = (reader.LocalName, reader.GetAttribute("action")) switch
            {
                ("share", "edit") => ShareNotice.Edited,
                ("share", _) => ShareNotice.Created,
                ("revoke", _) => reader.GetAttribute("expire") is null ? ShareNotice.Revoked : ShareNotice.Expired,
                _ => null,
            };
            string? folder = null;

            // Read to the end: a text that is not well-formed was not written by the server.
            while (reader.Read())
            {
                if (reader.Depth > Deepest)
                {
                    return null;
                }

                if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "link" })
                {
                    folder ??= reader.GetAttribute("id");
                }
            }

            return folder is null || notice is null ? null : new ShareMailXml(notice.Value, folder);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
