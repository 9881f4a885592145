using System.Text.Json;
using Zourit.Zimbra.Sharing.Tool.Commands.Setup;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>The lines of JSON that the schema names.</summary>
internal static class OutputLines
{
    // The lines of saved plans come after the program's own, and have a version line of their own.
    private static readonly ILookup<string, (string[] Names, string[] Required)> Known = JsonDocument
        .Parse(OutputSchema.Write())
        .RootElement.GetProperty("anyOf")
        .EnumerateArray()
        .ToLookup(
            each => each.GetProperty("properties").GetProperty("type").GetProperty("const").GetString()!,
            each => (Names(each), Required(each))
        );

    /// <summary>Asserts that a line has all that the schema requires, and nothing that it does not name.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isPlan">Whether the first line is a saved plan's.</param>
    public static void AssertKnown(JsonElement line, bool isPlan)
    {
        string type = line.GetProperty("type").GetString()!;
        Assert.True(Known.Contains(type), $"The schema names no line '{type}'.");
        (string[] known, string[] required) = isPlan ? Known[type].Last() : Known[type].First();
        string[] names = [.. line.EnumerateObject().Select(property => property.Name)];
        Assert.Empty(names.Except(known));
        Assert.Empty(required.Except(names));
    }

    private static string[] Names(JsonElement shape) => [.. shape.GetProperty("properties").EnumerateObject().Select(each => each.Name)];

    private static string[] Required(JsonElement shape) =>
        [.. shape.GetProperty("required").EnumerateArray().Select(each => each.GetString()!)];
}
