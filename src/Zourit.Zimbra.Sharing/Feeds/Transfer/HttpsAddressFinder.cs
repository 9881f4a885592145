using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>Looks for the https form of an address that the server announces with http, its default (docs/protocol.md §8.9).</summary>
internal static class HttpsAddressFinder
{
    public static async Task<IcsAddress?> FindAsync(
        Connection connection,
        string operation,
        IcsAddress address,
        CancellationToken cancellationToken
    )
    {
        foreach (string authority in Authorities(address.Uri, connection.Server))
        {
            var candidate = IcsAddress.Parse($"https://{authority}{address.Uri.AbsolutePath}");
            if (await AnswersAsync(connection, operation, candidate, cancellationToken).ConfigureAwait(false))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>
    /// The https form as far as it shows without asking: of the host that this client itself reaches through https. Null when unknown.
    /// </summary>
    public static IcsAddress? Known(IcsAddress address, Uri server) =>
        address switch
        {
            { IsEncrypted: true } => address,
            _ when server.Scheme == Uri.UriSchemeHttps && server.Host == address.Uri.Host => IcsAddress.Parse(
                $"https://{server.Authority}{address.Uri.AbsolutePath}"
            ),
            _ => null,
        };

    // https's own port first; else the port under which this client reaches the same host.
    private static IEnumerable<string> Authorities(Uri address, Uri server)
    {
        yield return address.Host;
        if (server.Scheme == Uri.UriSchemeHttps && server.Host == address.Host && !server.IsDefaultPort)
        {
            yield return server.Authority;
        }
    }

    private static async Task<bool> AnswersAsync(
        Connection connection,
        string operation,
        IcsAddress candidate,
        CancellationToken cancellationToken
    )
    {
        using var late = new CancellationTokenSource(connection.Options.AttemptTimeout, connection.Options.TimeProvider);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            FeedStream feed = await FeedRequest
                .OpenInTurnAsync(connection, new FeedSource(operation, candidate.Uri, Credentials: null, long.MaxValue), ended.Token)
                .ConfigureAwait(false);
            await feed.DisposeAsync().ConfigureAwait(false);
            return true;
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.Rejected)
        {
            // 401 with a challenge is what Zimbra answers nobody in particular for a calendar that is not public.
            return true;
        }
        catch (ZimbraException)
        {
            // Not reached, a bad certificate, a redirect, a web page: no address to give to anybody.
            return false;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{operation} was cancelled.", e, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
