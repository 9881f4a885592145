namespace Zourit.Zimbra.Sharing.Chaos.Processes;

/// <summary>Takes what comes up to a size, and breaks off beyond it.</summary>
internal sealed class LimitedStream(MemoryStream kept) : Stream
{
    private const int Limit = 1024 * 1024;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => kept.Length;

    public override long Position
    {
        get => kept.Position;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (kept.Length + count > Limit)
        {
            throw new IOException("The reply does not end.");
        }

        kept.Write(buffer, offset, count);
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
