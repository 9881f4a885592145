using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz;

/// <summary>What the answer to one call cost a process that did nothing else.</summary>
/// <param name="Outcome">How the call ended: <c>read</c>, or the name of an exception.</param>
/// <param name="Message">What the exception says.</param>
/// <param name="Cpu">The processor time in seconds.</param>
/// <param name="CpuAfterCancel">
/// The processor time in seconds from the cancellation on, of the same call once more; null where it was over before.
/// </param>
/// <param name="Bytes">By how much the process grew at most.</param>
public sealed record ReplyCost(string Outcome, string Message, double Cpu, double? CpuAfterCancel, long Bytes)
{
    // By then a reply of 31 MB has come in, and is being read. Time on the wall says nothing on a busy machine.
    private static readonly TimeSpan CancelAfter = TimeSpan.FromSeconds(0.6);

    private static readonly Dictionary<string, Func<ZimbraClient, CancellationToken, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["reply"] = (client, token) => client.SendAsync(new NoOpRequest(), token),
        ["mail"] = (client, token) => client.Invitations.FindAsync(new InvitationSearch { Guest = "adresse@orange.fr" }, token),
    };

    /// <summary>
    /// Makes a call with a harmless answer, which compiles the reader, and the same call with the one to weigh, twice: to its end, and
    /// cancelled on the way.
    /// </summary>
    public static async Task<ReplyCost> MeasureAsync(string call, Uri server, TimeSpan limit)
    {
        await using var client = new ZimbraClient(
            server,
            ZimbraCredentials.Token(new Secret("0_given")),
            new ZimbraClientOptions
            {
                MaxRetries = 0,
                AttemptTimeout = limit,
                TotalTimeout = limit,
            }
        );
        await Calls[call](client, CancellationToken.None);
        GC.Collect();
        long before = Environment.WorkingSet;
        TimeSpan started = Environment.CpuUsage.TotalTime;
        (string outcome, string message) = await EndOfAsync(Calls[call](client, CancellationToken.None));
        TimeSpan cpu = Environment.CpuUsage.TotalTime - started;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        long bytes = process.PeakWorkingSet64 - before;

        using var cancellation = new CancellationTokenSource();
        started = Environment.CpuUsage.TotalTime;
        Task<(string Outcome, string Message)> again = EndOfAsync(Calls[call](client, cancellation.Token));
        TimeSpan? cancelled = await CancelDuringAsync(again, started + CancelAfter, cancellation);
        await again;
        return new ReplyCost(outcome, message, cpu.TotalSeconds, (Environment.CpuUsage.TotalTime - cancelled)?.TotalSeconds, bytes);
    }

    /// <summary>What the process is asked: <c>reply-cost reply|mail SERVER LIMIT</c>, the limit in milliseconds.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        ReplyCost cost = await MeasureAsync(
            arguments[1],
            new Uri(arguments[2]),
            TimeSpan.FromMilliseconds(int.Parse(arguments[3], CultureInfo.InvariantCulture))
        );
        Console.WriteLine(JsonSerializer.Serialize(cost, ReplyCostJson.Default.ReplyCost));
        return 0;
    }

    private static async Task<TimeSpan?> CancelDuringAsync(Task call, TimeSpan cpu, CancellationTokenSource cancellation)
    {
        while (Environment.CpuUsage.TotalTime < cpu)
        {
            if (call.IsCompleted)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, CancellationToken.None);
        }

        TimeSpan cancelled = Environment.CpuUsage.TotalTime;
        await cancellation.CancelAsync();
        return cancelled;
    }

    private static async Task<(string Outcome, string Message)> EndOfAsync(Task call)
    {
        try
        {
            await call;
            return ("read", "");
        }
        catch (Exception e) when (e is ZimbraException or OperationCanceledException)
        {
            return (e.GetType().Name, e.Message);
        }
    }
}

/// <summary>How a cost is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReplyCost))]
public sealed partial class ReplyCostJson : JsonSerializerContext;
