using System.Diagnostics;
using System.Text;

namespace Zourit.Zimbra.Sharing.Samples.Tests.Processes;

/// <summary>A sample as a process of its own; ended with its children in any case.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SampleProcess(Process process, Task<string> errors)
    {
        _process = process;
        Errors = errors;
    }

    public int Id => _process.Id;

    public StreamReader Output => _process.StandardOutput;

    public Task<string> Errors { get; }

    /// <summary>Starts a built sample.</summary>
    public static SampleProcess Start(string assembly, IEnumerable<string> arguments, params (string Name, string? Value)[] environment) =>
        StartFile("dotnet", [assembly, .. arguments], environment);

    /// <summary>Starts any process.</summary>
    public static SampleProcess StartFile(string file, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        // Where the tests run in the background of a script, Ctrl-C is ignored by them and by all that they start.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", file, .. arguments] : [file, .. arguments];
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in command[1..])
        {
            start.ArgumentList.Add(argument);
        }

        // What the tests' own environment says of passwords and sites must not reach a sample.
        foreach (
            string name in start
                .Environment.Keys.Where(name =>
                    name.StartsWith("ZIMBRA", StringComparison.OrdinalIgnoreCase)
                    || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)
                )
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return new SampleProcess(process, process.StandardError.ReadToEndAsync(CancellationToken.None));
    }

    /// <summary>Runs a built sample to its end.</summary>
    public static async Task<Result> RunAsync(
        string assembly,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        params (string Name, string? Value)[] environment
    )
    {
        await using SampleProcess process = Start(assembly, arguments, environment);
        return await process.EndAsync(cancellationToken);
    }

    public async Task<Result> EndAsync(CancellationToken cancellationToken)
    {
        string output = await Output.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return new Result(_process.ExitCode, output, await Errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    internal sealed record Result(int ExitCode, string Output, string Errors);
}
