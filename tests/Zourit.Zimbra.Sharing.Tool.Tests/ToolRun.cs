using System.Text.Json;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests;

/// <summary>A command that ran in this process, through the entry point of the program.</summary>
internal sealed record ToolRun(ExitCode Exit, string Output, string Error)
{
    /// <summary>The lines of JSON; it is an error if one does not parse.</summary>
    public IReadOnlyList<JsonElement> Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>The first line of JSON of a type.</summary>
    public JsonElement Line(string type) => Lines.First(line => line.GetProperty("type").GetString() == type);

    public static Task<ToolRun> OfAsync(params string[] arguments) => new ToolConsole().RunAsync(arguments);
}
