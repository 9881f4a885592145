using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>The faults on the way: each says what is left of the reply to send, or null when nothing more may be sent.</summary>
internal static class TransportEffects
{
    private const int ChunkSize = 64 * 1024;

    private static readonly byte[] Blanks = [.. Enumerable.Repeat((byte)' ', ChunkSize)];
    private static readonly byte[] OpenEnvelope = Encoding.UTF8.GetBytes(
        """<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>"""
    );

    public static TransportEffect Delay(TimeSpan latency, TimeProvider clock) => new("Delay", async (context, serve) =>
        {
            await Task.Delay(latency, clock, context.RequestAborted).ConfigureAwait(false);
            return await serve().ConfigureAwait(false);
        });

    public static TransportEffect StallBody() => new("StallBody", async (context, serve) =>
        {
            var reply = await serve().ConfigureAwait(false);
            await reply.SendHalfAsync().ConfigureAwait(false);
            await GoneAsync(context).ConfigureAwait(false);
            return null;
        });

    public static TransportEffect ResetBeforeEffect() => new("ResetBeforeEffect", (context, _) =>
        {
            Reset(context);
            return Task.FromResult<HeldReply?>(null);
        });

    public static TransportEffect ResetAfterEffect() => new("ResetAfterEffect", async (context, serve) =>
        {
            await serve().ConfigureAwait(false);
            Reset(context);
            return null;
        });

    public static TransportEffect CutReply() => new("CutReply", async (_, serve) =>
        {
            var reply = await serve().ConfigureAwait(false);
            await reply.CutAsync().ConfigureAwait(false);
            return null;
        });

    public static TransportEffect HtmlPage(int status, string? retryAfterSeconds) =>
        new($"HtmlPage {status}", (context, _) => Task.FromResult<HeldReply?>(ProxyPage.Answer(context, status, retryAfterSeconds)));

    public static TransportEffect FloodFilter() =>
        new("HtmlPage 429", (context, _) => Task.FromResult<HeldReply?>(ProxyPage.Refusal(context, StatusCodes.Status429TooManyRequests)));

    public static TransportEffect HtmlPageAfterEffect(int status) => new($"HtmlPage {status} after effect", async (context, serve) =>
        {
            await serve().ConfigureAwait(false);
            return ProxyPage.Answer(context, status, null);
        });

    public static TransportEffect HtmlPageBeforeEffect(int status, TimeSpan late) =>
        new($"HtmlPage {status} before effect", (context, _) => Task.FromResult<HeldReply?>(ProxyPage.Answer(context, status, null)), late);

    public static TransportEffect EndlessBody() => new("EndlessBody", async (context, _) =>
        {
            context.Response.ContentType = "text/xml;charset=utf-8";
            await context.Response.Body.WriteAsync(OpenEnvelope, context.RequestAborted).ConfigureAwait(false);
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(Blanks, context.RequestAborted).ConfigureAwait(false);
            return null;
        });

    public static TransportEffect EmptyReply() => new("EmptyReply", async (context, serve) =>
        {
            var reply = await serve().ConfigureAwait(false);
            context.Response.StatusCode = StatusCodes.Status200OK;
            return reply.With([]);
        });

    public static TransportEffect GzipBomb(long unpackedBytes) => new("GzipBomb", async (context, _) =>
        {
            context.Response.ContentType = "text/xml;charset=utf-8";
            context.Response.Headers.ContentEncoding = "gzip";
            var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
            await using (gzip.ConfigureAwait(false))
            {
                await gzip.WriteAsync(OpenEnvelope, context.RequestAborted).ConfigureAwait(false);
                for (var left = unpackedBytes; left > 0; left -= ChunkSize)
                    await gzip.WriteAsync(Blanks.AsMemory(0, (int)Math.Min(ChunkSize, left)), context.RequestAborted).ConfigureAwait(false);
            }
            return null;
        });

    public static TransportEffect Redirect(Uri target) => new("RedirectTo", (context, _) =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = target.AbsoluteUri;
            return Task.FromResult<HeldReply?>(new HeldReply(context, []));
        });

    public static TransportEffect Doctype() => new("Doctype", async (_, serve) =>
        {
            var reply = await serve().ConfigureAwait(false);
            return reply.With([.. """<!DOCTYPE soap:Envelope [<!ENTITY e "entity">]>"""u8, .. reply.Body]);
        });

    public static TransportEffect ExpireToken(MisbehaviourRules rules) => new("ExpireToken", async (context, serve) =>
        {
            if (await RequestToken.FindAsync(context.Request).ConfigureAwait(false) is { } token)
                rules.ExpireToken(token);
            return await serve().ConfigureAwait(false);
        });

    private static void Reset(HttpContext context)
    {
        // Closing with a linger time of nothing makes the system send RST in place of FIN.
        if (context.Features.Get<IConnectionSocketFeature>() is { } connection)
            connection.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        context.Abort();
    }

    private static async Task GoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var registration = context.RequestAborted.Register(gone.SetResult);
        await using (registration.ConfigureAwait(false))
            await gone.Task.ConfigureAwait(false);
    }
}
