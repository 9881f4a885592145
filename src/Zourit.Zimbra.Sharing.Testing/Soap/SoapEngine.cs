using System.Xml;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Mail;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Soap.Json;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>
/// Takes a SOAP request apart, runs it, and answers as the servlet does: HTTP 500 for a fault, label text/xml whatever was asked.
/// </summary>
internal sealed class SoapEngine(ServerState server)
{
    private static readonly XNamespace Zimbra = "urn:zimbra";

    private readonly SoapSessions _sessions = new();

    /// <summary>
    /// Runs the request; of a batch each request by itself, so that other sessions' requests may come in between as on the server.
    /// </summary>
    public async Task<FakeResponse> HandleAsync(FakeRequest http)
    {
        if (http.Method != "POST")
        {
            return FakeResponse.Error(405, "HTTP method GET is not supported by this URL");
        }

        var call = new SoapCall(server, http);

        // The first byte decides the syntax, whatever the label says.
        SoapVersion version = http.Body is [(byte)'<', ..] or [] ? SoapVersion.Soap12 : SoapVersion.Json;
        XElement body;
        string? requestId = null;
        bool dispatched = false;
        SoapSession? session = null;
        try
        {
            XElement envelope = version == SoapVersion.Json ? JsonRequest.Read(http.Body) : Parse(http.Body);
            version = SoapVersion.Of(envelope) ?? throw SoapFault.Invalid("unable to determine SOAP version");
            version = SoapContext.ReplyVersion(envelope, version);
            XElement request = server.Locked(() =>
            {
                SoapContext.Read(call, envelope);

                // Several requests in one body: only the first is run (recording 02-07).
                XElement first = envelope.Child("Body")?.Elements().FirstOrDefault() ?? throw SoapFault.Invalid("No SOAP body");
                requestId = first.Attribute("requestId")?.Value;
                CsrfCheck.Run(call, envelope, first);
                session = _sessions.Of(call, envelope.Child("Header")?.Child("context"));
                call.HasSession = session is not null;
                dispatched = true;
                return first;
            });
            body =
                request.Name == Zimbra + "BatchRequest"
                    ? await SoapBatch.RunAsync(call, request, version).ConfigureAwait(false)
                    : server.Locked(() => Dispatch(call, request));
            if (requestId is not null)
            {
                body.SetAttributeValue("requestId", requestId);
            }
        }
        catch (SoapFault fault)
        {
            body = version.Fault(fault, call.Trace, requestId);
        }

        return Answer(call, version, dispatched ? server.Locked(() => ContextElement.Of(call, session)) : null, body);
    }

    /// <summary>Runs one request that is no batch.</summary>
    public static XElement Dispatch(SoapCall call, XElement request)
    {
        if (!Operations.TryFind(request.Name, call.Http.IsAdminPort, out SoapOperation? operation))
        {
            throw new SoapFault("service.UNKNOWN_DOCUMENT", $"unknown document: {request.Name.LocalName}");
        }

        SoapContext.Authorize(call, operation);
        FaultEffect? injected = call.Server.Misbehave.FaultDue(request.Name.LocalName);
        XElement? answer = injected is { IsAfterEffect: false } ? null : Run(operation, call, request);
        return injected is null ? answer! : throw SoapFault.Injected(injected);
    }

    private static XElement Run(SoapOperation operation, SoapCall call, XElement request)
    {
        try
        {
            return Xml.Qualify(operation.Run(call, request));
        }
        catch (DeliveryException e)
        {
            throw SoapFault.Of(e);
        }
        catch (Exception e) when (e is not SoapFault)
        {
            throw SoapFault.Failure(e.GetType().Name);
        }
    }

    private static XElement Parse(byte[] body)
    {
        if (body.Length == 0)
        {
            throw new SoapFault("service.PARSE_ERROR", "parse error: empty request payload");
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            throw new SoapFault("service.PARSE_ERROR", "Document parse failed");
        }
    }

    private static FakeResponse Answer(SoapCall call, SoapVersion version, XElement? context, XElement body)
    {
        bool isFault = body.Name == version.Namespace + "Fault";
        FakeResponse response = FakeResponse
            .Text(isFault ? 500 : 200, version.ContentType, version.Write(context, body))
            .With("Cache-Control", "no-store, no-cache");
        response.Headers.AddRange(call.Headers);
        return response;
    }
}
