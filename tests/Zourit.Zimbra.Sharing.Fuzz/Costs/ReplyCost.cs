using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz.Costs;

/// <summary>What the answer to one call cost a process that did nothing else.</summary>
/// <param name="Outcome">How the call ended: <c>done</c>, or the name of an exception.</param>
/// <param name="Message">What the exception says.</param>
/// <param name="Cpu">The processor time in seconds.</param>
/// <param name="CpuAfterCancel">
/// The processor time in seconds from the cancellation on, of the same call once more; null where it was over before.
/// </param>
public sealed record ReplyCost(string Outcome, string Message, double Cpu, double? CpuAfterCancel)
{
    // By then a reply of 31 MB has come in, and is being read.
    private static readonly TimeSpan CancelAfter = TimeSpan.FromSeconds(0.6);

    private static readonly Dictionary<string, Func<ZimbraClient, CancellationToken, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["reply"] = (client, token) => client.SendAsync(new NoOpRequest(), token),
        ["mail"] = (client, token) => client.Invitations.FindAsync(new InvitationSearch { Guest = "adresse@orange.fr" }, token),
    };

    /// <summary>
    /// Makes a call with a harmless answer, which compiles the reader and has no limit, and the same call with the one to weigh, twice: to
    /// its end, and cancelled on the way.
    /// </summary>
    internal static async Task<ReplyCost> MeasureAsync(string call, Uri server, TimeSpan limit)
    {
        await using ZimbraClient first = Client(server, new ZimbraClientOptions { MaxRetries = 0 });
        await Calls[call](first, CancellationToken.None);
        await using ZimbraClient client = Client(
            server,
            new ZimbraClientOptions
            {
                MaxRetries = 0,
                AttemptTimeout = limit,
                TotalTimeout = limit,
            }
        );
        GC.Collect();
        WeighedCall weighed = await WeighedCall.ToEndAsync(token => Calls[call](client, token));
        double? cancelled = await WeighedCall.AfterCancelAsync(token => Calls[call](client, token), CancelAfter);
        return new ReplyCost(weighed.Outcome, weighed.Message, weighed.Cpu, cancelled);
    }

    private static ZimbraClient Client(Uri server, ZimbraClientOptions options) =>
        new(server, ZimbraCredentials.Token(new Secret("0_given")), options);
}
