using System.Net;
using System.Net.Http.Headers;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>
/// Does what WCF's HTTP channel cannot: relabels Zimbra's <c>text/xml</c> replies, cancels a stalled body, keeps what a proxy says apart
/// from what Zimbra says, refuses redirects, and turns every HTTP failure into an exception of this library (WCF passes those through).
/// </summary>
/// <remarks>
/// Not a DelegatingHandler, because that closes the handlers below it with itself: when calls come side by side before the first is
/// through, WCF makes an HttpClient for each and disposes all but one.
/// </remarks>
internal sealed class ReplyHandler(HttpMessageHandler inner, long maxReplyBytes, TimeProvider time) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Soap12 = new("application/soap+xml", "utf-8");

    private readonly HttpMessageInvoker _inner = new(inner, disposeHandler: false);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestScope call = RequestScope.Current ?? throw new InvalidOperationException("A request reached HTTP outside of a call.");
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.CancellationToken);
        call.Sent = true;
        try
        {
            HttpResponseMessage response = await _inner.SendAsync(request, linked.Token).ConfigureAwait(false);
            call.HeadersComplete = true;
            call.ClockDifference = response.Headers.Date - time.GetUtcNow();
            await CheckAsync(response, request.RequestUri!, call, linked.Token).ConfigureAwait(false);
            return response;
        }
        catch (HttpRequestException e)
        {
            throw HttpFailure.Describe(call, e, request.RequestUri!, ReplyTexts.TooLarge(maxReplyBytes));
        }
        catch (IOException e)
        {
            throw call.Lost(HttpTexts.CutWhileComing, e);
        }
    }

    private async Task CheckAsync(HttpResponseMessage response, Uri address, RequestScope call, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.InternalServerError))
        {
            using (response)
            {
                throw HttpFailure.Describe(call, response, address, time.GetUtcNow());
            }
        }

        call.ReplyBegun = IsZimbras(response.Content.Headers);

        // Buffered here, under the caller's token: WCF would read the body later without it.
        await response.Content.LoadIntoBufferAsync(maxReplyBytes, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentLength == 0)
        {
            call.ReplyBegun = false;
            throw call.Unreadable(ReplyTexts.Empty((int)response.StatusCode));
        }

        if (IsWebPage(response.Content.Headers))
        {
            throw call.Unreadable(ReplyTexts.WebPage((int)response.StatusCode));
        }

        call.ReplyComplete = true;
        Stream reply = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (ReplyGuard.Problem(reply, cancellationToken) is { } problem)
        {
            throw call.Unreadable(ReplyTexts.Hostile(problem));
        }

        call.ReplyIsCut = ReplyGuard.IsCut(reply);

        // The server labels SOAP 1.2 text/xml (recordings, all), which WCF takes for SOAP 1.1 and refuses.
        response.Content.Headers.ContentType = Soap12;
    }

    // Not parsed: each reply passes here, and only the first word counts.
    private static bool IsWebPage(HttpContentHeaders headers) => HasType(headers, "text/html");

    // A proxy that gives up while the server is still at it answers 500 or 200, too, with a page or a line of text.
    private static bool IsZimbras(HttpContentHeaders headers) => HasType(headers, "text/xml") || HasType(headers, "application/soap+xml");

    private static bool HasType(HttpContentHeaders headers, string type) =>
        headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues value)
        && value.ToString().StartsWith(type, StringComparison.OrdinalIgnoreCase);
}
