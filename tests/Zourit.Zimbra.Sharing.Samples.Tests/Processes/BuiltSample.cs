using System.Reflection;

namespace Zourit.Zimbra.Sharing.Samples.Tests.Processes;

/// <summary>Where the samples lie and were built.</summary>
internal static class BuiltSample
{
    public static string Folder { get; } = Metadata("Samples");

    public static string Assembly(string sample, string? name = null)
    {
        string built = Path.Combine(Folder, sample, "bin", Metadata("Configuration"), "net10.0", $"{name ?? sample}.dll");
        return File.Exists(built)
            ? built
            : throw new FileNotFoundException($"{sample} is not built: build this test project, which builds it too.", built);
    }

    private static string Metadata(string key) =>
        typeof(BuiltSample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
