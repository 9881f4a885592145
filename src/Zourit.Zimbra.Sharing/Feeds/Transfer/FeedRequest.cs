using System.Net;
using System.Net.Http.Headers;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>One GET of a feed: credentials at once, no redirect, no cookie; the body is left to be read.</summary>
internal static class FeedRequest
{
    public static async Task<FeedStream> OpenAsync(
        Connection connection,
        string operation,
        Uri address,
        FeedCredentials? credentials,
        long maxBytes,
        CancellationToken cancellationToken,
        bool hasTurn = false
    )
    {
        if (!hasTurn)
        {
            await connection.CallsTo(address).WaitAsync(operation, cancellationToken).ConfigureAwait(false);
        }

        long started = connection.Options.TimeProvider.GetTimestamp();
        try
        {
            FeedStream stream = await AskAsync(connection, operation, address, credentials, maxBytes, cancellationToken)
                .ConfigureAwait(false);
            connection.Logger.Answered(operation, connection.Options.TimeProvider.GetElapsedTime(started).TotalMilliseconds);
            return stream;
        }
        catch (ZimbraException e)
        {
            connection.Logger.Failed(
                operation,
                e.GetType().Name,
                connection.Options.TimeProvider.GetElapsedTime(started).TotalMilliseconds
            );
            throw;
        }
    }

    private static async Task<FeedStream> AskAsync(
        Connection connection,
        string operation,
        Uri address,
        FeedCredentials? credentials,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        var call = new RequestScope(operation, isSafe: true, cancellationToken) { Sent = true };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (credentials is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials.BasicToken());
        }

        HttpResponseMessage response;
        try
        {
            response = await connection
                .Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw HttpFailure.Describe(call, e, address, FeedStream.TooLarge(address, maxBytes));
        }
        catch (IOException e)
        {
            throw call.Lost($"the connection to {address.GetLeftPart(UriPartial.Authority)} was cut.", e);
        }

        try
        {
            Check(call, response, address, credentials, connection.Options.TimeProvider.GetUtcNow());
            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new FeedStream(response, body, call, address, maxBytes, connection.Options);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static void Check(
        RequestScope call,
        HttpResponseMessage response,
        Uri address,
        FeedCredentials? credentials,
        DateTimeOffset now
    )
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw FeedStatus.Describe(call, response, address, credentials, now);
        }

        if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
        {
            throw call.Unreadable(
                $"{address} answered with a web page instead of a calendar. Something before the Zimbra server "
                    + $"answered, or the address is not Zimbra's."
            );
        }
    }
}
