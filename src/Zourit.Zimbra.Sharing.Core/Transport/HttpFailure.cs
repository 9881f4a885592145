using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>Says what an HTTP failure means for a call: not done, or unknown; and what to do about it.</summary>
internal static class HttpFailure
{
    // What Jetty's filter against floods, which Zimbra uses, writes when it turns a request away.
    private const string FloodFilter = "DoSFilter";

    public static ZimbraException Describe(RequestScope call, HttpRequestException e, Uri address, LocalizedText tooLarge)
    {
        string server = address.GetLeftPart(UriPartial.Authority);
        return e.HttpRequestError switch
        {
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError when e is ProxyException { Proxy: var dead } =>
                call.NotDone(
                    LocalizedText.Format(
                        $"the proxy {Quoted.Of(dead)} does not answer, or its name cannot be resolved; {server} was not asked. Check the "
                            + $"proxy (HTTP_PROXY, HTTPS_PROXY, or the handler's), or go without.",
                        $"le mandataire (proxy) {Quoted.Of(dead)} ne répond pas, ou son nom est introuvable ; {server} n'a pas été "
                            + $"interrogé. Vérifiez le mandataire (HTTP_PROXY, HTTPS_PROXY ou celui du programme), ou passez-vous-en."
                    ),
                    e,
                    transient: true
                ),
            HttpRequestError.NameResolutionError => call.NotDone(
                LocalizedText.Format(
                    $"the server name of {server} cannot be resolved. {HttpTexts.CheckName(address)}",
                    $"le nom du serveur {server} est introuvable. {HttpTexts.CheckName(address)}"
                ),
                e,
                transient: true
            ),
            HttpRequestError.ConnectionError => call.NotDone(
                LocalizedText.Format(
                    $"nothing answers at {server}. Check that the server runs. {HttpTexts.Check(address)}",
                    $"aucune réponse de {server}. Vérifiez que le serveur fonctionne. {HttpTexts.Check(address)}"
                ),
                e,
                transient: true
            ),
            HttpRequestError.SecureConnectionError => call.NotDone(
                LocalizedText.Format(
                    $"no secure connection to {server}: {CertificateTexts.Of(e)} {HttpTexts.Check(address)}",
                    $"pas de connexion sûre à {server} : {CertificateTexts.Of(e)} {HttpTexts.Check(address)}"
                ),
                e
            ),
            HttpRequestError.ProxyTunnelError => call.NotDone(
                LocalizedText.Format(
                    $"the proxy{Name(e)} refuses the way to {server}. Let the proxy pass it, or go by another.",
                    $"le mandataire (proxy){Name(e)} refuse l'accès à {server}. Faites-lui ouvrir cet accès, ou passez par un autre."
                ),
                e
            ),
            HttpRequestError.ConfigurationLimitExceeded when !call.HeadersComplete => call.Unreadable(
                LocalizedText.Format(
                    $"the headers of what {server} answers are larger than HTTP is set to take "
                        + $"({nameof(SocketsHttpHandler)}.{nameof(SocketsHttpHandler.MaxResponseHeadersLength)}, 64 KB unless changed). "
                        + $"Zimbra's are small: look at what comes before it, or raise that by "
                        + $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.ConfigureHttp)}.",
                    $"les en-têtes de ce que répond {server} dépassent la taille que HTTP accepte "
                        + $"({nameof(SocketsHttpHandler)}.{nameof(SocketsHttpHandler.MaxResponseHeadersLength)}, 64 Ko sauf autre "
                        + $"réglage). "
                        + $"Ceux de Zimbra sont courts : voyez ce qui se trouve devant lui, ou augmentez cette taille par "
                        + $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.ConfigureHttp)}."
                ),
                e
            ),
            HttpRequestError.ConfigurationLimitExceeded => call.Unreadable(tooLarge, e),
            HttpRequestError.InvalidResponse => call.Unreadable(
                LocalizedText.Format(
                    $"what answers at {server} does not speak HTTP, or wants https. {HttpTexts.Check(address)}",
                    $"ce qui répond à {server} ne parle pas HTTP, ou exige https. {HttpTexts.Check(address)}"
                ),
                e
            ),
            HttpRequestError.UserAuthenticationError => call.NotDone(
                LocalizedText.Format(
                    $"the proxy{Name(e)} refuses the credentials. Correct them where the proxy is set.",
                    $"le mandataire (proxy){Name(e)} refuse les identifiants. Corrigez-les là où il est réglé."
                ),
                e
            ),
            _ => call.Lost(
                LocalizedText.Format(
                    $"the connection to {server} was cut before the reply was complete.",
                    $"la connexion à {server} a été coupée avant la fin de la réponse."
                ),
                e
            ),
        };
    }

    public static ZimbraException Describe(RequestScope call, HttpResponseMessage response, Uri address, DateTimeOffset now)
    {
        int status = (int)response.StatusCode;
        ZimbraException failure = status switch
        {
            >= 300 and < 400 => call.NotDone(
                LocalizedText.Format(
                    $"the address redirects (HTTP {status}){RedirectTarget(response)}. It was not followed, since the request carries a "
                        + $"token. Use the final address as server address.",
                    $"l'adresse redirige (HTTP {status}){RedirectTarget(response)}. La redirection n'a pas été suivie, car la "
                        + $"demande porte "
                        + $"un jeton. Prenez l'adresse finale pour adresse du serveur."
                )
            ),
            400 or 413 => call.NotDone(
                LocalizedText.Format(
                    $"something before the Zimbra server finds the request malformed or too large (HTTP {status}). Send less at once, and "
                        + $"check that a port for https is not addressed by http.",
                    $"ce qui se trouve devant le serveur Zimbra trouve la demande mal formée ou trop grande (HTTP {status}). Envoyez moins "
                        + $"à la fois, et vérifiez qu'un port pour https n'est pas appelé en http."
                )
            ),
            401 or 407 => call.NotDone(
                LocalizedText.Format(
                    $"something before the Zimbra server wants its own sign-in (HTTP {status}). Have it let /service/ through without, or "
                        + $"address the server itself.",
                    $"ce qui se trouve devant le serveur Zimbra demande sa propre connexion (HTTP {status}). Faites-y passer "
                        + $"/service/ sans "
                        + $"elle, ou adressez-vous au serveur lui-même."
                )
            ),
            403 => call.NotDone(
                new(
                    "the request was forbidden (HTTP 403) by a filter before the Zimbra server. Ask who runs it to let this program "
                        + "through.",
                    "un filtre devant le serveur Zimbra a interdit la demande (HTTP 403). Demandez à qui le gère de laisser passer ce "
                        + "programme."
                )
            ),
            404 or 405 => call.NotDone(
                LocalizedText.Format(
                    $"no Zimbra service is at {address.GetLeftPart(UriPartial.Authority)} (HTTP {status}). {HttpTexts.Check(address)}",
                    $"aucun service Zimbra n'est à {address.GetLeftPart(UriPartial.Authority)} (HTTP {status}). {HttpTexts.Check(address)}"
                )
            ),
            408 or 429 => call.NotDone(HttpTexts.TurnedAway(status), transient: true),

            // A proxy says so as well when the server broke behind it, after the request was passed on.
            503 => response.Headers.Contains(FloodFilter)
                ? call.NotDone(HttpTexts.TurnedAway(status), transient: true)
                : call.Lost(HttpTexts.TurnedAway(status)),
            502 or 504 => call.Lost(
                LocalizedText.Format(
                    $"the proxy before the Zimbra server got no answer from it (HTTP {status}). Check that the server runs.",
                    $"le mandataire (proxy) devant le serveur Zimbra n'a pas eu de réponse de lui (HTTP {status}). Vérifiez que le serveur "
                        + $"fonctionne."
                )
            ),
            _ => call.Unreadable(
                LocalizedText.Format(
                    $"the server answered HTTP {status}, which Zimbra does not use. Is the address a Zimbra server's?",
                    $"le serveur a répondu HTTP {status}, que Zimbra n'utilise pas. Est-ce bien l'adresse d'un serveur Zimbra ?"
                )
            ),
        };
        TimeSpan? wait = RetryAfter(response, now);
        LocalizedText? asked =
            wait > TimeSpan.Zero
                ? LocalizedText.Format(
                    $"It asks to wait {wait.Value.TotalSeconds:0} s.",
                    $"Il demande d'attendre {wait.Value.TotalSeconds:0} s."
                )
                : null;
        return failure switch
        {
            ZimbraConnectionException connection => connection.With(connection.Explanation.Then(asked), response.StatusCode, wait),
            ZimbraOutcomeUnknownException unknown when wait is not null => unknown.With(asked, wait),
            _ => failure,
        };
    }

    private static string Name(HttpRequestException e) => e is ProxyException { Proxy: var proxy } ? $" {Quoted.Of(proxy)}" : "";

    /// <summary>Where a redirect leads, without what may be secret in it: credentials, path and query.</summary>
    public static LocalizedText RedirectTarget(HttpResponseMessage response)
    {
        string? target = response.Headers.Location is { IsAbsoluteUri: true } absolute
            ? absolute.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
            : null;
        return target is null ? LocalizedText.Format($"", $"") : LocalizedText.Format($" to {target}", $" vers {target}");
    }

    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter is not { } header
            ? null
            : header.Delta ?? (header.Date is { } date && date > now ? date - now : TimeSpan.Zero);
}
