using Zourit.Zimbra.Sharing.Transport;

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
                $"No free/busy times are reported at {address.GetLeftPart(UriPartial.Path)} (HTTP {status}): there is no "
                    + $"such account, or its owner does "
                    + $"not tell them to {credentials?.UserName ?? "anybody"}."
            )
            {
                Operation = call.Operation,
            },
            401 => Refused(call, response, credentials),
            400 or 404 or 501 => new ZimbraFeedException(
                response.StatusCode,
                status switch
                {
                    404 when credentials is null => $"No Zimbra calendar is at {address} (HTTP 404). Check the host and the port.",
                    404 => $"'{credentials}' signed in, but is given no calendar at {address} (HTTP 404): no calendar has that name, it is "
                        + $"not shared with this account, or "
                        + "its owner's account is not active. The server does not tell these apart.",
                    501 => $"What is at {address} is no calendar, so it cannot be read as one (HTTP 501).",
                    _ => $"The server does not understand the address {address} (HTTP 400).",
                }
            )
            {
                Operation = call.Operation,
            },
            >= 300 and < 400 => Connection(
                $"The address {address} redirects (HTTP {status}){HttpFailure.RedirectTarget(response)}. It was not followed, since a "
                    + $"password could travel with it. Use the final https address."
            ),
            403 => Connection(
                $"Reading {address} was forbidden (HTTP 403) by a filter before the Zimbra server. Ask who runs it to let "
                    + $"this program through."
            ),
            405 or 407 => Connection(
                $"What answers at {address} is no Zimbra server (HTTP {status}). Check the host, the port and the proxy."
            ),
            408 or 429 or 503 => Connection(
                $"The server is turning requests away (HTTP {status}): too many requests, too many failed logins from this network "
                    + $"address, or maintenance. "
                    + $"{(response.Headers.RetryAfter is null ? "Wait before trying again." : "It says how long to wait.")}",
                transient: true
            ),
            500 or 502 or 504 => Connection($"The server failed to answer for {address} (HTTP {status}).", transient: true),
            _ => call.Unreadable($"{address} answered HTTP {status}, which Zimbra does not use."),
        };

        ZimbraConnectionException Connection(string message, bool transient = false) =>
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
            ? new ZimbraAuthenticationException(
                AuthenticationFailure.TokenRejected,
                "Nobody was let in (HTTP 401), and the server offers no sign-in: something between here and the server adds a cookie or a "
                    + "token that it does not accept."
            )
            {
                Operation = call.Operation,
            }
            : new ZimbraAuthenticationException(
                AuthenticationFailure.Rejected,
                credentials is null
                    ? "The calendar is not public, or none exists at this address (HTTP 401). The server does not tell these apart. "
                        + "Sign in, or "
                        + "share it publicly."
                    : $"'{credentials}' was not let in (HTTP 401): the password or the user name is wrong, there is no such calendar, it "
                        + $"is not "
                        + $"shared with this guest, or the "
                        + "guest's account is closed or locked. The server does not tell these apart. A guest signs in with the "
                        + "identifier, e.g. "
                        + "adresse.orange.fr@monasso.org, "
                        + "unless the grant has a password of its own. Every wrong password counts towards a lock-out: find out with "
                        + $"{nameof(FeedClient)}.{nameof(FeedClient.DiagnoseAsync)} instead of just trying again."
            )
            {
                Operation = call.Operation,
            };
}
