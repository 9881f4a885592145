using System.Globalization;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>
/// Several requests in one round trip (urn:zimbra BatchRequest), run one after the other with the same token. There is no transaction:
/// what succeeded before a fault stays done.
/// </summary>
public sealed record BatchRequest : ZimbraRequest<BatchResponse>
{
    private readonly ZimbraOperation _operation;

    /// <summary>Puts requests into a batch.</summary>
    /// <param name="requests">The requests in the order in which to run them; may be empty. Account and mail requests mix freely; as soon
    /// as one is an admin request the whole batch goes to the admin address.</param>
    /// <exception cref="ArgumentException">A batch is among the requests: the server refuses nested batches.</exception>
    public BatchRequest(IEnumerable<ZimbraRequest> requests)
        : this(requests, RetrySafety.Safe) { }

    /// <summary>A batch under a stricter rule than its requests need, for a caller who must know whether it ran twice.</summary>
    internal BatchRequest(IEnumerable<ZimbraRequest> requests, RetrySafety strictest)
    {
        Argument.NotNull(requests);
        Requests = ContentList.Of<ZimbraRequest>([.. requests]);
        if (Requests.Any(request => request is BatchRequest))
        {
            throw Argument.Invalid(
                new LocalizedText(
                    "A batch cannot hold another batch: the server answers UNKNOWN_DOCUMENT. Put its requests in directly.",
                    "Un lot ne peut en contenir un autre : le serveur répond UNKNOWN_DOCUMENT. Mettez-y ses requêtes directement."
                ),
                nameof(requests)
            );
        }

        // The strictest rule of its members is the batch's own.
        RetrySafety rule = Requests.Select(request => request.Operation.Repeat).Append(strictest).Max();
        bool admin = Requests.Any(request => request.Operation.IsAdmin);
        _operation = new ZimbraOperation("BatchRequest", ZimbraNamespace.Context, rule) { IsAdmin = admin };
    }

    /// <summary>The requests in order.</summary>
    public IReadOnlyList<ZimbraRequest> Requests { get; }

    /// <summary>What the server does after a fault. Default <see cref="BatchErrorMode.Continue"/>.</summary>
    public BatchErrorMode OnError
    {
        get;
        init
        {
            field = value;

            // A batch that stops and was carried out stops earlier when it is repeated, at the first change that says "already so": what is
            // behind that would be reported as not run.
            if (value == BatchErrorMode.Stop && Requests.SkipLast(1).Any(request => request.Operation.Repeat != RetrySafety.Safe))
            {
                _operation = _operation with { Repeat = RetrySafety.Verifiable };
            }
        }
    }

    internal override ZimbraOperation Operation => _operation;

    internal override LocalizedText? WhereToLook =>
        Requests
            .Where(request => request.Operation.Repeat != RetrySafety.Safe)
            .Select(request => request.WhereToLook)
            .OfType<LocalizedText>()
            .Distinct()
            .ToList()
            is { Count: > 0 } places
            ? LocalizedText.Join(" ", places)
            : null;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("onerror", OnError == BatchErrorMode.Stop ? "stop" : "continue");
        for (int i = 0; i < Requests.Count; i++)
        {
            writer.Request(new Item(Requests[i], IdOf(i)));
        }
    }

    internal override BatchResponse ReadResponse(ResponseElement response)
    {
        var answers = response.Children().ToList();
        if (answers.Count > Requests.Count)
        {
            throw response.Broken(ReplyTexts.Answers(answers.Count, Requests.Count));
        }

        // Only a batch that is to stop ends early, and then with the fault at which it stopped.
        if (answers.Count < Requests.Count && (OnError != BatchErrorMode.Stop || answers is not [.., { Name: "Fault" }]))
        {
            throw response.Broken(ReplyTexts.NoStop(answers.Count, Requests.Count));
        }

        // The server copies the marks to every answer, also to a fault (docs/protocol.md §1.4). Where something on the way has dropped all
        // of them, order and names of the answers are what is left.
        if (answers.Any(answer => answer.Text("requestId") is not null))
        {
            for (int i = 0; i < answers.Count; i++)
            {
                if (answers[i].Text("requestId") != IdOf(i))
                {
                    throw answers[i].Broken(ReplyTexts.OtherMark);
                }
            }
        }

        var outcomes = new List<BatchOutcome>(Requests.Count);
        for (int i = 0; i < Requests.Count; i++)
        {
            outcomes.Add(ReadOutcome(Requests[i], i < answers.Count ? answers[i] : null));
        }

        return new BatchResponse(outcomes) { ChangeNumber = response.ChangeNumber };
    }

    internal override ZimbraFault? TokenRefusal(BatchResponse response) =>
        response.Outcomes.All(outcome =>
            outcome.Fault?.Code is ZimbraFaultCodes.AuthRequired or ZimbraFaultCodes.AuthExpired || outcome.NotRun
        )
            ? response.FirstFault
            : null;

    internal override (BatchResponse Response, IReadOnlyList<ZimbraFault>? Refusals) Judge(BatchResponse response, bool afterLoss)
    {
        BatchResponse judged = afterLoss
            ? new BatchResponse([.. response.Outcomes.Select(outcome => outcome.AfterLoss())]) { ChangeNumber = response.ChangeNumber }
            : response;
        List<ZimbraFault>? refusals = null;
        foreach (BatchOutcome outcome in judged.Outcomes)
        {
            if (outcome.Fault is { } fault && !outcome.Request.IsAnswer(fault))
            {
                (refusals ??= []).Add(fault);
            }
        }

        return (judged, refusals);
    }

    private static BatchOutcome ReadOutcome(ZimbraRequest request, ResponseElement? answer)
    {
        if (answer is not { } element)
        {
            return request.ReadOutcome(null, null);
        }

        if (element.Name == "Fault")
        {
            return request.ReadOutcome(null, FaultReader.Read(element));
        }

        return element.Name == request.Operation.ResponseName
            ? request.ReadOutcome(element, null)
            : throw element.Broken(ReplyTexts.InPlaceOf(request.Operation.ResponseName));
    }

    /// <summary>The caller's own mark, or the place in the batch.</summary>
    private string IdOf(int index) => Requests[index].RequestId ?? index.ToString(CultureInfo.InvariantCulture);

    /// <summary>A request of the batch, with its mark.</summary>
    private sealed class Item(ZimbraRequest request, string id) : IRequestBody
    {
        public string Name => request.Operation.Name;

        public string Namespace => request.Operation.Namespace;

        public void WriteContent(RequestWriter writer)
        {
            writer.Attribute("requestId", id);
            request.WriteContent(writer);
        }
    }
}
