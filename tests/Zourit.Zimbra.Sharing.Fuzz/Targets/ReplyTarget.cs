using System.Text;
using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Fuzz.Corpora;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Fuzz.Replies;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Tests.Recorded;
using Zourit.Zimbra.Sharing.Tests.Schemas;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>The reply reader: HTTP answer, envelope, response element, and the typed responses of all operations.</summary>
internal partial class ReplyTarget : FuzzTarget
{
    private static readonly ILookup<string, ZimbraRequest> Requests = RecordedOperations.All.ToLookup(request => request.OperationName);
    private static readonly ZimbraRequest[] All = [.. RecordedOperations.All];

    private readonly ReplayClients _clients = new();

    public override string Name => "reply";

    public override IReadOnlyList<string> Words => XmlWords.All;

    public override IEnumerable<Seed> Corpus() =>
        RecordedCorpus.Soap(reply => !reply.Recording.Reply.Text.Contains(":Fault>", StringComparison.Ordinal));

    public override void Run(byte[] input)
    {
        IReadOnlyList<RawReply> replies = RawReply.ReadAll(input);
        ZimbraRequest request = ReaderOf(Encoding.UTF8.GetString(replies[0].Body));
        _clients.Run(replies, () => Untyped.SendOnlyAsync(_clients.Admin, request, CancellationToken.None));
    }

    // Who would be given this reply; if nobody, anybody.
    private static ZimbraRequest ReaderOf(string body)
    {
        bool isAdmin = body.Contains("urn:zimbraAdmin", StringComparison.Ordinal);
        (string Name, string? Id)[] answers =
        [
            .. Element().Matches(body).Select(match => (match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value : null)),
        ];
        string[] names = [.. answers.Select(answer => answer.Name)];

        // With the marks of the answers, which would be another batch's otherwise.
        return answers is [("BatchResponse", _), .. var rest]
                ? new BatchRequest(
                    rest.Take(50)
                        .Select(answer => (Of(answer.Name, isAdmin) ?? All[rest.Length % All.Length]) with { RequestId = answer.Id })
                )
            : names is [var first, ..] && Of(first, isAdmin) is { } request ? request
            : All[body.Length % All.Length];
    }

    // AuthResponse is the only name that both services have.
    private static ZimbraRequest? Of(string response, bool isAdmin) =>
        isAdmin ? Requests[Asked(response)].LastOrDefault() : Requests[Asked(response)].FirstOrDefault();

    private static string Asked(string response) =>
        response == "Fault" ? "NoOpRequest" : string.Concat(response.AsSpan(0, response.Length - "Response".Length), "Request");

    [GeneratedRegex(@"<(?:\w{1,20}:)?(\w{1,40}Response|Fault)\b(?:[^>]{0,200}?\brequestId=""([^""]{0,40})"")?")]
    private static partial Regex Element();
}
