using System.Net;
using System.Net.Http.Headers;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>One GET of a feed: credentials at once, no redirect, no cookie; the body is left to be read.</summary>
internal static class FeedRequest
{
    /// <summary>For requests outside the pipeline: waits until the rate of requests lets it pass, and sends it.</summary>
    public static async Task<FeedStream> OpenInTurnAsync(Connection connection, FeedSource source, CancellationToken cancellationToken)
    {
        await connection.CallsTo(source.Address).WaitAsync(source.Operation, cancellationToken).ConfigureAwait(false);
        return await OpenAsync(connection, source, cancellationToken).ConfigureAwait(false);
    }

    public static async Task<FeedStream> OpenAsync(Connection connection, FeedSource source, CancellationToken cancellationToken)
    {
        long started = connection.Options.TimeProvider.GetTimestamp();
        try
        {
            FeedStream stream = await AskAsync(connection, source, cancellationToken).ConfigureAwait(false);
            connection.Logger.Answered(source.Operation, connection.Options.TimeProvider.GetElapsedTime(started).TotalMilliseconds);
            return stream;
        }
        catch (ZimbraException e)
        {
            connection.Logger.Failed(
                source.Operation,
                e.GetType().Name,
                connection.Options.TimeProvider.GetElapsedTime(started).TotalMilliseconds
            );
            throw;
        }
    }

    private static async Task<FeedStream> AskAsync(Connection connection, FeedSource source, CancellationToken cancellationToken)
    {
        Uri address = source.Address;
        var call = new RequestScope(source.Operation, isSafe: true, cancellationToken) { Sent = true };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (source.Credentials is { } credentials)
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
            throw HttpFailure.Describe(call, e, address, FeedStream.TooLarge(source));
        }
        catch (IOException e)
        {
            throw call.Lost(HttpTexts.CutWhileComing, e);
        }

        try
        {
            Check(call, response, source, connection.Options.TimeProvider.GetUtcNow());
            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new FeedStream(response, body, call, source, connection.Options);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static void Check(RequestScope call, HttpResponseMessage response, FeedSource source, DateTimeOffset now)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw FeedStatus.Describe(call, response, source.Address, source.Credentials, now);
        }

        if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
        {
            throw call.Unreadable(
                LocalizedText.Format(
                    $"{source.Address} answered with a web page instead of a calendar. Something before the Zimbra server answered, or the "
                        + $"address is not Zimbra's.",
                    $"{source.Address} a répondu par une page web au lieu d'un agenda. Ce qui se trouve devant le serveur Zimbra a "
                        + $"répondu, "
                        + $"ou l'adresse n'est pas celle de Zimbra."
                )
            );
        }
    }
}
