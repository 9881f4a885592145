namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>One fault that was injected.</summary>
/// <param name="Operation">The operation it hit, as the rule matched it: <c>FolderActionRequest</c>, <c>REST GET</c>, <c>SMTP</c>,
/// …</param>
/// <param name="Call">The number of the call, counted from 1 since the rule was made.</param>
/// <param name="Kind">What was done, in the words of <see cref="MisbehaviourTrigger"/>: <c>ResetAfterEffect</c>, <c>Fault
/// service.FAILURE</c>, …</param>
/// <param name="At">When, on the server's clock.</param>
public sealed record InjectedMisbehaviour(string Operation, int Call, string Kind, DateTimeOffset At);
