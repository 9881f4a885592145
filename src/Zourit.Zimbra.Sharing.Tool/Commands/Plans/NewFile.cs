namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>Writes a file that names people: whole or not at all, and only its owner may read it.</summary>
internal static class NewFile
{
    public static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
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
}
