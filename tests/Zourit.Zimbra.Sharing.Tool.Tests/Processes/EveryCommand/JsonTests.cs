using System.Text.Json;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

public sealed class JsonTests
{
    [Theory]
    [MemberData(nameof(CommandCases.Names), MemberType = typeof(CommandCases))]
    public async Task With_json_every_line_is_as_the_schema_says_and_commands_of_text_write_their_text(string command)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        CommandCase the = CommandCases.All[command];
        await the.Before(world);

        (int exit, string output, string error) = await CommandRun.OfAsync(
            [.. the.LineIn(world), "--json"],
            the.Input?.Invoke(world) ?? ""
        );

        Assert.True(exit == 0, $"{exit}\n{output}\n{error}");
        ToolCommand tool = new RootDefinition().Tools().Single(each => RootDefinition.PathOf(each) == command);
        Assert.Equal(tool.WritesText, the.Lines.Length == 0);
        if (tool.WritesText)
        {
            Assert.NotEmpty(output);
            return;
        }

        Assert.All(output, letter => Assert.True(char.IsAscii(letter), $"{(int)letter}"));
        JsonElement[] lines =
        [
            .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement),
        ];
        string[] types = [.. lines.Select(line => line.GetProperty("type").GetString()!)];
        Assert.Equal("version", types[0]);
        Assert.Empty(the.Lines.Except(types));
        Assert.All(lines, line => OutputLines.AssertKnown(line, isPlan: tool.WritesPlans));
    }
}
