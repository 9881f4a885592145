using System.Text;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Setup;

/// <summary>Scripts by which shells complete words; they ask the program itself (<see cref="Complete"/>).</summary>
internal sealed class Completion : ToolCommand
{
    private readonly TextArgument _shell = new(
        "SHELL",
        Sentence.Of($"bash, zsh, fish or pwsh", $"bash, zsh, fish ou pwsh"),
        false,
        "bash",
        "zsh",
        "fish",
        "pwsh"
    );

    public Completion()
        : base(
            "completion",
            Sentence.Of($"Write the script by which a shell completes words.", $"Écrire le script par lequel un shell complète les mots."),
            "completion bash > /etc/bash_completion.d/zimbra-share",
            "completion fish | source"
        ) => Add(_shell);

    public override bool WritesText => true;

    public override Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        string script = run[_shell] switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "pwsh" => Pwsh,
            _ => throw ToolException.Usage(Sentence.Of($"SHELL is bash, zsh, fish or pwsh.", $"SHELL est bash, zsh, fish ou pwsh.")),
        };
        run.Results.Stream.Write(Encoding.UTF8.GetBytes(script.ReplaceLineEndings("\n") + "\n"));
        return Task.FromResult(ExitCode.Done);
    }

    private const string Bash = """
        _zimbra_share() {
            local IFS=$'\n'
            COMPREPLY=($(zimbra-share __complete "${COMP_POINT}" "${COMP_LINE}" 2>/dev/null))
            [[ ${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -F _zimbra_share zimbra-share
        """;

    private const string Zsh = """
        #compdef zimbra-share
        _zimbra_share() {
            local -a found
            found=("${(@f)$(zimbra-share __complete "${#BUFFER}" "${BUFFER}" 2>/dev/null)}")
            if [[ -n "${found[1]}" ]]; then compadd -- "${found[@]}"; else _files; fi
        }
        if [[ "${funcstack[1]}" == "_zimbra_share" ]]; then _zimbra_share "$@"; else compdef _zimbra_share zimbra-share; fi
        """;

    private const string Fish = """
        function __zimbra_share_complete
            set -l line (commandline -cp)
            zimbra-share __complete (string length -- "$line") "$line" 2>/dev/null
        end
        complete -c zimbra-share -a '(__zimbra_share_complete)'
        """;

    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName zimbra-share -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $place = $cursorPosition - $commandAst.Extent.StartOffset
            zimbra-share __complete $place "$commandAst" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;
}
