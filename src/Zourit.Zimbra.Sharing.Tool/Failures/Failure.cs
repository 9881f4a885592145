using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Failures;

/// <summary>What went wrong, for people and scripts: the one place where exceptions become exit codes.</summary>
internal sealed partial record Failure
{
    public required ExitCode Exit { get; init; }

    public required LocalizedText Text { get; init; }

    /// <summary>Zimbra's code; null for another failure.</summary>
    public string? Code { get; init; }

    /// <summary>Whether the same may succeed later by itself.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server asks to wait; null where it says nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Failure Of(Exception exception) =>
        exception switch
        {
            ToolException e => new() { Exit = e.Code, Text = e.Text },
            ZimbraException e => new()
            {
                Exit = ExitOf(e),
                Text = TextOf(e),
                Code = (e as ZimbraFaultException)?.Code,
                IsTransient = e.IsTransient,
                RetryAfter = (e as ZimbraConnectionException)?.RetryAfter,
            },
            ArgumentException e => new() { Exit = ExitCode.Usage, Text = e.Explain() },
            IExplained e => new() { Exit = ExitCode.Refused, Text = e.Explanation },
            IOException or UnauthorizedAccessException => new() { Exit = ExitCode.InvalidFile, Text = FileFailure.TextOf(exception) },
            _ => new()
            {
                Exit = ExitCode.Bug,
                Text = Sentence.Of(
                    $"This is a bug of zimbra-share ({exception.GetType().Name}). Please report the command, without its secrets.",
                    $"C'est un bogue de zimbra-share ({exception.GetType().Name}). Merci de signaler la commande, sans ses secrets."
                ),
            },
        };

    // Whoever did not get through to the server asked for a command, and never for a request of Zimbra's.
    private static LocalizedText TextOf(ZimbraException exception) =>
        exception is ZimbraConnectionException or ZimbraProtocolException
            ? new LocalizedText(WithoutRequest(exception.Explanation.InLanguage("en"))).With(
                "fr",
                WithoutRequest(exception.Explanation.InLanguage("fr"))
            )
            : exception.Explanation;

    private static string WithoutRequest(string text)
    {
        string rest = Request().Replace(text, "");
        return $"{char.ToUpperInvariant(rest[0])}{rest[1..]}";
    }

    [GeneratedRegex(@"^(?:\w+Request|GET ics|extuserprov (?:GET|POST))\s?:\s(?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    private static ExitCode ExitOf(ZimbraException exception) =>
        exception switch
        {
            ZimbraAuthenticationException { Failure: AuthenticationFailure.Maintenance } => ExitCode.NotReached,
            ZimbraAuthenticationException => ExitCode.LoginRefused,
            ZimbraConnectionException or ZimbraProtocolException => ExitCode.NotReached,
            ZimbraOutcomeUnknownException or ZimbraConflictException => ExitCode.Incomplete,
            ZimbraFaultException { IsTransient: true } => ExitCode.Incomplete,
            ZimbraMissingRightException or ZimbraFaultException { Code: ZimbraFaultCodes.PermissionDenied } => ExitCode.Refused,
            { IsTransient: true } => ExitCode.Incomplete,
            _ => ExitCode.NeedsEdit,
        };
}
