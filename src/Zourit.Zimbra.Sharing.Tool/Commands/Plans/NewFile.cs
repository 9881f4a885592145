using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>Writes a file that names people: whole or not at all, and only its owner may read it.</summary>
internal static class NewFile
{
    /// <summary>Before anything is asked of the server: what cannot be written in the end is said while nothing is done yet.</summary>
    /// <exception cref="DirectoryNotFoundException">The file's folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a folder.</exception>
    /// <exception cref="ToolException">It is the file that the command reads.</exception>
    public static void Check(string? path, TextOption option, string input)
    {
        if (path is null)
        {
            return;
        }

        if (path.Length > 0 && Path.GetFullPath(path) == Path.GetFullPath(input))
        {
            throw ToolException.Usage(
                Sentence.Of(
                    $"{option.Name} would overwrite '{Excerpt.Of(path)}', which is read: name another file.",
                    $"{option.Name} écraserait « {Excerpt.Of(path)} », qui est lu : indiquez un autre fichier."
                )
            );
        }

        if (path.Length == 0 || Directory.Exists(path))
        {
            throw new UnauthorizedAccessException($"'{path}'");
        }

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw new DirectoryNotFoundException($"'{path}'");
        }
    }

    public static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        if (IsDevice(path))
        {
            // A new file in its place would be the end of /dev/null for the whole machine.
            await using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            await device.WriteAsync(content, cancellationToken);
            return;
        }

        string whole = $"{path}.{Environment.ProcessId}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(whole, options))
        {
            await file.WriteAsync(content, cancellationToken);
        }

        File.Move(whole, path, overwrite: true);
    }

    /// <summary>Whether what is written goes somewhere else than into a file. .NET does not say what kind a file is: devices have folders
    /// of their own, and no length.</summary>
    public static bool IsDevice(string path)
    {
        string whole = Path.GetFullPath(path);
        return !OperatingSystem.IsWindows()
            && (whole.StartsWith("/dev/", StringComparison.Ordinal) || whole.StartsWith("/proc/", StringComparison.Ordinal))
            && !whole.StartsWith("/dev/shm/", StringComparison.Ordinal)
            && File.Exists(whole);
    }
}
