using System.Diagnostics;

namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>
/// Writes down an input that never ends and ends the process. An input that takes the process with it, by exhausting the stack, is in the
/// file <c>running</c> beside the findings.
/// </summary>
public sealed class Watchdog : IDisposable
{
    public const int ExitCode = 3;

    private readonly string _folder;
    private readonly TimeSpan _limit;
    private readonly Timer _timer;
    private readonly FileStream _running;
    private byte[]? _input;
    private long _began;

    public Watchdog(string folder, TimeSpan limit)
    {
        _folder = folder;
        _limit = limit;
        Directory.CreateDirectory(folder);
        _running = new FileStream(Path.Combine(folder, "running"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        _timer = new Timer(_ => Look(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public void Begin(byte[] input)
    {
        _running.SetLength(input.Length);
        _running.Position = 0;
        _running.Write(input);
        Volatile.Write(ref _began, Stopwatch.GetTimestamp());
        Volatile.Write(ref _input, input);
    }

    public void End() => Volatile.Write(ref _input, null);

    public void Dispose()
    {
        _timer.Dispose();
        _running.Dispose();
        File.Delete(Path.Combine(_folder, "running"));
    }

    private void Look()
    {
        byte[]? input = Volatile.Read(ref _input);
        if (
            input is not null
            && Stopwatch.GetElapsedTime(Volatile.Read(ref _began)) > _limit
            && ReferenceEquals(input, Volatile.Read(ref _input))
        )
        {
            File.WriteAllBytes(Path.Combine(_folder, "hang"), input);
            Console.Error.WriteLine(
                $"An input of {input.Length} bytes takes longer than {_limit.TotalSeconds} s; it was written to "
                    + $"{Path.Combine(_folder, "hang")}."
            );
            Environment.Exit(ExitCode);
        }
    }
}
