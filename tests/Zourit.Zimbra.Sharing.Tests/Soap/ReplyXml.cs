using System.Xml;
using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>Elements of replies, from their text.</summary>
internal static class ReplyXml
{
    public static ReplyNode Node(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });
        return ReplyNode.Read(reader);
    }

    public static ResponseElement Element(string xml) => new(Node(xml));
}
