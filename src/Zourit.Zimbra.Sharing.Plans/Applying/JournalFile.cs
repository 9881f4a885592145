using System.Text;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Opens a journal's file, reads it, and takes out what is old.</summary>
internal static class JournalFile
{
    public static async Task<(FileStream File, JournalState State)> OpenAsync(
        string path,
        JournalOptions options,
        CancellationToken cancellationToken
    )
    {
        FileStream file = new(path, PrivateFile.Options(FileMode.OpenOrCreate));
        try
        {
            var state = new JournalState();
            var lines = await ReadAsync(file, state, cancellationToken).ConfigureAwait(false);
            if (options.Keep is { } keep)
            {
                DateTimeOffset oldest = options.TimeProvider.GetUtcNow() - keep;
                string[] kept = [.. lines.Where(line => line.At >= oldest || state.Needs(line.Text)).Select(line => line.Text)];
                if (kept.Length < lines.Count)
                {
                    file = await ReplaceAsync(path, file, kept, cancellationToken).ConfigureAwait(false);
                }
            }

            await EndLastLineAsync(file, cancellationToken).ConfigureAwait(false);
            return (file, state);
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<List<(string Text, DateTimeOffset At)>> ReadAsync(
        FileStream file,
        JournalState state,
        CancellationToken cancellationToken
    )
    {
        List<(string Text, DateTimeOffset At)> lines = [];
        using var text = new StreamReader(file, leaveOpen: true);
        while (await text.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (state.Add(line) is { } at)
            {
                lines.Add((line, at));
            }
        }

        return lines;
    }

    // Whole under a name of its own before it takes the journal's, so that a run that is killed here loses nothing.
    private static async Task<FileStream> ReplaceAsync(
        string path,
        FileStream old,
        IEnumerable<string> lines,
        CancellationToken cancellationToken
    )
    {
        string next = $"{path}.new";
        File.Delete(next);
        FileStream file = new(next, PrivateFile.Options(FileMode.CreateNew));
        await using (file.ConfigureAwait(false))
        {
            byte[] text = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n")));
            await file.WriteAsync(text, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }

        if (OperatingSystem.IsWindows())
        {
            // An open file cannot be replaced there.
            await old.DisposeAsync().ConfigureAwait(false);
        }

        File.Move(next, path, overwrite: true);
        await old.DisposeAsync().ConfigureAwait(false);
        return new(path, PrivateFile.Options(FileMode.OpenOrCreate));
    }

    // A line that was cut in the middle would swallow the one that is written after it.
    private static async Task EndLastLineAsync(FileStream file, CancellationToken cancellationToken)
    {
        byte[] last = new byte[1];
        if (file.Length > 0)
        {
            file.Position = file.Length - 1;
            await file.ReadExactlyAsync(last, cancellationToken).ConfigureAwait(false);
        }

        file.Position = file.Length;
        if (file.Length > 0 && last[0] != (byte)'\n')
        {
            await file.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }
}
