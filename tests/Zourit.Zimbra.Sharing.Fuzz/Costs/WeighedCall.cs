namespace Zourit.Zimbra.Sharing.Fuzz.Costs;

/// <summary>How a call ended, and the processor time that it took: time on the wall says nothing on a busy machine.</summary>
internal sealed record WeighedCall(string Outcome, string Message, double Cpu)
{
    /// <summary>Waits for a call's end.</summary>
    public static async Task<WeighedCall> ToEndAsync(Func<CancellationToken, Task> call)
    {
        TimeSpan started = Environment.CpuUsage.TotalTime;
        (string outcome, string message) = await EndOfAsync(call(CancellationToken.None));
        return new WeighedCall(outcome, message, (Environment.CpuUsage.TotalTime - started).TotalSeconds);
    }

    /// <summary>
    /// Cancels a call that has used some processor time, and gives what it used from then on; null where it was over before.
    /// </summary>
    public static async Task<double?> AfterCancelAsync(Func<CancellationToken, Task> call, TimeSpan cancelAfter)
    {
        using var cancellation = new CancellationTokenSource();
        TimeSpan due = Environment.CpuUsage.TotalTime + cancelAfter;
        Task<(string Outcome, string Message)> end = EndOfAsync(call(cancellation.Token));
        while (Environment.CpuUsage.TotalTime < due)
        {
            if (end.IsCompleted)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, CancellationToken.None);
        }

        TimeSpan cancelled = Environment.CpuUsage.TotalTime;
        await cancellation.CancelAsync();
        await end;
        return (Environment.CpuUsage.TotalTime - cancelled).TotalSeconds;
    }

    private static async Task<(string Outcome, string Message)> EndOfAsync(Task call)
    {
        try
        {
            await call;
            return ("done", "");
        }
        catch (Exception e) when (e is ZimbraException or OperationCanceledException)
        {
            return (e.GetType().Name, e.Message);
        }
    }
}
