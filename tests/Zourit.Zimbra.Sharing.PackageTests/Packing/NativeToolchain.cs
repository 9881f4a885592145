using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Zourit.Zimbra.Sharing.PackageTests.Packing;

/// <summary>Whether this machine can link native programs.</summary>
internal static class NativeToolchain
{
    /// <summary>Why it cannot; null when it can.</summary>
    public static async Task<string?> MissingAsync(string folder, CancellationToken cancellationToken)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            string installer = Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86),
                "Microsoft Visual Studio",
                "Installer",
                "vswhere.exe"
            );
            return File.Exists(installer) ? null : "Native AOT needs Visual Studio's C++ tools, which are not installed.";
        }

        string source = Path.Combine(folder, "empty.c");
        await File.WriteAllTextAsync(source, "int main(void) { return 0; }", cancellationToken);
        foreach (string compiler in new[] { "clang", "gcc" })
        {
            try
            {
                (int exitCode, _) = await DotNet.StartAsync(
                    compiler,
                    folder,
                    [source, "-lz", "-o", Path.Combine(folder, "empty")],
                    null,
                    cancellationToken
                );
                if (exitCode == 0)
                {
                    return null;
                }
            }
            catch (Win32Exception)
            {
                // There is no such program; perhaps there is the other.
            }
        }

        return "Native AOT needs clang or gcc, and zlib's development files (on Debian: apt-get install clang zlib1g-dev).";
    }
}
