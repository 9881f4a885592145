using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Chaos.Faults;

/// <summary>
/// Every way in which the fake can misbehave. A test compares this list with the public methods of <see cref="MisbehaviourTrigger"/>, so
/// that a new one is drawn too.
/// </summary>
internal static class FaultCatalogue
{
    public const string Anything = "*";

    private const string CreateAccount = "CreateAccountRequest";

    // Long enough that only a time limit of the client ends it.
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan[] Latencies =
    [
        TimeSpan.FromMilliseconds(1),
        TimeSpan.FromMilliseconds(10),
        TimeSpan.FromMilliseconds(30),
        Never,
    ];

    private static readonly TimeSpan[] Waits = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromHours(1)];

    // What a proxy or filter answers in the server's place. 502 and 504 have methods of their own.
    private static readonly int[] Statuses = [200, 400, 401, 403, 404, 405, 408, 413, 418, 500, 501];

    // Refusals that may pass, and refusals that may not. None that tells something of the server's state which would not be so
    // (GRANT_EXISTS, NO_SUCH_ACCOUNT): a server that lies can be served by nobody.
    private static readonly (string Code, bool IsReceiver)[] Codes =
    [
        ("service.FAILURE", true),
        ("service.TEMPORARILY_UNAVAILABLE", true),
        ("service.RESOURCE_UNREACHABLE", true),
        ("service.INTERRUPTED", true),
        ("service.PROXY_ERROR", true),
        ("mail.TRY_AGAIN", true),
        ("mail.MAINTENANCE", true),
        ("service.PERM_DENIED", false),
        ("service.INVALID_REQUEST", false),
        ("mail.QUOTA_EXCEEDED", false),
    ];

    private static readonly string[] OpenCodes =
    [
        "service.FAILURE",
        "service.PROXY_ERROR",
        "service.RESOURCE_UNREACHABLE",
        "service.INTERRUPTED",
    ];

    // What a proxy answers while the server goes on, and for how long that goes on: into the client's next requests, or beyond its call.
    private static readonly (int Status, TimeSpan Late)[] Impatience =
    [
        .. new[] { 200, 500, 502, 504 }.SelectMany(status =>
            new[] { 20, 100, 10_000 }.Select(late => (status, TimeSpan.FromMilliseconds(late)))
        ),
    ];

    private static readonly FaultTarget[] Soap =
    [
        new("BatchRequest", 40),
        new("FolderActionRequest", 16),
        new("SendShareNotificationRequest", 10),
        new("GetFolderRequest", 90),
        new("GetInfoRequest", 24),
        new("AuthRequest", 10),
        new("DelegateAuthRequest", 6),
        new("SearchRequest", 4),
        new("GetMsgRequest", 4),
        new(CreateAccount, 2),
        new("GetAccountRequest", 10),
        new("GetDomainRequest", 4),
        new("SetPasswordRequest", 2),
        new("ModifyAccountRequest", 2),
        new("CreateMountpointRequest", 3),
    ];

    private static readonly FaultTarget[] Pages = [new("extuserprov GET", 4), new("extuserprov POST", 2), new("REST GET", 4)];

    // Whatever is done by grants and mails, more often than the rest.
    private static readonly FaultTarget[] Changes =
    [
        new("SendShareNotificationRequest", 12),
        new("SendShareNotificationRequest", 12),
        new("SendShareNotificationRequest", 12),
        new("FolderActionRequest", 16),
        new("FolderActionRequest", 16),
    ];

    private static readonly FaultTarget[] LateChanges =
    [
        .. Changes,
        new(CreateAccount, 2),
        new("ModifyAccountRequest", 2),
        new("SetPasswordRequest", 2),
        new("CreateMountpointRequest", 3),
        new("DeleteAccountRequest", 1),
        new("extuserprov POST", 2),
    ];

    private static readonly FaultTarget[] Everywhere =
    [
        new(Anything, 120),
        new(Anything, 120),
        new(Anything, 120),
        .. Changes,
        .. Soap,
        .. Pages,
    ];

    private static readonly FaultTarget[] Recipients = [new(MisbehaviourRules.Smtp, 10)];

    /// <summary>Faults of single calls, each with about the chance it should have: what loses replies comes more than once.</summary>
    public static IReadOnlyList<FaultKind> Kinds { get; } =
    [
        Lost(nameof(MisbehaviourTrigger.ResetAfterEffect), (rule, _) => rule.ResetAfterEffect()),
        Lost(nameof(MisbehaviourTrigger.ResetAfterEffect), (rule, _) => rule.ResetAfterEffect()),
        Lost(nameof(MisbehaviourTrigger.CutReply), (rule, _) => rule.CutReply()),
        Lost(nameof(MisbehaviourTrigger.EmptyReply), (rule, _) => rule.EmptyReply()),
        Lost(nameof(MisbehaviourTrigger.StallBody), (rule, _) => rule.StallBody()),
        Lost(nameof(MisbehaviourTrigger.Doctype), (rule, _) => rule.Doctype()),
        Lost(nameof(MisbehaviourTrigger.GatewayTimeout), (rule, _) => rule.GatewayTimeout()),
        Lost(nameof(MisbehaviourTrigger.GatewayTimeout), (rule, _) => rule.GatewayTimeout()),
        Lost(nameof(MisbehaviourTrigger.ResetBeforeEffect), (rule, _) => rule.ResetBeforeEffect()),
        Lost(nameof(MisbehaviourTrigger.BadGateway), (rule, _) => rule.BadGateway()),
        new(nameof(MisbehaviourTrigger.ServiceUnavailable), Everywhere, Waits.Length + 1, (rule, choice) =>
            choice == 0 ? rule.ServiceUnavailable() : rule.ServiceUnavailableFor(Waits[choice - 1])
        ),
        new(nameof(MisbehaviourTrigger.TooManyRequests), Everywhere, Waits.Length + 1, (rule, choice) =>
            choice == 0 ? rule.TooManyRequests() : rule.TooManyRequestsFor(Waits[choice - 1])
        ),
        new(nameof(MisbehaviourTrigger.HtmlPage), Everywhere, Statuses.Length, (rule, choice) => rule.HtmlPage(Statuses[choice])),
        new(nameof(MisbehaviourTrigger.Delay), Everywhere, Latencies.Length, (rule, choice) => rule.Delay(Latencies[choice])),
        new(nameof(MisbehaviourTrigger.EndlessBody), Everywhere, 1, (rule, _) => rule.EndlessBody()),
        new(nameof(MisbehaviourTrigger.GzipBomb), Everywhere, 1, (rule, _) => rule.GzipBomb(4L * 1024 * 1024)),
        new(nameof(MisbehaviourTrigger.RedirectTo), Everywhere, 1, (rule, _) => rule.RedirectTo(new Uri("http://127.0.0.1:9/elsewhere"))),
        new(nameof(MisbehaviourTrigger.ExpireToken), [new(Anything, 120), .. Soap], 1, (rule, _) => rule.ExpireToken()),
        new(nameof(MisbehaviourTrigger.ExpireToken), [new(Anything, 120), .. Soap], 1, (rule, _) => rule.ExpireToken()),
        new(nameof(MisbehaviourTrigger.Fault), Soap, Codes.Length, (rule, choice) =>
            rule.Fault(Codes[choice].Code, new() { IsReceiver = Codes[choice].IsReceiver })
        ),
        new(nameof(MisbehaviourTrigger.Fault), Soap, Codes.Length, (rule, choice) =>
            rule.Fault(Codes[choice].Code, new() { IsReceiver = Codes[choice].IsReceiver })
        ),
        new(nameof(MisbehaviourTrigger.AccountEntryWithoutPassword), [new(CreateAccount, 2)], 1, (rule, _) =>
            rule.AccountEntryWithoutPassword()
        ),
        new(nameof(MisbehaviourTrigger.RefuseAddress), Recipients, 1, (rule, _) => rule.RefuseAddress()),
        new(nameof(MisbehaviourTrigger.FailSending), Recipients, 1, (rule, _) => rule.FailSending()),
        new(nameof(MisbehaviourTrigger.MailServerUnreachable), Recipients, 1, (rule, _) => rule.MailServerUnreachable()),
    ];

    /// <summary>Faults after which the server has done what it did not own up to, or does it later; drawn besides the others.</summary>
    public static IReadOnlyList<FaultKind> OpenKinds { get; } =
    [
        new(nameof(MisbehaviourTrigger.FaultAfterEffect), [.. Changes, .. Soap], OpenCodes.Length, (rule, choice) =>
            rule.FaultAfterEffect(OpenCodes[choice])
        ),
        new(nameof(MisbehaviourTrigger.HtmlPageBeforeEffect), LateChanges, Impatience.Length, (rule, choice) =>
            rule.HtmlPageBeforeEffect(Impatience[choice].Status, Impatience[choice].Late)
        ),
    ];

    /// <summary>The operations by which guests' accounts are seen to.</summary>
    public static IReadOnlyList<FaultTarget> Administration { get; } =
    [
        new("SearchDirectoryRequest", 6),
        new("DeleteAccountRequest", 2),
        new("DeleteAccountRequest", 2),
        new("ModifyAccountRequest", 3),
        new("ModifyAccountRequest", 3),
        new("SetPasswordRequest", 2),
        new("SetPasswordRequest", 2),
        new("GetAccountRequest", 12),
        new("CreateMountpointRequest", 4),
    ];

    /// <summary>Whether a kind is drawn for any SOAP request.</summary>
    public static bool IsForEveryRequest(FaultKind kind) => Soap.All(kind.Operations.Contains);

    /// <summary>Whether a variant of <see cref="MisbehaviourTrigger.Delay"/> outlasts every patience.</summary>
    public static bool IsEndless(int choice) => Latencies[choice] == Never;

    private static FaultKind Lost(string method, Func<MisbehaviourTrigger, int, MisbehaviourRule> make) => new(method, Everywhere, 1, make);
}
