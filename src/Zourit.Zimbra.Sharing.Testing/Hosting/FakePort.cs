using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using WireMock;
using WireMock.Exceptions;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Hosting;

/// <summary>One WireMock server with a single callback that hands everything to the fake.</summary>
internal sealed class FakePort : IDisposable
{
    private readonly WireMockServer _server;

    /// <exception cref="IOException">The port is taken, or not a port at all.</exception>
    public FakePort(FakeServer fake, int port, bool isAdmin)
    {
        _server = Start(fake, port);
        _server
            .Given(Request.Create().UsingAnyMethod())
            .RespondWith(Response.Create().WithCallback(request => AnswerAsync(fake, request, isAdmin)));
        Address = new Uri($"http://127.0.0.1:{_server.Port}/");
    }

    public Uri Address { get; }

    public void Dispose() => _server.Dispose();

    private static WireMockServer Start(FakeServer fake, int port)
    {
        // WireMock would wait ten seconds for a server on port -1.
        if (port is < 0 or > 65535)
            throw new IOException($"The fake server cannot listen on port {port}: ports are 1 to 65535, and 0 is any free one.");

        try
        {
            return WireMockServer.Start(
                new WireMockServerSettings
                {
                    Urls = [$"http://127.0.0.1:{port}"],
                    MaxRequestLogCount = 0,
                    RequestLogExpirationDuration = 0,
                    DisableJsonBodyParsing = true,
                    DisableRequestBodyDecompressing = true,
                    PreWireMockMiddlewareInit = app => Prepare((IApplicationBuilder)app, fake),
                }
            );
        }
        catch (WireMockException e)
        {
            throw new IOException($"The fake server cannot listen on 127.0.0.1:{port}: {e.GetBaseException().Message}", e);
        }
    }

    private static void Prepare(IApplicationBuilder app, FakeServer fake)
    {
        app.Use(
            (context, next) =>
            {
                context.Request.Headers[RawTarget.Header] = Uri.EscapeDataString(
                    context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget
                );
                return next(context);
            }
        );
        app.UseMiddleware<MisbehaviourMiddleware>(fake.State.Misbehave, fake.Journal);
    }

    private static async Task<IResponseMessage> AnswerAsync(FakeServer fake, IRequestMessage message, bool isAdmin)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, WireMockList<string> values) in message.Headers ?? new Dictionary<string, WireMockList<string>>())
        {
            headers[name] = string.Join("; ", values);
        }

        string target = Uri.UnescapeDataString(headers[RawTarget.Header]);
        FakeResponse answer = await fake.HandleAsync(new FakeRequest(message.Method, target, headers, message.BodyAsBytes ?? [], isAdmin))
            .ConfigureAwait(false);
        var response = new ResponseMessage { StatusCode = answer.Status, Headers = new Dictionary<string, WireMockList<string>>() };
        foreach (IGrouping<string, (string Name, string Value)> header in answer.Headers.GroupBy(header => header.Name))
        {
            response.Headers[header.Key] = new WireMockList<string>([.. header.Select(entry => entry.Value)]);
        }

        // The container adds it to whatever sets a cookie.
        if (answer.Headers.Exists(header => header.Name == "Set-Cookie"))
        {
            response.Headers["Expires"] = new WireMockList<string>("Thu, 01 Jan 1970 00:00:00 GMT");
        }

        if (answer.ContentType is not null)
        {
            response.Headers["Content-Type"] = new WireMockList<string>(answer.ContentType);
        }

        response.BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = message.Method == "HEAD" ? [] : answer.Body };
        return response;
    }
}
