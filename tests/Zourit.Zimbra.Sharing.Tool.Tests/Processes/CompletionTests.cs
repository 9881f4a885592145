using System.Diagnostics;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes;

/// <summary>The completion scripts in the shells that they are for.</summary>
[Trait("Category", "Slow")]
public sealed class CompletionTests
{
    // A terminal within a terminal: zsh completes only where somebody types.
    private const string Zsh = """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "PS1=; autoload -U compinit; compinit -u -D; source $FOLDER/zsh; zstyle ':completion:*' list-colors ''; echo re''ady"
        zpty -r shell heard '*ready*'
        zpty -w -n shell $'zimbra-share guest ren\t'
        zpty -r -m shell heard '*renew*' && print found
        """;

    [Theory]
    [InlineData("zimbra-share guest re", "renew revoke")]
    [InlineData("zimbra-share guest add --ri", "--rights")]
    [InlineData("zimbra-share completion f", "fish")]
    public async Task Bash_completes_a_word(string line, string words)
    {
        string script = $"""
            source "$FOLDER/bash"
            COMP_LINE='{line}'; COMP_POINT=${"{"}#COMP_LINE{"}"}; COMP_WORDS=($COMP_LINE); COMP_CWORD=$((${"{"}#COMP_WORDS[@]{"}"} - 1))
            "$(complete -p zimbra-share | sed 's/.*-F \([^ ]*\).*/\1/')"
            echo "${"{"}COMPREPLY[*]{"}"}"
            """;

        Assert.Equal(words, await RunAsync("bash", script));
    }

    [Fact]
    public async Task Fish_completes_a_word() =>
        Assert.Equal("renew\nrevoke", await RunAsync("fish", "source $FOLDER/fish; complete --do-complete 'zimbra-share guest re' | sort"));

    [Fact]
    public async Task Zsh_completes_a_word() => Assert.Equal("found", await RunAsync("zsh", Zsh, "-f"));

    private static async Task<string> RunAsync(string shell, string script, params string[] options)
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, shell))),
            $"There is no {shell} here."
        );
        string folder = Directory.CreateTempSubdirectory("zimbra-share-completion-").FullName;
        try
        {
            (int made, string text, _) = await ToolProcess.RunAsync(["completion", shell]);
            Assert.Equal(0, made);
            await File.WriteAllTextAsync(Path.Combine(folder, shell), text, TestContext.Current.CancellationToken);
            string program = Path.Combine(folder, "zimbra-share");
            await File.WriteAllTextAsync(
                program,
                $"#!/bin/sh\nexec '{string.Join("' '", ToolProcess.Program)}' \"$@\"\n",
                TestContext.Current.CancellationToken
            );
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var start = new ProcessStartInfo(shell, [.. options, "-c", script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            };
            start.Environment["FOLDER"] = folder;
            start.Environment["HOME"] = folder;
            start.Environment["TERM"] = "dumb";
            start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            (int exit, string output, string error) = await ToolProcess.EndAsync(process);
            Assert.True(exit == 0, $"{exit}\n{output}\n{error}");
            return output.Trim();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
