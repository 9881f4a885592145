using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>The answers to a <see cref="BatchRequest"/>, one outcome for each request, in order.</summary>
public sealed class BatchResponse
{
    private Dictionary<ZimbraRequest, BatchOutcome>? _byRequest;

    internal BatchResponse(IReadOnlyList<BatchOutcome> outcomes) => Outcomes = outcomes;

    /// <summary>One outcome for each request, in the order of the requests.</summary>
    public IReadOnlyList<BatchOutcome> Outcomes { get; }

    /// <summary>Where the mailbox stood afterwards (<c>context change token</c>); null when the reply does not tell.</summary>
    internal long? ChangeNumber { get; init; }

    /// <summary>Says who asked, so that a missing right names its administrator.</summary>
    internal void AskedBy(string? administrator)
    {
        foreach (BatchOutcome outcome in Outcomes)
        {
            outcome.Administrator = administrator;
        }
    }

    /// <summary>The first fault in order; null when all that ran succeeded.</summary>
    public ZimbraFault? FirstFault => Outcomes.FirstOrDefault(outcome => outcome.Fault is not null)?.Fault;

    /// <summary>The outcome of a request that was put into the batch (the same object, not merely an equal one).</summary>
    /// <param name="request">A request of the batch.</param>
    /// <exception cref="ArgumentException">The request was not in the batch.</exception>
    public BatchOutcome<TResponse> OutcomeOf<TResponse>(ZimbraRequest<TResponse> request)
        where TResponse : class =>
        (request is null ? null : Find(request)) as BatchOutcome<TResponse>
        ?? throw Argument.Invalid(
            LocalizedText.Format(
                $"This {request?.OperationName} was not in the batch.",
                $"Cette requête {request?.OperationName} n'était pas dans le lot."
            ),
            nameof(request)
        );

    private BatchOutcome? Find(ZimbraRequest request)
    {
        if (_byRequest is null)
        {
            var outcomes = new Dictionary<ZimbraRequest, BatchOutcome>(Outcomes.Count, ReferenceEqualityComparer.Instance);
            foreach (BatchOutcome outcome in Outcomes)
            {
                // A request may be in the batch twice; the first one counts.
                outcomes.TryAdd(outcome.Request, outcome);
            }

            _byRequest = outcomes;
        }

        return _byRequest.GetValueOrDefault(request);
    }
}
