using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Zourit.Zimbra.Sharing.Tool;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>A command of zimbra-share that ran to its end.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Results">What it wrote to standard output, until the next call.</param>
/// <param name="Notes">What it wrote to standard error, until the next call.</param>
internal sealed record ToolCall(ExitCode Exit, ReadOnlyMemory<byte> Results, ReadOnlyMemory<byte> Notes)
{
    private const int MostWritten = 32 * 1024 * 1024;

    // Linux starts no program with a longer one (MAX_ARG_STRLEN), the NUL at its end counted.
    private const int LongestArgument = 128 * 1024;

    // One pair for all calls, which never grow: what is weighed is what the program allocates.
    private static readonly MemoryStream Output = new(MostWritten);
    private static readonly MemoryStream Error = new(MostWritten);

    // Made once: a process makes them for its one command line, and to make them takes longer than most command lines do.
    private static readonly RootDefinition Commands = new();

    /// <summary>Whether text is asked for, --json or not: --help in any of its forms, --version, or a command that writes text.</summary>
    public static bool AsksForText(string[] arguments)
    {
        ParseResult parsed = Commands.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return parsed.GetValue(Commands.Options.Help)
            || parsed.GetValue(Commands.Options.Version)
            || parsed.CommandResult.Command is ToolCommand { WritesText: true };
    }

    /// <summary>In this process.</summary>
    public static ToolCall Within(string[] arguments, string input, string config)
    {
        Output.SetLength(0);
        Error.SetLength(0);
        var terminal = new Terminal
        {
            Input = new StringReader(input),
            Output = Output,
            Error = Error,
            Variable = name => name == "ZIMBRA_SHARE_CONFIG" ? config : null,
        };
        ExitCode exit = Application.RunAsync(Commands, arguments, terminal, CancellationToken.None).GetAwaiter().GetResult();
        return new(exit, Written(Output), Written(Error));
    }

    /// <summary>Whether a process can be given the argument.</summary>
    public static bool FitsProcess(string argument) => Encoding.UTF8.GetByteCount(argument) < LongestArgument;

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
        return new((ExitCode)process.ExitCode, Bytes(outputs), Bytes(errors));
    }

    private static ReadOnlyMemory<byte> Written(MemoryStream stream) => stream.GetBuffer().AsMemory(0, (int)stream.Length);

    private static byte[] Bytes(Task<string> text) => Encoding.UTF8.GetBytes(text.GetAwaiter().GetResult());
}
