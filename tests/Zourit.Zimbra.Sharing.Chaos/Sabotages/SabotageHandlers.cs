using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Chaos.Processes;

namespace Zourit.Zimbra.Sharing.Chaos.Sabotages;

/// <summary>The handlers that do a sabotage, beneath the library and above the network.</summary>
internal static partial class SabotageHandlers
{
    /// <param name="sabotage">Which.</param>
    /// <param name="caller">Whose client it is.</param>
    /// <param name="calls">How many calls the caller has started.</param>
    /// <param name="givenUp">The callers that have given up.</param>
    /// <param name="logs">The client's logging.</param>
    public static DelegatingHandler Create(Sabotage sabotage, string caller, Func<int> calls, GivenUp givenUp, ILoggerFactory logs) =>
        sabotage switch
        {
            Sabotage.BlindRetry => new BlindRetry(),
            Sabotage.Leak => new Leak(logs.CreateLogger("sabotage")),
            Sabotage.DropGrant => new DropGrant(),
            Sabotage.GiveUp => new GiveUp(caller, givenUp),
            _ => new NeverLook(calls),
        };

    private static async Task<HttpRequestMessage> CopyAsync(
        HttpRequestMessage request,
        Func<string, string>? change,
        CancellationToken cancellationToken
    )
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        if (request.Content is { } content)
        {
            string body = await content.ReadAsStringAsync(cancellationToken);
            copy.Content = new StringContent(change is null ? body : change(body), Encoding.UTF8);
            copy.Content.Headers.ContentType = content.Headers.ContentType;
        }

        return copy;
    }

    private sealed class BlindRetry : DelegatingHandler
    {
        private const int LargestReply = 512 * 1024;

        private int _mails;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // A batch that stops at GRANT_EXISTS would not come to its mail a second time.
            HttpRequestMessage again = await CopyAsync(
                request,
                body => body.Replace("onerror=\"stop\"", "onerror=\"continue\"", StringComparison.Ordinal),
                cancellationToken
            );
            try
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                await response.Content.LoadIntoBufferAsync(LargestReply, cancellationToken);
                bool isWhole =
                    response.StatusCode is HttpStatusCode.OK or HttpStatusCode.InternalServerError
                    && (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length > 0;

                // Of the mails every second reply is lost here, so that a few seeds show what comes of it.
                bool isLost =
                    request.Content is { } content
                    && (await content.ReadAsStringAsync(cancellationToken)).Contains(
                        "<SendShareNotificationRequest",
                        StringComparison.Ordinal
                    )
                    && Interlocked.Increment(ref _mails) % 2 == 0;
                if (isWhole && !isLost)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // As careless programs do: once more.
            }

            return await base.SendAsync(again, cancellationToken);
        }
    }

    private sealed partial class Leak(ILogger log) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sending(log, request.RequestUri, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }

        [LoggerMessage(1, LogLevel.Trace, "{Address} {Body}")]
        private static partial void Sending(ILogger log, Uri? address, string body);
    }

    private sealed partial class DropGrant : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            HttpRequestMessage? revocation = Grant().Match(body) is { Success: true } grant
                ? await CopyAsync(request, text => Body().Replace(text, _ => $"<s:Body>{Revoke(grant)}</s:Body>"), cancellationToken)
                : null;
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (revocation is not null && response.StatusCode == HttpStatusCode.OK)
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                using HttpResponseMessage dropped = await base.SendAsync(revocation, cancellationToken);
            }

            return response;
        }

        private static string Revoke(Match grant) =>
            $"<FolderActionRequest xmlns=\"urn:zimbraMail\"><action id=\"{grant.Groups["folder"].Value}\" op=\"!grant\" "
            + $"zid=\"{grant.Groups["grantee"].Value}\"/></FolderActionRequest>";

        [GeneratedRegex(
            "<(?:\\w+:)?action[^>]*\\bid=\"(?<folder>[^\"]+)\"[^>]*op=\"grant\"[^>]*>\\s*<(?:\\w+:)?grant[^>]*\\b(?:d|"
                + "zid)=\"(?<grantee>[^\"]+)\"",
            RegexOptions.None,
            10_000
        )]
        private static partial Regex Grant();

        [GeneratedRegex("<s:Body\\b.*</s:Body>", RegexOptions.Singleline, 10_000)]
        private static partial Regex Body();
    }

    private sealed class GiveUp(string caller, GivenUp givenUp) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (givenUp.Contains(caller))
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Given up.");
            }

            try
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.InternalServerError))
                {
                    givenUp.Add(caller);
                }

                return response;
            }
            catch (HttpRequestException)
            {
                givenUp.Add(caller);
                throw;
            }
        }
    }

    /// <summary>A library that does not look: its questions after a lost change never leave. It may repeat the change.</summary>
    private sealed class NeverLook(Func<int> calls) : DelegatingHandler
    {
        private const int LargestReply = 512 * 1024;

        private volatile int _blind = -1;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool isChange = WireText.IsChange(
                request,
                request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)
            );
            if (!isChange && _blind == calls())
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody looks.");
            }

            try
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                if (isChange)
                {
                    await response.Content.LoadIntoBufferAsync(LargestReply, cancellationToken);
                    byte[] reply = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                    _blind = WireText.EndOf(response.StatusCode, reply) == ExchangeEnd.Lost ? calls() : -1;
                }

                return response;
            }
            catch when (isChange)
            {
                _blind = calls();
                throw;
            }
        }
    }
}
