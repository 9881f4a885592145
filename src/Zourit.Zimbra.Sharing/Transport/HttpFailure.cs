using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>Says what an HTTP failure means for a call: not done, or unknown; and what to do about it.</summary>
internal static class HttpFailure
{
    // What Jetty's filter against floods, which Zimbra uses, writes when it turns a request away.
    private const string FloodFilter = "DoSFilter";

    public static ZimbraException Describe(RequestScope call, HttpRequestException e, Uri address, string tooLarge)
    {
        string server = address.GetLeftPart(UriPartial.Authority);
        return e.HttpRequestError switch
        {
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError when e is ProxyException { Proxy: var dead } =>
                call.NotDone(
                    $"the proxy {Quoted.Of(dead)} does not answer, or its name cannot be resolved; {server} was not asked. Check the proxy "
                        + "(HTTP_PROXY, HTTPS_PROXY, or the handler's), or go without.",
                    e,
                    transient: true
                ),
            HttpRequestError.NameResolutionError => call.NotDone(
                $"the server name of {server} cannot be resolved. {Check(address)}",
                e,
                transient: true
            ),
            HttpRequestError.ConnectionError => call.NotDone(
                $"nothing answers at {server}. Check that the server runs. {Check(address)}",
                e,
                transient: true
            ),
            HttpRequestError.SecureConnectionError => call.NotDone(
                $"no secure connection to {server}: {CertificateCheck.Describe(e)} {Check(address)}",
                e
            ),
            HttpRequestError.ProxyTunnelError => call.NotDone(
                $"the proxy{Name(e)} refuses the way to {server}. Let the proxy pass it, or go by another.",
                e
            ),
            HttpRequestError.ConfigurationLimitExceeded when !call.HeadersComplete => call.Unreadable(
                $"the headers of what {server} answers are larger than HTTP is set to take "
                    + $"({nameof(SocketsHttpHandler)}.{nameof(SocketsHttpHandler.MaxResponseHeadersLength)}, 64 KB unless changed). "
                    + $"Zimbra's are small: look at what "
                    + $"comes before it, or raise that by {nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.ConfigureHttp)}.",
                e
            ),
            HttpRequestError.ConfigurationLimitExceeded => call.Unreadable(tooLarge, e),
            HttpRequestError.InvalidResponse => call.Unreadable(
                $"what answers at {server} does not speak HTTP, or wants https. {Check(address)}",
                e
            ),
            HttpRequestError.UserAuthenticationError => call.NotDone(
                $"the proxy{Name(e)} refuses the credentials. Correct them where the proxy is set.",
                e
            ),
            _ => call.Lost($"the connection to {server} was cut before the reply was complete.", e),
        };
    }

    public static ZimbraException Describe(RequestScope call, HttpResponseMessage response, Uri address, DateTimeOffset now)
    {
        int status = (int)response.StatusCode;
        ZimbraException failure = status switch
        {
            >= 300 and < 400 => call.NotDone(
                $"the address redirects (HTTP {status}){RedirectTarget(response)}. It was not followed, since the request carries a "
                    + $"token. Use the final address as server address."
            ),
            400 or 413 => call.NotDone(
                $"something before the Zimbra server finds the request malformed or too large (HTTP {status}). Send less at once, and "
                    + $"check that a port for https is not addressed by http."
            ),
            401 or 407 => call.NotDone(
                $"something before the Zimbra server wants its own sign-in (HTTP {status}). Have it let /service/ "
                    + $"through without, or address the server itself."
            ),
            403 => call.NotDone(
                "the request was forbidden (HTTP 403) by a filter before the Zimbra server. Ask who runs it to let this "
                    + "program through."
            ),
            404 or 405 => call.NotDone(
                $"no Zimbra service is at {address.GetLeftPart(UriPartial.Authority)} (HTTP {status}). {Check(address)}"
            ),
            408 or 429 => call.NotDone(TurnedAway(status), transient: true),

            // A proxy says so as well when the server broke behind it, after the request was passed on.
            503 => response.Headers.Contains(FloodFilter)
                ? call.NotDone(TurnedAway(status), transient: true)
                : call.Lost(TurnedAway(status)),
            502 or 504 => call.Lost(
                $"the proxy before the Zimbra server got no answer from it (HTTP {status}). Check that the server runs."
            ),
            _ => call.Unreadable($"the server answered HTTP {status}, which Zimbra does not use. Is the address a Zimbra server's?"),
        };
        TimeSpan? wait = RetryAfter(response, now);
        string? asked = wait > TimeSpan.Zero ? $"It asks to wait {wait.Value.TotalSeconds:0} s." : null;
        return failure switch
        {
            ZimbraConnectionException connection => new ZimbraConnectionException(
                asked is null ? connection.Message : $"{connection.Message} {asked}",
                connection.InnerException
            )
            {
                Operation = connection.Operation,
                IsTransient = connection.IsTransient,
                StatusCode = response.StatusCode,
                RetryAfter = wait,
            },
            ZimbraOutcomeUnknownException unknown when wait is not null => unknown.With(asked, wait),
            _ => failure,
        };
    }

    private static string TurnedAway(int status) =>
        $"the server is turning requests away (HTTP {status}): too many requests, too many failed logins from this address, or "
        + $"maintenance.";

    private static string Name(HttpRequestException e) => e is ProxyException { Proxy: var proxy } ? $" {Quoted.Of(proxy)}" : "";

    /// <summary>Which setting to look at: the two services have addresses of their own, and each is easily taken for the other.</summary>
    public static string Check(Uri address) =>
        address.AbsolutePath.StartsWith("/service/admin/", StringComparison.Ordinal)
            ? $"Check {nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.AdminUri)}: the admin service has a port of its own, 7071 "
                + $"by "
                + $"default."
            : "Check the server's address, host and port: it must be that of the user service, not of the admin service (port 7071).";

    /// <summary>Where a redirect leads, without what may be secret in it: credentials, path and query.</summary>
    public static string RedirectTarget(HttpResponseMessage response) =>
        response.Headers.Location is { IsAbsoluteUri: true } target
            ? $" to {target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}"
            : "";

    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter is not { } header
            ? null
            : header.Delta ?? (header.Date is { } date && date > now ? date - now : TimeSpan.Zero);
}
