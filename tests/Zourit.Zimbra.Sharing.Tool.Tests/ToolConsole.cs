using System.Text;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Tool.Tests;

/// <summary>What a command sees, as a test wants it. Nothing of this machine's environment gets in.</summary>
internal sealed class ToolConsole
{
    public Dictionary<string, string> Variables { get; } = new() { ["ZIMBRA_SHARE_CONFIG"] = "/nonexistent/config.json" };

    public string Input { get; init; } = "";

    public bool IsTerminal { get; init; }

    public string? Hidden { get; init; }

    public Encoding Encoding { get; init; } = new UTF8Encoding(false);

    public int Width { get; init; } = 80;

    public Stream? Output { get; init; }

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public CancellationToken Stop { get; init; } = TestContext.Current.CancellationToken;

    public async Task<ToolRun> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var terminal = new Terminal
        {
            Input = new StringReader(Input),
            Output = Output ?? output,
            Error = error,
            Encoding = Encoding,
            IsInputTerminal = IsTerminal,
            IsOutputTerminal = IsTerminal,
            IsErrorTerminal = IsTerminal,
            Width = Width,
            Variable = name => Variables.GetValueOrDefault(name),
            ReadHidden = () => Hidden,
            TimeProvider = TimeProvider,
        };
        ExitCode exit = await Application.RunAsync(arguments, terminal, Stop);
        return new(exit, Encoding.GetString(output.ToArray()), Encoding.GetString(error.ToArray()));
    }
}
