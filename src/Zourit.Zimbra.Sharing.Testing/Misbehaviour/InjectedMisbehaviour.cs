namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>One fault that was injected.</summary>
public sealed record InjectedMisbehaviour
{
    /// <summary>The operation it hit, as the rule matched it: <c>FolderActionRequest</c>, <c>REST GET</c>, <c>SMTP</c>,
    /// …</summary>
    public required string Operation { get; init; }

    /// <summary>The number of the call, counted from 1 since the rule was made.</summary>
    public required int Call { get; init; }

    /// <summary>What was done, in the words of <see cref="MisbehaviourTrigger"/>: <c>ResetAfterEffect</c>, <c>Fault
    /// service.FAILURE</c>, …</summary>
    public required string Kind { get; init; }

    /// <summary>When, on the server's clock.</summary>
    public required DateTimeOffset At { get; init; }
}
