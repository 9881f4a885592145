using System.Diagnostics;

namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>The oracle: runs a target on one input and says what it did that it must not.</summary>
public sealed class Judge(FuzzTarget target, Watchdog? watchdog = null)
{
    /// <summary>The longest processor time that an input took so far.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>The most that an input allocated so far.</summary>
    public long Greediest { get; private set; }

    /// <summary>How many inputs the target read to the end, without any exception.</summary>
    public long Accepted { get; private set; }

    /// <summary>A finding; null when all was well.</summary>
    public Finding? Try(byte[] input)
    {
        watchdog?.Begin(input);
        Finding? finding = Run(input);
        watchdog?.End();
        return finding;
    }

    private Finding? Run(byte[] input)
    {
        long allocated = GC.GetTotalAllocatedBytes();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        Exception? escaped = null;
        try
        {
            target.Run(input);
            Accepted++;
        }
        catch (Exception e)
        {
            escaped = target.IsDocumented(e) ? null : e;
        }

        allocated = GC.GetTotalAllocatedBytes() - allocated;
        processor = Environment.CpuUsage.TotalTime - processor;
        Slowest = processor > Slowest ? processor : Slowest;
        Greediest = Math.Max(Greediest, allocated);
        long allowed = target.AllocationFloor + (input.Length * target.AllocationPerByte);
        return escaped is not null ? new Finding(KindOf(escaped), escaped.ToString(), input)
            : processor > target.MaxTime
                ? new Finding("slow", $"{processor.TotalSeconds:0.0} s of processor time for {input.Length:N0} bytes", input)
            : allocated > allowed
                ? new Finding("greedy", $"{allocated:N0} bytes allocated for {input.Length:N0} bytes; {allowed:N0} are allowed", input)
            : null;
    }

    // The same exception from the same place is the same defect.
    private static string KindOf(Exception e)
    {
        StackFrame? frame = new StackTrace(e)
            .GetFrames()
            .FirstOrDefault(frame =>
                frame.GetMethod()?.DeclaringType?.Assembly.GetName().Name
                    is "Zourit.Zimbra.Sharing"
                        or "Zourit.Zimbra.Sharing.Core"
                        or "Zourit.Zimbra.Sharing.Fuzz"
            );
        return $"{e.GetType().Name} in {frame?.GetMethod()?.DeclaringType?.FullName}.{frame?.GetMethod()?.Name}";
    }
}
