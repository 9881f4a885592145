using System.Text;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Feeds.Parsing;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>A feed that has come in whole: its bytes and its index. A transfer that breaks off is repeated from the start.</summary>
internal sealed class FeedTransfer : IDisposable
{
    private const int BlockSize = 64 * 1024;
    private const long LargestText = 16 * 1024 * 1024;

    private FeedTransfer(FeedSpool spool, FeedIndex index)
    {
        Spool = spool;
        Index = index;
    }

    public FeedSpool Spool { get; }

    public FeedIndex Index { get; }

    /// <summary>
    /// Receives a feed. Its body may take longer than an attempt, since the server writes a large calendar for a while: as long as
    /// something comes in, and everything within the total limit.
    /// </summary>
    public static async Task<FeedTransfer> ReceiveAsync(
        Connection connection,
        string operation,
        Uri address,
        FeedCredentials? credentials,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        ZimbraClientOptions options = connection.Options;
        using var late = new CancellationTokenSource(options.TotalTimeout, options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            for (int broken = 0; ; broken++)
            {
                using FeedStream stream = await OpenAsync(connection, operation, address, credentials, maxBytes, linked.Token)
                    .ConfigureAwait(false);
                try
                {
                    return await SpoolAsync(stream, linked.Token).ConfigureAwait(false);
                }
                catch (ZimbraConnectionException e) when (e.IsTransient && broken < options.MaxRetries)
                {
                    await Task.Delay(options.RetryDelay, options.TimeProvider, linked.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{operation} was cancelled.", e, cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new ZimbraConnectionException(
                $"{operation} took longer than {options.TotalTimeout.TotalSeconds:0.#} s in all " + $"({nameof(options.TotalTimeout)}).",
                e
            )
            {
                Operation = operation,
                IsTransient = true,
            };
        }
    }

    /// <summary>Receives a feed without ever asking twice.</summary>
    public static async Task<FeedTransfer> ReceiveOnceAsync(
        Connection connection,
        string operation,
        Uri address,
        FeedCredentials? credentials,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        using FeedStream stream = await FeedRequest
            .OpenAsync(connection, operation, address, credentials, maxBytes, cancellationToken)
            .ConfigureAwait(false);
        return await SpoolAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a feed; passing failures are repeated.</summary>
    public static Task<FeedStream> OpenAsync(
        Connection connection,
        string operation,
        Uri address,
        FeedCredentials? credentials,
        long maxBytes,
        CancellationToken cancellationToken
    ) =>
        connection
            .CallsTo(address)
            .Pipeline.RunAsync(
                operation,
                RetrySafety.Safe,
                static (call, token) =>
                    new ValueTask<FeedStream>(
                        FeedRequest.OpenAsync(
                            call.connection,
                            call.operation,
                            call.address,
                            call.credentials,
                            call.maxBytes,
                            token,
                            hasTurn: true
                        )
                    ),
                (connection, operation, address, credentials, maxBytes),
                cancellationToken
            );

    /// <summary>Reads a short answer as text.</summary>
    public static Task<string> ReceiveTextAsync(
        Connection connection,
        string operation,
        Uri address,
        FeedCredentials? credentials,
        CancellationToken cancellationToken
    ) =>
        connection
            .CallsTo(address)
            .Pipeline.RunAsync(
                operation,
                RetrySafety.Safe,
                static async (call, token) =>
                {
                    using FeedStream stream = await FeedRequest
                        .OpenAsync(call.connection, call.operation, call.address, call.credentials, LargestText, token, hasTurn: true)
                        .ConfigureAwait(false);
                    using var text = new MemoryStream();
                    await stream.CopyToAsync(text, token).ConfigureAwait(false);
                    return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
                },
                (connection, operation, address, credentials),
                cancellationToken
            );

    public void Dispose() => Spool.Dispose();

    private static async Task<FeedTransfer> SpoolAsync(FeedStream stream, CancellationToken cancellationToken)
    {
        using var indexer = new FeedIndexer();
        var spool = new FeedSpool();
        try
        {
            byte[] block = new byte[BlockSize];
            for (
                int count = await stream.ReadAsync(block, cancellationToken).ConfigureAwait(false);
                count > 0;
                count = await stream.ReadAsync(block, cancellationToken).ConfigureAwait(false)
            )
            {
                indexer.Append(block.AsSpan(0, count));
                await spool.AppendAsync(block.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }

            return new FeedTransfer(spool, indexer.Complete());
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }
}
