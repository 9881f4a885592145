using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>
/// Keeps a feed's bytes to be read again in parts: a small feed in memory, a larger one in a temporary file that is gone when it is closed.
/// </summary>
internal sealed class FeedSpool : IDisposable
{
    private const int LargestInMemory = 1024 * 1024;
    private const int WindowSize = 64 * 1024;

    private byte[] _memory = new byte[16 * 1024];
    private FileStream? _file;

    // Which part of the file is in memory: events are read one after the other, and an access to the disk for each costs more than the
    // reading of it.
    private (long Start, int Length) _window;

    public long Length { get; private set; }

    public bool IsInFile => _file is not null;

    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (_file is null && Length + bytes.Length > LargestInMemory)
        {
            await OnDisk(MoveToFileAsync(cancellationToken)).ConfigureAwait(false);
        }

        if (_file is not null)
        {
            await OnDisk(_file.WriteAsync(bytes, cancellationToken)).ConfigureAwait(false);
        }
        else
        {
            if (Length + bytes.Length > _memory.Length)
            {
                Array.Resize(ref _memory, (int)Math.Min(LargestInMemory, Math.Max(Length + bytes.Length, 2L * _memory.Length)));
            }

            bytes.Span.CopyTo(_memory.AsSpan((int)Length));
        }

        Length += bytes.Length;
    }

    /// <summary>Fills a buffer from a place; both must lie within what was appended.</summary>
    public async ValueTask ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_file is null)
        {
            _memory.AsMemory((int)offset, buffer.Length).CopyTo(buffer);
            return;
        }

        if (buffer.Length > WindowSize)
        {
            await FillAsync(_file, offset, buffer, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (offset < _window.Start || offset + buffer.Length > _window.Start + _window.Length)
        {
            _window = default;
            _memory = _memory.Length == WindowSize ? _memory : new byte[WindowSize];
            int length = Math.Max(buffer.Length, (int)Math.Min(WindowSize, Length - offset));
            await FillAsync(_file, offset, _memory.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            _window = (offset, length);
        }

        _memory.AsMemory((int)(offset - _window.Start), buffer.Length).CopyTo(buffer);
    }

    public void Dispose() => _file?.Dispose();

    private static async ValueTask FillAsync(FileStream file, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int filled = 0;
        while (filled < buffer.Length)
        {
            int count = 0;
            await OnDisk(ReadSomeAsync()).ConfigureAwait(false);
            filled += count > 0 ? count : throw Unusable(new EndOfStreamException("The temporary file is shorter than what was written."));

            async ValueTask ReadSomeAsync() =>
                count = await RandomAccess
                    .ReadAsync(file.SafeFileHandle, buffer[filled..], offset + filled, cancellationToken)
                    .ConfigureAwait(false);
        }
    }

    private static async ValueTask OnDisk(ValueTask work)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    private static ZimbraConnectionException Unusable(Exception cause) =>
        new(
            LocalizedText.Format(
                $"A large feed is kept in a temporary file while it is read, and the folder {Path.GetTempPath()} does not take it: "
                    + $"{cause.Message} Make room there, or set TMPDIR to another folder.",
                $"Un grand flux est gardé dans un fichier temporaire pendant sa lecture, et le dossier {Path.GetTempPath()} ne le "
                    + $"prend pas "
                    + $"({cause.GetType().Name}). Faites-y de la place, ou indiquez un autre dossier dans TMPDIR."
            ),
            cause
        );

    private async ValueTask MoveToFileAsync(CancellationToken cancellationToken)
    {
        string path = Path.Combine(Path.GetTempPath(), $"feed-{Guid.NewGuid():N}.ics");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (OperatingSystem.IsWindows())
        {
            options.Options |= FileOptions.DeleteOnClose;
            _file = new FileStream(path, options);
        }
        else
        {
            // The calendar may be private: nobody else on this machine may read it, and it must not stay when the process is killed.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            _file = new FileStream(path, options);
            File.Delete(path);
        }

        await _file.WriteAsync(_memory.AsMemory(0, (int)Length), cancellationToken).ConfigureAwait(false);
        _memory = [];
    }
}
