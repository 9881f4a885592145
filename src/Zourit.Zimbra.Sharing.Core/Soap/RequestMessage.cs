using System.ServiceModel;
using System.ServiceModel.Channels;
using System.Xml;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>Builds the SOAP 1.2 message of a request. A message is single-use, so each attempt builds its own.</summary>
internal static class RequestMessage
{
    public static MessageVersion Version { get; } = MessageVersion.CreateVersion(EnvelopeVersion.Soap12, AddressingVersion.None);

    public static Message Create(IRequestBody request, ContextHeader header)
    {
        Message message = Message.CreateMessage(Version, null, new Body(request));
        message.Headers.Add(header);
        return message;
    }

    /// <summary>
    /// Writes a request to nowhere: refuses what cannot be written before anything is sent, and tells which of its texts are secrets.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="secrets">Takes the secrets; null for not.</param>
    /// <exception cref="ArgumentException">A text holds a character that XML cannot carry.</exception>
    public static void WriteNowhere(IRequestBody request, ICollection<Secret>? secrets = null)
    {
        using var nowhere = XmlDictionaryWriter.CreateTextWriter(Stream.Null);
        nowhere.WriteStartElement(request.Name, request.Namespace);
        request.WriteContent(new RequestWriter(nowhere, request.Name, request.Namespace, secrets));
        nowhere.WriteEndElement();
    }

    private sealed class Body(IRequestBody request) : BodyWriter(isBuffered: true)
    {
        protected override void OnWriteBodyContents(XmlDictionaryWriter writer)
        {
            writer.WriteStartElement(null, request.Name, request.Namespace);
            request.WriteContent(new RequestWriter(writer, request.Name, request.Namespace));
            writer.WriteEndElement();
        }
    }
}
