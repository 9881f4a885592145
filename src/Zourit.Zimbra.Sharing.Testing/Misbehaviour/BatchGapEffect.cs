namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>What others do between the requests of a batch; asked for by the dispatcher of SOAP requests, once per batch.</summary>
/// <param name="Others">Called at each gap; the batch goes on when it has finished.</param>
internal sealed record BatchGapEffect(Func<BatchGap, Task> Others) : IEffect
{
    /// <inheritdoc/>
    public string Kind => "BetweenItems";
}
