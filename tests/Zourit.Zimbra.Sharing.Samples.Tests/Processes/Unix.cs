using System.Diagnostics;
using System.Globalization;

namespace Zourit.Zimbra.Sharing.Samples.Tests.Processes;

/// <summary>Signals, as a terminal sends them.</summary>
internal static class Unix
{
    /// <summary>What Ctrl-C does to a process, or with a negative number to a whole process group.</summary>
    public static async Task InterruptAsync(int process, CancellationToken cancellationToken)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals on Windows.");
        using Process kill = Process.Start("kill", ["-s", "INT", "--", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }
}
