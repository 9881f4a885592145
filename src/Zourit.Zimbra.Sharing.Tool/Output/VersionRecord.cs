using System.Reflection;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>The first line of JSON.</summary>
/// <param name="Command">The command, e.g. <c>guest add</c>.</param>
/// <param name="IsDryRun">Whether nothing is changed.</param>
internal sealed record VersionRecord(string Command, bool IsDryRun)
{
    /// <summary>The version of the format: it changes where a program that reads it would break.</summary>
    public const int Format = 1;

    public static string Tool { get; } =
        typeof(VersionRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0.0.0";

    public static RecordShape<VersionRecord> Shape { get; } =
        new RecordShape<VersionRecord>("version", "The first line.")
            .Number("version", _ => Format, Labels.Version)
            .Text("tool", _ => Tool, new LocalizedText("version of zimbra-share"))
            .Text("command", record => record.Command, Labels.Command)
            .Truth("dryRun", record => record.IsDryRun, Labels.DryRun);
}
