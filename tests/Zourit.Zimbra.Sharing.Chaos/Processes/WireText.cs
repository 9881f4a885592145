using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Chaos.Processes;

/// <summary>Reads from requests and replies what the checks must know of them.</summary>
internal static partial class WireText
{
    /// <summary>The SOAP request's name, or method and path.</summary>
    public static string OperationOf(HttpRequestMessage request, string body) =>
        FirstRequest().Match(body) is { Success: true } match
            ? match.Groups["name"].Value
            : $"{request.Method} {request.RequestUri!.AbsolutePath}";

    /// <summary>Whether a request asks for a change of the server's state.</summary>
    public static bool IsChange(HttpRequestMessage request, string body) =>
        Change().IsMatch(body)
        || (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.Contains("extuserprov", StringComparison.Ordinal));

    /// <summary>How a request ended, by the answer that came; null for none that is whole.</summary>
    public static ExchangeEnd EndOf(HttpStatusCode status, byte[]? reply) =>
        (status, reply) switch
        {
            _ when IsTurnedAway(status) => ExchangeEnd.TurnedAway,
            (_, null or { Length: 0 }) => ExchangeEnd.Lost,
            _ when IsPage(reply) => ExchangeEnd.Lost,
            (HttpStatusCode.OK or HttpStatusCode.InternalServerError, _) when reply.AsSpan().IndexOf("Fault>"u8) >= 0 => Refuses(reply)
                ? ExchangeEnd.Refused
                : ExchangeEnd.Answered,
            (HttpStatusCode.OK or HttpStatusCode.Found, _) => ExchangeEnd.Answered,
            _ => ExchangeEnd.Lost,
        };

    /// <summary>
    /// Whether the server may be at a request though an answer has come: a proxy that got none in time tells nothing of what goes on behind
    /// it, 503 included.
    /// </summary>
    public static bool LeavesOpen(HttpStatusCode status) =>
        status is not (HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.InternalServerError) && !IsTurnedAway(status);

    /// <summary>
    /// Whether the server may be at a request though a whole answer came: a proxy that lost patience wrote it, another mail host has the
    /// request, or the work on it was interrupted.
    /// </summary>
    public static bool LeavesOpen(byte[] reply) =>
        reply.Length == 0
        || IsProxysPage(reply)
        || FaultCode()
            .Matches(Encoding.UTF8.GetString(reply))
            .Any(code => code.Groups["code"].Value is "service.RESOURCE_UNREACHABLE" or "service.PROXY_ERROR" or "service.INTERRUPTED");

    private static bool IsTurnedAway(HttpStatusCode status) =>
        (int)status is (> 302 and < 400) or 400 or 401 or 403 or 404 or 405 or 407 or 408 or 413 or 429;

    // That something is not there is an answer like any other.
    private static bool Refuses(byte[] reply) =>
        FaultCode()
            .Matches(Encoding.UTF8.GetString(reply))
            .Any(code => !code.Groups["code"].Value.Contains(".NO_SUCH_", StringComparison.Ordinal));

    // A proxy's page, or one with a document type before it, which the library does not read. The sign-up pages do not matter here.
    private static bool IsPage(byte[] reply) => reply.AsSpan().StartsWith("<html"u8) || reply.AsSpan().StartsWith("<!DOCTYPE"u8);

    // Also where another fault put a document type before it.
    private static bool IsProxysPage(byte[] reply) => reply.AsSpan(0, Math.Min(reply.Length, 256)).IndexOf("<html"u8) >= 0;

    [GeneratedRegex(":?Body>\\s*<(?:\\w+:)?(?<name>\\w+Request)", RegexOptions.None, 10_000)]
    private static partial Regex FirstRequest();

    [GeneratedRegex(
        "<(?:\\w+:)?(?:FolderAction|SendShareNotification|CreateAccount|ModifyAccount|DeleteAccount|SetPassword|"
            + "CreateMountpoint)Request\\b",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Change();

    // SOAP's own codes (Sender, Receiver) stand in an element within.
    [GeneratedRegex("<(?:\\w+:)?Code\\b[^>]*>(?<code>[\\w.]+)<", RegexOptions.None, 10_000)]
    private static partial Regex FaultCode();
}
