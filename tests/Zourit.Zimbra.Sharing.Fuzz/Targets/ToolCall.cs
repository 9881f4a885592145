using System.Diagnostics;
using System.Text;
using Zourit.Zimbra.Sharing.Tool;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>A command of zimbra-share that ran to its end.</summary>
internal sealed record ToolCall(ExitCode Exit, ReadOnlyMemory<byte> Output, string Error)
{
    // Made once: a process makes them for its one command line, and to make them takes longer than most command lines do.
    private static readonly RootDefinition Commands = new();

    /// <summary>In this process.</summary>
    public static ToolCall Within(string[] arguments, string input, string config)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var terminal = new Terminal
        {
            Input = new StringReader(input),
            Output = output,
            Error = error,
            Variable = name => name == "ZIMBRA_SHARE_CONFIG" ? config : null,
        };
        ExitCode exit = Application.RunAsync(Commands, arguments, terminal, CancellationToken.None).GetAwaiter().GetResult();
        return new(exit, output.GetBuffer().AsMemory(0, (int)output.Length), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>As a process; an argument ends where the system would end it, at its first NUL.</summary>
    public static ToolCall OfProcess(string program, string[] arguments, string input, string config)
    {
        var start = new ProcessStartInfo(program, arguments.Select(argument => argument.Split('\0')[0]))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["ZIMBRA_SHARE_CONFIG"] = config;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> outputs = process.StandardOutput.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading to the end.
        }

        process.WaitForExit();
        return new((ExitCode)process.ExitCode, Encoding.UTF8.GetBytes(outputs.GetAwaiter().GetResult()), errors.GetAwaiter().GetResult());
    }
}
