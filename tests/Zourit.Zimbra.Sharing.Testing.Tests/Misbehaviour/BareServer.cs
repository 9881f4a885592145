using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Testing.Journals;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Misbehaviour;

/// <summary>The middleware before a server that only counts what reaches it and answers as instructed.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _effects;

    private BareServer(WebApplication app) => _app = app;

    public FakeTimeProvider Clock { get; } = new();

    public MisbehaviourRules Rules { get; private set; } = null!;

    public Journal Journal { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public int Effects => _effects;

    public int Status { get; set; } = 200;

    public string Reply { get; set; } = "<a>" + new string('x', 4000) + "</a>";

    public static async Task<BareServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new BareServer(app);
        server.Rules = new MisbehaviourRules(server.Clock, new KnownOperations(Operations.Names));
        server.Journal = new Journal(server.Clock, 100);
        app.UseMiddleware<MisbehaviourMiddleware>(server.Rules, server.Journal);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
        };
        server.Client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(30) };
        return server;
    }

    public Task<HttpResponseMessage> SoapAsync(string request, string attributes = "", string header = "") =>
        PostAsync(
            "/service/soap/",
            $"""<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header><context xmlns="urn:zimbra">{header}</context></s:Header><s:Body><{request} xmlns="urn:zimbraMail" {attributes}/></s:Body></s:Envelope>"""
        );

    public Task<HttpResponseMessage> PostAsync(string path, string body) =>
        Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/soap+xml"), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _effects);
        context.Response.StatusCode = Status;
        context.Response.ContentType = "text/xml;charset=utf-8";
        await context.Response.WriteAsync(Reply);
    }
}
