using System.ServiceModel.Channels;
using System.Text;
using System.Xml;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>The WCF binding: text, SOAP 1.2, no addressing, over the scheme of the address.</summary>
internal static class SoapBinding
{
    public static IChannelFactory<IRequestChannel> BuildFactory(Uri address, Func<HttpMessageHandler> handler, WireLimits limits)
    {
        var encoding = new TextMessageEncodingBindingElement(
            RequestMessage.Version,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        )
        {
            ReaderQuotas = new XmlDictionaryReaderQuotas
            {
                MaxDepth = limits.MaxReplyDepth,
                MaxStringContentLength = limits.MaxReplyBytes,
                MaxArrayLength = limits.MaxReplyBytes,
                MaxBytesPerRead = limits.MaxReplyBytes,
                MaxNameTableCharCount = limits.MaxReplyBytes,
            },
        };
        HttpTransportBindingElement transport =
            address.Scheme == Uri.UriSchemeHttps ? new HttpsTransportBindingElement() : new HttpTransportBindingElement();
        transport.MaxReceivedMessageSize = limits.MaxReplyBytes;
        transport.MaxBufferSize = limits.MaxReplyBytes;
        transport.AllowCookies = false;

        // WCF offers a handler of its own; ours is in its place, and the offered one would only hold resources. It asks again for each
        // HttpClient it makes.
        Func<HttpClientHandler, HttpMessageHandler> useOurs = offered =>
        {
            offered.Dispose();
            return handler();
        };
        return new CustomBinding(encoding, transport).BuildChannelFactory<IRequestChannel>(new BindingParameterCollection { useOurs });
    }
}
