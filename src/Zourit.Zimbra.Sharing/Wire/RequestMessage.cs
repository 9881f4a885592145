using System.ServiceModel;
using System.ServiceModel.Channels;
using System.Xml;

namespace Zourit.Zimbra.Sharing.Wire;

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
