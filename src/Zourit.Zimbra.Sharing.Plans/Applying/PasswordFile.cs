using System.Text;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>
/// A new file for the passwords of guests' accounts, which only its owner may read: CSV with <c>;</c> and the columns <c>guest</c>,
/// <c>user name</c> and <c>password</c>. A line is on the disk before its account is made, so that no password is lost. The
/// last line of a guest counts: an empty password takes the one before back, since another run made the account; and where a run failed
/// there, a later file has the password. Hand the passwords over, and delete the file.
/// </summary>
public sealed class PasswordFile : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly SemaphoreSlim _turn = new(1);

    private PasswordFile(FileStream file) => _file = file;

    /// <summary>Makes the file (mode 0600).</summary>
    /// <param name="path">The file, which must not exist yet.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="IOException">The file exists, or cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static async Task<PasswordFile> CreateAsync(string path, CancellationToken cancellationToken = default)
    {
        FileName.Require(path);
        var file = new PasswordFile(new(path, PrivateFile.Options(FileMode.CreateNew)));
        try
        {
            await file.WriteAsync("guest;user name;password\n", cancellationToken).ConfigureAwait(false);
            return file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        _turn.Dispose();
    }

    /// <summary>Writes a password through to the disk. Its account must not be made before.</summary>
    internal Task AddAsync(string guest, GuestIdentifier identifier, Secret password, CancellationToken cancellationToken) =>
        WriteAsync($"{guest};{identifier.Value};{Quoted(password.Reveal())}\n", cancellationToken);

    /// <summary>Takes the last password of a guest back.</summary>
    internal Task TakeBackAsync(string guest, GuestIdentifier identifier) =>
        WriteAsync($"{guest};{identifier.Value};\n", CancellationToken.None);

    private static string Quoted(string password) => $"\"{password.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private async Task WriteAsync(string line, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _file.WriteAsync(Encoding.UTF8.GetBytes(line), CancellationToken.None).ConfigureAwait(false);
            _file.Flush(flushToDisk: true);
        }
        finally
        {
            _turn.Release();
        }
    }
}
