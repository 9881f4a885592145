using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Tool.Tests.Documents;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Packaging;

/// <summary>Nothing builds the Dockerfile where the tests run, so it is read.</summary>
public sealed partial class DockerfileTests
{
    private static readonly string Folder = ToolFolder.InRepository(Path.Combine("src", "Zourit.Zimbra.Sharing.Tool", "packaging"));

    private static readonly string[] Known = ["FROM", "ARG", "RUN", "ADD", "USER", "WORKDIR", "CMD"];

    [Fact]
    public void Every_line_is_an_instruction_and_the_first_names_a_base()
    {
        (string Name, string Value)[] all = Instructions();

        Assert.Equal("FROM", all[0].Name);
        Assert.Matches("^[a-z]+:[a-z0-9.-]+$", all[0].Value);
        Assert.All(all, each => Assert.Contains(each.Name, Known));
        Assert.All(all, each => Assert.NotEmpty(each.Value));
    }

    [Fact]
    public void It_runs_as_a_user_without_rights_and_nothing_comes_after_that_needs_them()
    {
        (string Name, string Value)[] all = Instructions();
        int user = Array.FindLastIndex(all, each => each.Name == "USER");
        int[] ids = [.. all[user].Value.Split(':').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];

        Assert.Equal(2, ids.Length);
        Assert.All(ids, id => Assert.InRange(id, 1_000, 65_533));
        Assert.DoesNotContain(all[user..], each => each.Name is "RUN" or "ADD" or "COPY");
    }

    // A journal in a container ends with it: volumes are for who runs it to name. Variables would be secrets in an image.
    [Fact]
    public void It_holds_no_state_and_no_secret()
    {
        Assert.DoesNotContain(Instructions(), each => each.Name is "VOLUME" or "ENV" or "EXPOSE");
        Assert.Equal(["VERSION"], Instructions().Where(each => each.Name == "ARG").Select(each => each.Value));
    }

    [Fact]
    public void What_it_takes_is_what_the_script_makes()
    {
        string script = File.ReadAllText(Path.Combine(Folder, "pack.sh"));
        string[] sources = [.. Instructions().Where(each => each.Name == "ADD").Select(each => each.Value.Split(' ')[0])];

        string source = Assert.Single(sources);
        Assert.Contains(
            $"\"$output/{source.Replace("${VERSION}", "$version", StringComparison.Ordinal)}\"",
            script,
            StringComparison.Ordinal
        );
        Assert.Contains("--directory \"$root\" usr", script, StringComparison.Ordinal);
        Assert.Contains("\"$root/usr/bin/zimbra-share\"", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_starts_is_a_command_line_of_the_program()
    {
        string[] words = JsonSerializer.Deserialize<string[]>(Instructions().Single(each => each.Name == "CMD").Value)!;

        Assert.Equal("zimbra-share", words[0]);
        Assert.Equal(0, (int)(await ToolRun.OfAsync(words[1..])).Exit);
    }

    private static (string Name, string Value)[] Instructions() =>
        [
            .. Continued()
                .Replace(File.ReadAllText(Path.Combine(Folder, "Dockerfile")), " ")
                .Split('\n')
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => (line.Split(' ')[0], line.Split(' ', 2).Last())),
        ];

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued();
}
