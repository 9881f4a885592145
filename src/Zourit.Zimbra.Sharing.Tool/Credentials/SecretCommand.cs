using System.ComponentModel;
using System.Diagnostics;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Credentials;

/// <summary>The first line of what a command prints, e.g. a password store. The shell runs it; its errors are shown.</summary>
internal static class SecretCommand
{
    public static async Task<Secret> RunAsync(string command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true };
        (start.FileName, string option) = OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");
        start.ArgumentList.Add(option);
        start.ArgumentList.Add(command);
        try
        {
            using Process process = Process.Start(start)!;
            string? line = await process.StandardOutput.ReadLineAsync(cancellationToken);
            await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 && line is { Length: > 0 }
                ? new Secret(line)
                : throw ToolException.Usage(
                    Sentence.Of(
                        $"The password command printed no password (exit code {process.ExitCode}).",
                        $"La commande du mot de passe n'en a pas écrit (code de sortie {process.ExitCode})."
                    )
                );
        }
        catch (Win32Exception)
        {
            throw ToolException.Usage(
                Sentence.Of($"The password command cannot be started.", $"La commande du mot de passe ne peut pas être lancée.")
            );
        }
    }
}
