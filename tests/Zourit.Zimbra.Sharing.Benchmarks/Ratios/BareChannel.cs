using System.ServiceModel;
using System.ServiceModel.Channels;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Benchmarks.Ratios;

/// <summary>WCF's request channel by itself, with nothing of the library: writes the same message, reads the reply's body as XML.</summary>
internal sealed class BareChannel(IRequestChannel channel, XElement context, XElement request)
{
    private static readonly MessageVersion Version = MessageVersion.CreateVersion(EnvelopeVersion.Soap12, AddressingVersion.None);

    public static async Task<BareChannel> OpenAsync(Uri address, HttpMessageHandler handler, byte[] sameBytes)
    {
        var binding = new CustomBinding(
            new TextMessageEncodingBindingElement(Version, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
            new HttpTransportBindingElement { AllowCookies = false }
        );
        Func<HttpClientHandler, HttpMessageHandler> handlers = offered =>
        {
            offered.Dispose();
            return handler;
        };
        IChannelFactory<IRequestChannel> factory = binding.BuildChannelFactory<IRequestChannel>(
            new BindingParameterCollection { handlers }
        );
        await Task.Factory.FromAsync(factory.BeginOpen, factory.EndOpen, null);
        IRequestChannel channel = factory.CreateChannel(new EndpointAddress(address));
        await Task.Factory.FromAsync(channel.BeginOpen, channel.EndOpen, null);
        using var stream = new MemoryStream(sameBytes);
        XElement envelope = XDocument.Load(stream).Root!;
        XNamespace soap = envelope.Name.Namespace;
        return new BareChannel(
            channel,
            envelope.Element(soap + "Header")!.Elements().Single(),
            envelope.Element(soap + "Body")!.Elements().Single()
        );
    }

    public async Task SendAsync()
    {
        using var message = Message.CreateMessage(Version, null, new Body(request));
        message.Headers.Add(new Header(context));
        using Message reply = await Task.Factory.FromAsync(channel.BeginRequest, channel.EndRequest, message, null);
        var body = (XElement)XNode.ReadFrom(reply.GetReaderAtBodyContents());
        if (body.Name.LocalName != "FolderActionResponse")
        {
            throw new InvalidOperationException($"The stub answered {body.Name}.");
        }
    }

    private static void WriteContent(XmlDictionaryWriter writer, XElement element)
    {
        foreach (XAttribute attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            writer.WriteAttributeString(attribute.Name.LocalName, attribute.Value);
        }

        foreach (XNode node in element.Nodes())
        {
            if (node is XElement child)
            {
                writer.WriteStartElement(null, child.Name.LocalName, child.Name.NamespaceName);
                WriteContent(writer, child);
                writer.WriteEndElement();
            }
            else
            {
                writer.WriteString(((XText)node).Value);
            }
        }
    }

    private sealed class Header(XElement context) : MessageHeader
    {
        public override string Name => context.Name.LocalName;

        public override string Namespace => context.Name.NamespaceName;

        protected override void OnWriteHeaderContents(XmlDictionaryWriter writer, MessageVersion messageVersion) =>
            WriteContent(writer, context);
    }

    private sealed class Body(XElement request) : BodyWriter(isBuffered: true)
    {
        protected override void OnWriteBodyContents(XmlDictionaryWriter writer)
        {
            writer.WriteStartElement(null, request.Name.LocalName, request.Name.NamespaceName);
            WriteContent(writer, request);
            writer.WriteEndElement();
        }
    }
}
