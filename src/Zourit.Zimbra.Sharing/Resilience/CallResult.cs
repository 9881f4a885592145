namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// The result of a call, of whatever type, and what in it was refused though the call itself was answered: requests of a batch (null for nothing). This and <see cref="CallState"/> are structs because Polly's generic code is compiled for each struct by itself; for
/// classes it is shared, and looks its types up at run time in each layer of each call.
/// </summary>
internal readonly record struct CallResult(object Value, IReadOnlyList<ZimbraFault>? Refusals = null);
