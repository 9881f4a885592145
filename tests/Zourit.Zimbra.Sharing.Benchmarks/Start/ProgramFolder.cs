using System.Reflection;

namespace Zourit.Zimbra.Sharing.Benchmarks.Start;

/// <summary>Where the small programs are.</summary>
internal static class ProgramFolder
{
    public static string Path { get; } =
        typeof(ProgramFolder)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "StartPrograms")
            .Value!;
}
