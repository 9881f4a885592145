using System.Diagnostics;
using SharpFuzz;

namespace Zourit.Zimbra.Sharing.Fuzz;

/// <summary>Runs this program again from a copy whose library counts the branches that it takes.</summary>
internal static class Instrumentation
{
    private const string Variable = "ZIMBRA_FUZZ_INSTRUMENTED";

    private static readonly string[] Instrumented = ["Zourit.Zimbra.Sharing.dll", "Ical.Net.dll"];

    public static bool IsActive => Environment.GetEnvironmentVariable(Variable) is not null;

    public static int RunInstrumented(IEnumerable<string> arguments)
    {
        string folder = Directory.CreateTempSubdirectory("zimbra-fuzz-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(folder, Path.GetRelativePath(AppContext.BaseDirectory, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            foreach (string library in Instrumented)
            {
                SharpFuzz.Fuzzer.Instrument(Path.Combine(folder, library), _ => true, Options.Value);
            }

            var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Zourit.Zimbra.Sharing.Fuzz.dll"), .. arguments]);
            start.Environment[Variable] = "1";
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
