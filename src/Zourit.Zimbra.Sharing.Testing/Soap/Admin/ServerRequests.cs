using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin requests about the server itself: version, ping, health, caches.</summary>
internal static class ServerRequests
{
    public static XElement Version(SoapCall call, XElement request) =>
        Xml.Response(
            request,
            new XElement(
                "info",
                new XAttribute("version", "10.1.0_GA_0000.FOSS"),
                new XAttribute("release", "20241024000000"),
                new XAttribute("buildDate", "20241024-0000"),
                new XAttribute("host", "localhost"),
                new XAttribute("type", "FOSS"),
                new XAttribute("platform", "unknown"),
                new XAttribute("majorversion", "10"),
                new XAttribute("minorversion", "1"),
                new XAttribute("microversion", "0")
            )
        );

    public static XElement Health(SoapCall call, XElement request) => Xml.Response(request, new XAttribute("healthy", "1"));

    /// <summary>FlushCache: of all caches the model has that of administrators' rights only (<c>type="acl"</c>).</summary>
    public static XElement Flush(SoapCall call, XElement request)
    {
        call.Authority.Require("flushCache", AdminTarget.Server(call.Directory));
        if ((request.Child("cache")?.Attr("type") ?? "").Split(',').Contains("acl"))
        {
            call.Directory.SearchRights.Flush();
        }

        return Xml.Response(request);
    }

    /// <summary>Ping.</summary>
    public static XElement Nothing(SoapCall call, XElement request) => Xml.Response(request);
}
