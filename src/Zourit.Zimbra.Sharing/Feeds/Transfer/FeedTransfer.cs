using System.Text;
using Zourit.Zimbra.Sharing.Feeds.Parsing;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Sessions;

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

    public static Task<FeedTransfer> ReceiveAsync(
        Connection connection, string operation, Uri address, FeedCredentials? credentials, long maxBytes, CancellationToken cancellationToken) =>
        connection.Pipeline.RunAsync(
            operation,
            RepeatRule.Safe,
            static (call, token) => new ValueTask<FeedTransfer>(ReceiveOnceAsync(call.connection, call.operation, call.address, call.credentials, call.maxBytes, token)),
            (connection, operation, address, credentials, maxBytes),
            cancellationToken);

    /// <summary>Receives a feed without ever asking twice.</summary>
    public static async Task<FeedTransfer> ReceiveOnceAsync(
        Connection connection, string operation, Uri address, FeedCredentials? credentials, long maxBytes, CancellationToken cancellationToken)
    {
        using FeedStream stream = await FeedRequest.OpenAsync(connection, operation, address, credentials, maxBytes, cancellationToken).ConfigureAwait(false);
        using var indexer = new FeedIndexer();
        var spool = new FeedSpool();
        try
        {
            byte[] block = new byte[BlockSize];
            for (int count = await stream.ReadAsync(block, cancellationToken).ConfigureAwait(false); count > 0;
                count = await stream.ReadAsync(block, cancellationToken).ConfigureAwait(false))
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

    /// <summary>Reads a short answer as text.</summary>
    public static Task<string> ReceiveTextAsync(Connection connection, string operation, Uri address, FeedCredentials? credentials, CancellationToken cancellationToken) =>
        connection.Pipeline.RunAsync(
            operation,
            RepeatRule.Safe,
            static async (call, token) =>
            {
                using FeedStream stream = await FeedRequest.OpenAsync(
                    call.connection, call.operation, call.address, call.credentials, LargestText, token).ConfigureAwait(false);
                using var text = new MemoryStream();
                await stream.CopyToAsync(text, token).ConfigureAwait(false);
                return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
            },
            (connection, operation, address, credentials),
            cancellationToken);

    public void Dispose() => Spool.Dispose();
}
