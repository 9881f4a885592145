using System.Net;

namespace Zourit.Zimbra.Sharing.Chaos.Processes;

/// <summary>A reply's body that tells when it was read to its end, given up or broken, and what it said.</summary>
internal sealed class WatchedContent : HttpContent
{
    private const int Kept = 512 * 1024;

    private readonly HttpContent _inner;
    private readonly MemoryStream _text = new();
    private Action<byte[]?, bool>? _ended;

    /// <param name="inner">The body.</param>
    /// <param name="ended">Told once: the whole text, or null when it did not come whole; and whether its reader gave up.</param>
    public WatchedContent(HttpContent inner, Action<byte[]?, bool> ended)
    {
        _inner = inner;
        _ended = ended;
        foreach ((string name, IEnumerable<string> values) in inner.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using Stream source = await CreateContentReadStreamAsync(cancellationToken);
        await source.CopyToAsync(stream, cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new WatchedStream(await _inner.ReadAsStreamAsync(cancellationToken), this);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End(whole: false);
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void End(bool whole, bool givenUp = false) =>
        Interlocked.Exchange(ref _ended, null)?.Invoke(whole ? _text.ToArray() : null, givenUp);

    private sealed class WatchedStream(Stream inner, WatchedContent content) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return Note(await inner.ReadAsync(buffer, cancellationToken), buffer.Span);
            }
            catch (Exception e)
            {
                content.End(whole: false, givenUp: e is OperationCanceledException);
                throw;
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) =>
            Note(inner.Read(buffer, offset, count), buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                content.End(whole: false);
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private int Note(int read, Span<byte> buffer)
        {
            if (read == 0)
            {
                content.End(whole: true);
            }
            else if (content._text.Length < Kept)
            {
                content._text.Write(buffer[..read]);
            }

            return read;
        }
    }
}
