using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>The ways in which the fake loses a request or its reply, by name.</summary>
internal static class Loss
{
    public const string NoReply = "no reply";

    private static readonly Dictionary<string, Action<MisbehaviourTrigger>> Ways = new()
    {
        ["reset before"] = trigger => trigger.ResetBeforeEffect(),
        ["reset after"] = trigger => trigger.ResetAfterEffect(),
        ["half a reply"] = trigger => trigger.CutReply(),
        [NoReply] = trigger => trigger.EmptyReply(),
        ["a stalled reply"] = trigger => trigger.StallBody(),
        ["a late reply"] = trigger => trigger.Delay(TimeSpan.FromMinutes(1)),
        ["502"] = trigger => trigger.BadGateway(),
        ["503"] = trigger => trigger.ServiceUnavailable(),
        ["503 with Retry-After"] = trigger => trigger.ServiceUnavailableFor(TimeSpan.Zero),
        ["429"] = trigger => trigger.TooManyRequests(),
        ["504"] = trigger => trigger.GatewayTimeout(),
        ["the token ends"] = trigger => trigger.ExpireToken(),
    };

    public static IEnumerable<string> All => Ways.Keys;

    /// <summary>Those that do not cost a wait.</summary>
    public static IEnumerable<string> Quick => Ways.Keys.Where(way => !IsSlow(way));

    public static void Inject(this MisbehaviourTrigger trigger, string way) => Ways[way](trigger);

    /// <summary>
    /// No pauses; and a short wait for a reply where none comes, and nowhere else: a busy machine may take long for one that does.
    /// </summary>
    public static Action<ZimbraClientOptions> Impatient(string way) =>
        options =>
        {
            options.AttemptTimeout = IsSlow(way) ? TimeSpan.FromSeconds(1) : options.AttemptTimeout;
            options.RetryDelay = TimeSpan.Zero;
        };

    private static bool IsSlow(string way) => way is "a stalled reply" or "a late reply";
}
