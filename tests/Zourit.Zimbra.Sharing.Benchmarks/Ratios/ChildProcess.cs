using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Zourit.Zimbra.Sharing.Benchmarks.Ratios;

/// <summary>Runs programs, and says what processor time a whole process took, from its start to its end.</summary>
internal static partial class ChildProcess
{
    private const int Children = -1;
    private const int UsageLongs = 18;

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

    // Of all that ended and were waited for; the servers are still running. The times come first, in seconds and microseconds.
    private static double ChildrenMilliseconds()
    {
        long[] usage = new long[UsageLongs];
        return GetUsage(Children, usage) == 0
            ? ((usage[0] + usage[2]) * 1000.0) + ((usage[1] + usage[3]) / 1000.0)
            : throw new PlatformNotSupportedException("The system does not say what its processes cost.");
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, [In, Out] long[] usage);
}
