namespace Zourit.Zimbra.Sharing.Chaos.Faults;

/// <summary>An operation that faults are drawn for.</summary>
/// <param name="Operation">Its name as the fake's rules take it; <c>*</c> for every HTTP request.</param>
/// <param name="Calls">About how many calls of it a scenario makes: faults are drawn for calls up to this number.</param>
internal sealed record FaultTarget(string Operation, int Calls);
