using System.Text.Json;
using Zourit.Zimbra.Sharing.Tool.Commands.Setup;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>The lines of JSON that the schema names.</summary>
internal static class OutputLines
{
    private static readonly Dictionary<string, (string[] Names, string[] Required)> Known = JsonDocument
        .Parse(OutputSchema.Write())
        .RootElement.GetProperty("anyOf")
        .EnumerateArray()
        .ToLookup(each => each.GetProperty("properties").GetProperty("type").GetProperty("const").GetString()!)
        .ToDictionary(each => each.Key, each => (Names(each.First()), Required(each.First())));

    /// <summary>Asserts that a line has all that the schema requires, and nothing that it does not name.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isPlan">Whether lines of saved plans are there, which have their own description.</param>
    public static void AssertKnown(JsonElement line, bool isPlan)
    {
        string type = line.GetProperty("type").GetString()!;
        if (isPlan && (type == "version" || !Known.ContainsKey(type)))
        {
            return;
        }

        string[] names = [.. line.EnumerateObject().Select(property => property.Name)];
        Assert.True(Known.ContainsKey(type), $"The schema names no line '{type}'.");
        Assert.Empty(names.Except(Known[type].Names));
        Assert.Empty(Known[type].Required.Except(names));
    }

    private static string[] Names(JsonElement shape) => [.. shape.GetProperty("properties").EnumerateObject().Select(each => each.Name)];

    private static string[] Required(JsonElement shape) =>
        [.. shape.GetProperty("required").EnumerateArray().Select(each => each.GetString()!)];
}
