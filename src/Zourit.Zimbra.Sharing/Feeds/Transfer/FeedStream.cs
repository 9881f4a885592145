using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>
/// A feed's body as it comes in: bounded in bytes, and each read in time, since a server that stalls in the middle would hold the reader
/// for ever. What fails below it comes out as this library's exceptions.
/// </summary>
internal sealed class FeedStream(HttpResponseMessage response, Stream body, RequestScope call, FeedSource source, CallSettings options)
    : Stream
{
    private long _read;

    public static LocalizedText TooLarge(FeedSource source) =>
        FeedStatus.IsFreeBusy(source.Address)
            ? LocalizedText.Format(
                $"the free/busy times are larger than {source.MaxBytes} bytes. Ask for a shorter time.",
                $"les disponibilités dépassent {source.MaxBytes} octets. Demandez une période plus courte."
            )
            : LocalizedText.Format(
                $"the feed is larger than {source.MaxBytes} bytes. Ask for a window, or raise "
                    + $"{nameof(FeedReadOptions)}.{nameof(FeedReadOptions.MaxBytes)}.",
                $"le flux dépasse {source.MaxBytes} octets. Demandez une période, ou augmentez "
                    + $"{nameof(FeedReadOptions)}.{nameof(FeedReadOptions.MaxBytes)}."
            );

    /// <summary>Whether HTTP itself tells where the body ends, so that one that came to its end was not cut on the way.</summary>
    public bool IsWhole =>
        response.Version.Major >= 2
        || response.Content.Headers.ContentLength is not null
        || response.Headers.TransferEncodingChunked == true;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("A feed's length is not known before its end.");

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException("A feed can only be read forwards.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var late = new CancellationTokenSource(options.AttemptTimeout, options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        int count;
        try
        {
            count = await body.ReadAsync(buffer, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw call.Lost(
                LocalizedText.Format(
                    $"nothing came in for {options.AttemptTimeout.TotalSeconds:0.#} s ({nameof(ZimbraClientOptions.AttemptTimeout)}).",
                    $"rien n'est arrivé pendant {options.AttemptTimeout.TotalSeconds:0.#} s ({nameof(ZimbraClientOptions.AttemptTimeout)})."
                )
            );
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{call.Operation} was cancelled.", e, cancellationToken);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw call.Lost(HttpTexts.CutWhileComing, e);
        }
        catch (InvalidDataException e)
        {
            throw call.Unreadable(HttpTexts.Undecodable, e);
        }

        return (_read += count) <= source.MaxBytes ? count : throw call.Unreadable(TooLarge(source));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A feed is read asynchronously: use ReadAsync or CopyToAsync.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A feed can only be read forwards.");

    public override void SetLength(long value) => throw new NotSupportedException("A feed cannot be written.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A feed cannot be written.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }
}
