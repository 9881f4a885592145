using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>What a status other than 200 means for somebody who reads a feed (docs/protocol.md §8.5).</summary>
internal static class FeedStatus
{
    public static ZimbraException Describe(
        RequestScope call,
        HttpResponseMessage response,
        Uri address,
        FeedCredentials? credentials,
        DateTimeOffset now
    )
    {
        int status = (int)response.StatusCode;
        return status switch
        {
            401 or 404 when IsFreeBusy(address) => new ZimbraFeedException(
                response.StatusCode,
                FeedStatusTexts.NoFreeBusy(address, status, credentials)
            )
            {
                Operation = call.Operation,
            },
            401 => Refused(call, response, credentials),
            400 or 404 or 501 => new ZimbraFeedException(response.StatusCode, FeedStatusTexts.NoCalendar(address, status, credentials))
            {
                Operation = call.Operation,
            },
            >= 300 and < 400 => Connection(FeedStatusTexts.Redirects(address, status, HttpFailure.RedirectTarget(response))),
            403 => Connection(FeedStatusTexts.Forbidden(address)),
            405 or 407 => Connection(FeedStatusTexts.NoServer(address, status)),
            408 or 429 or 503 => Connection(FeedStatusTexts.TurnedAway(status, response.Headers.RetryAfter is not null), transient: true),
            500 or 502 or 504 => Connection(FeedStatusTexts.Failed(address, status), transient: true),
            _ => call.Unreadable(FeedStatusTexts.Unknown(address, status)),
        };

        ZimbraConnectionException Connection(LocalizedText message, bool transient = false) =>
            new(message)
            {
                Operation = call.Operation,
                StatusCode = response.StatusCode,
                IsTransient = transient,
                RetryAfter = HttpFailure.RetryAfter(response, now),
            };
    }

    public static bool IsFreeBusy(Uri address) => address.AbsolutePath.EndsWith(".ifb", StringComparison.Ordinal);

    // Without a challenge the server refuses a cookie or query token (docs/protocol.md §8.4), which are never sent from here.
    private static ZimbraAuthenticationException Refused(RequestScope call, HttpResponseMessage response, FeedCredentials? credentials) =>
        response.Headers.WwwAuthenticate.Count == 0
            ? new ZimbraAuthenticationException(AuthenticationFailure.TokenRejected, FeedStatusTexts.NoSignIn)
            {
                Operation = call.Operation,
            }
            : new ZimbraAuthenticationException(
                AuthenticationFailure.Rejected,
                credentials is null ? FeedStatusTexts.NotPublic : FeedStatusTexts.NotLetIn(credentials)
            )
            {
                Operation = call.Operation,
            };
}
