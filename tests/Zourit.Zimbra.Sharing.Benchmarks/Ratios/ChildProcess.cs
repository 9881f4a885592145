using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Zourit.Zimbra.Sharing.Benchmarks.Ratios;

/// <summary>Runs programs, and says what processor time a whole process took, from its start to its end.</summary>
internal static partial class ChildProcess
{
    private const int Children = -1;

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its processor time in milliseconds.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static double Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        double before = ChildrenMilliseconds();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? ChildrenMilliseconds() - before
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}{errors.GetAwaiter().GetResult()}");
    }

    // Of all that ended and were waited for; the servers are still running.
    private static double ChildrenMilliseconds() =>
        GetUsage(Children, out Usage usage) == 0
            ? (usage.UserSeconds + usage.SystemSeconds) * 1000.0 + (usage.UserMicroseconds + usage.SystemMicroseconds) / 1000.0
            : throw new PlatformNotSupportedException("The system does not say what its processes cost.");

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
