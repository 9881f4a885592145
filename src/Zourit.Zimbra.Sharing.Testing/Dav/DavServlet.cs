using System.Xml;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>
/// CalDAV: the owner's path and the mountpoint's path over the one store, and the addresses of discovery (docs/protocol.md §A).
/// </summary>
internal static class DavServlet
{
    private const string WellKnown = "/.well-known/";
    private static readonly string[] Roots = ["/dav", "/principals", "/service/dav"];

    public static bool Serves(FakeRequest request) =>
        Roots.Any(root => request.RawPath == root || request.RawPath.StartsWith(root + "/", StringComparison.Ordinal))
        || request.RawPath.StartsWith(WellKnown, StringComparison.Ordinal)
        || (request.RawPath == "/" && request.Method == "PROPFIND");

    public static FakeResponse Handle(ServerState server, FakeRequest request)
    {
        if (request.RawPath == "/")
        {
            return DavReply.Empty(404);
        }

        if (request.RawPath.StartsWith(WellKnown, StringComparison.Ordinal))
        {
            return request.RawPath[WellKnown.Length..] is "caldav" or "carddav"
                ? DavReply.Empty(301).With("Location", $"{request.Origin}/dav")
                : FakeResponse.Error(404, "Not Found");
        }

        return DavLogin.Caller(server, request, out FakeResponse? refused) is { } caller
            ? Answer(new DavCall(server, request, caller))
            : refused!;
    }

    private static FakeResponse Answer(DavCall call)
    {
        if (call.Request.Header("Range") is not null)
        {
            return FakeResponse.Error(400, "Bad Request");
        }

        XElement? body;
        try
        {
            body = call.Request.Method is "PROPFIND" or "REPORT" or "PROPPATCH" or "LOCK" ? Body(call.Request) : null;
        }
        catch (XmlException)
        {
            return DavReply.Empty(400);
        }

        return call.Request.Method switch
        {
            "OPTIONS" => DavReply.Options(new DavTree(call).Find(call.Request.RawPath) is not null),
            "PROPFIND" => PropFind.Answer(call, body),
            "REPORT" => Report.Answer(call, body),
            "PROPPATCH" => PropPatch.Answer(call, body),
            "GET" or "HEAD" => Download.Answer(call),
            "PUT" => EventPut.Answer(call),
            "DELETE" => Removal.Answer(call),
            "LOCK" => Lock.Answer(call),
            "UNLOCK" => DavReply.Empty(204),
            "MKCALENDAR" or "MKCOL" => NewCollection.Answer(call),
            "MOVE" or "COPY" => DavReply.Empty(new DavTree(call).Find(call.Request.RawPath) is null ? 404 : 424),
            "POST" => Outbox.Answer(call),
            _ => FakeResponse.Error(405, "Method Not Allowed"),
        };
    }

    private static XElement? Body(FakeRequest request)
    {
        if (request.Body.Length == 0)
        {
            return null;
        }

        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var stream = new MemoryStream(request.Body);
        using var reader = XmlReader.Create(stream, settings);
        return XDocument.Load(reader).Root;
    }
}
