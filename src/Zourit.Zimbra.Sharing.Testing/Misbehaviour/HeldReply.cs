using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// A reply the server has made and nobody has sent yet. Status and headers stand in the response already; the body waits here.
/// </summary>
/// <param name="Context">The request it answers.</param>
/// <param name="Body">The whole body.</param>
internal sealed record HeldReply(HttpContext Context, byte[] Body)
{
    /// <summary>Lets the server work with its body held back.</summary>
    public static async Task<HeldReply> HoldAsync(HttpContext context, Func<Task> serve)
    {
        var sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await serve().ConfigureAwait(false);
        }
        finally
        {
            context.Features.Set(sent);
        }
        return new HeldReply(context, held.ToArray());
    }

    /// <summary>Sends the body whole.</summary>
    public async Task SendAsync()
    {
        var response = Context.Response;
        if (
            response.HasStarted
            || HttpMethods.IsHead(Context.Request.Method)
            || response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified
        )
            return;
        if (!response.Headers.ContainsKey("Transfer-Encoding"))
            response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, Context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Promises the whole body and sends the first half of it.</summary>
    public async Task SendHalfAsync()
    {
        if (Context.Response.HasStarted)
            return;
        Context.Response.Headers.Remove("Transfer-Encoding");
        Context.Response.ContentLength = Body.Length;
        await Context.Response.Body.WriteAsync(Body.AsMemory(0, Body.Length / 2), Context.RequestAborted).ConfigureAwait(false);
        await Context.Response.Body.FlushAsync(Context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>
    /// Promises the whole body, sends the first half of it and closes the connection. Written to the socket itself: what Kestrel was given
    /// but has not sent yet would be lost when the connection is aborted.
    /// </summary>
    public async Task CutAsync()
    {
        if (!Context.Response.HasStarted && Context.Features.Get<IConnectionSocketFeature>() is { } connection)
        {
            var response = Context.Response;
            response.Headers.Remove("Transfer-Encoding");
            response.ContentLength = Body.Length;
            var head = new StringBuilder().Append(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 {response.StatusCode} {ReasonPhrases.GetReasonPhrase(response.StatusCode)}\r\n"
            );
            foreach (var (name, value) in response.Headers.SelectMany(header => header.Value.Select(each => (header.Key, each))))
                head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            byte[] half = [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. Body.AsSpan(0, Body.Length / 2)];
            await connection.Socket.SendAsync(half, Context.RequestAborted).ConfigureAwait(false);
        }
        Context.Abort();
    }

    /// <summary>The same reply with another body.</summary>
    public HeldReply With(byte[] body)
    {
        if (!Context.Response.HasStarted)
            Context.Response.ContentLength = null;
        return this with { Body = body };
    }
}
