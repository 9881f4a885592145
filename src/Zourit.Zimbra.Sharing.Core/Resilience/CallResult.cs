namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// The result of a call. A struct because Polly's generic code is compiled for each struct by itself; for classes it is shared, and looks
/// its types up at run time in each layer of each call.
/// </summary>
/// <param name="Value">The result, of whatever type.</param>
/// <param name="Refusals">The faults of requests in a batch that was answered itself; null for none.</param>
internal readonly record struct CallResult(object Value, IReadOnlyList<ZimbraFault>? Refusals = null);
