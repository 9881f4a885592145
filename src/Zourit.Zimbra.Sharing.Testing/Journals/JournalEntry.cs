using System.Globalization;
using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Journals;

/// <summary>One request the server got, and what it answered; all secrets are replaced by <c>***</c>.</summary>
public sealed class JournalEntry
{
    /// <summary>Counted from 1 since the server started; entries that fell out of the journal keep their numbers.</summary>
    public required long Number { get; init; }

    /// <summary>When the request came, on the server's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as in the request line.</summary>
    public required string Target { get; init; }

    /// <summary>
    /// What was asked: the names of the SOAP requests (of a batch: <c>BatchRequest</c>, then the requests in it), or the page and its
    /// method (<c>REST</c>, <c>REST GET</c>).
    /// </summary>
    public required IReadOnlyList<string> Operations { get; init; }

    /// <summary>The request's headers, by name.</summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>The request's body, cut after 16,384 characters.</summary>
    public required string RequestBody { get; init; }

    /// <summary>The HTTP status of the server's own answer; null if the request never reached it.</summary>
    public required int? Status { get; init; }

    /// <summary>The body of the server's own answer, cut after 16,384 characters; what a misbehaviour made of it is not shown.</summary>
    public required string ReplyBody { get; init; }

    /// <summary>What was done to the call on purpose, as in <see cref="Misbehaviour.InjectedMisbehaviour.Kind"/>.</summary>
    public required IReadOnlyList<string> Injected { get; init; }

    /// <summary>All of it on one line.</summary>
    public override string ToString() =>
        new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{nameof(JournalEntry)} {{ Number = {Number}, At = {At:O}, Method = {Method}")
            .Append(CultureInfo.InvariantCulture, $", Target = {Target}, Operations = [{string.Join(", ", Operations)}]")
            .Append(CultureInfo.InvariantCulture, $", RequestHeaders = [{string.Join(", ", RequestHeaders.Select(Shown))}]")
            .Append(CultureInfo.InvariantCulture, $", RequestBody = {RequestBody}, Status = {Status}, ReplyBody = {ReplyBody}")
            .Append(CultureInfo.InvariantCulture, $", Injected = [{string.Join(", ", Injected)}] }}")
            .ToString();

    private static string Shown(KeyValuePair<string, string> header) => $"{header.Key}: {header.Value}";
}
