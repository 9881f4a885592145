using System.Text;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Feeds.Parsing;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>A feed that has come in whole: its bytes and its index. A transfer that breaks off is repeated from the start.</summary>
internal sealed class FeedTransfer : IDisposable
{
    private const int BlockSize = 64 * 1024;

    private FeedTransfer(FeedSpool spool, FeedIndex index)
    {
        Spool = spool;
        Index = index;
    }

    public FeedSpool Spool { get; }

    public FeedIndex Index { get; }

    /// <summary>
    /// Receives a feed. Its body may take longer than an attempt, since the server writes a large calendar for a while: as long as
    /// something comes in, and everything within the total limit. One that breaks off counts as a failed attempt like any other.
    /// </summary>
    public static Task<FeedTransfer> ReceiveAsync(Connection connection, FeedSource source, CancellationToken cancellationToken) =>
        RunAsync(
            connection,
            source,
            static async (call, token) =>
            {
                using FeedStream stream = await OpenInTimeAsync(call.Connection, call.Source, token).ConfigureAwait(false);
                return await SpoolAsync(stream, call.Connection.Options.TimeProvider, token).ConfigureAwait(false);
            },
            cancellationToken,
            limitsItself: true
        );

    /// <summary>Receives a feed without ever asking twice.</summary>
    public static async Task<FeedTransfer> ReceiveOnceAsync(Connection connection, FeedSource source, CancellationToken cancellationToken)
    {
        using FeedStream stream = await FeedRequest.OpenInTurnAsync(connection, source, cancellationToken).ConfigureAwait(false);
        return await SpoolAsync(stream, connection.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a feed; passing failures are repeated.</summary>
    public static Task<FeedStream> OpenAsync(Connection connection, FeedSource source, CancellationToken cancellationToken) =>
        RunAsync(
            connection,
            source,
            static (call, token) => new ValueTask<FeedStream>(FeedRequest.OpenAsync(call.Connection, call.Source, token)),
            cancellationToken
        );

    /// <summary>Reads a short answer as text.</summary>
    public static Task<string> ReceiveTextAsync(Connection connection, FeedSource source, CancellationToken cancellationToken) =>
        RunAsync(
            connection,
            source,
            static async (call, token) =>
            {
                using FeedStream stream = await FeedRequest.OpenAsync(call.Connection, call.Source, token).ConfigureAwait(false);
                using var text = new MemoryStream();
                await stream.CopyToAsync(text, token).ConfigureAwait(false);
                return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
            },
            cancellationToken
        );

    public void Dispose() => Spool.Dispose();

    private static Task<T> RunAsync<T>(
        Connection connection,
        FeedSource source,
        Func<(Connection Connection, FeedSource Source), CancellationToken, ValueTask<T>> attempt,
        CancellationToken cancellationToken,
        bool limitsItself = false
    )
        where T : class =>
        connection
            .CallsTo(source.Address)
            .Pipeline.RunAsync(
                source.Operation,
                RetrySafety.Safe,
                attempt,
                (connection, source),
                cancellationToken,
                limitsItself: limitsItself
            );

    // The stream watches over the body itself.
    private static async Task<FeedStream> OpenInTimeAsync(Connection connection, FeedSource source, CancellationToken cancellationToken)
    {
        TimeSpan limit = connection.Options.AttemptTimeout;
        using var late = new CancellationTokenSource(limit, connection.Options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await FeedRequest.OpenAsync(connection, source, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ZimbraConnectionException(HttpTexts.NoReplyWithin(source.Operation, limit), e)
            {
                Operation = source.Operation,
                IsTransient = true,
            };
        }
    }

    private static async Task<FeedTransfer> SpoolAsync(FeedStream stream, TimeProvider time, CancellationToken cancellationToken)
    {
        using var indexer = new FeedIndexer(time);
        var lineEnds = new LineEnds();
        var spool = new FeedSpool();
        try
        {
            byte[] block = new byte[BlockSize];
            int held = 0,
                count;
            do
            {
                count = await stream.ReadAsync(block.AsMemory(held), cancellationToken).ConfigureAwait(false);
                int length = held + count,
                    settled = lineEnds.Settle(block.AsSpan(0, length), isEnd: count == 0);
                indexer.Append(block.AsSpan(0, settled));
                await spool.AppendAsync(block.AsMemory(0, settled), cancellationToken).ConfigureAwait(false);
                block.AsSpan(settled, length - settled).CopyTo(block);
                held = length - settled;
            } while (count > 0);

            return new FeedTransfer(spool, indexer.Complete(stream.IsWhole));
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }
}
