using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Chaos.Faults;

/// <summary>A fault as drawn: which calls of which operation, counted over all callers, misbehave how.</summary>
internal sealed record FaultRule(FaultKind Kind, FaultTarget Target, int First, int Last, int Choice)
{
    public override string ToString() => $"{Kind.Method} {Choice} at {Target.Operation} {First}{(Last == First ? "" : $"-{Last}")}";

    public void Apply(MisbehaviourRules rules)
    {
        MisbehaviourTrigger trigger = Target.Operation switch
        {
            FaultCatalogue.Anything => rules.OnAnything(),
            MisbehaviourRules.Smtp => rules.OnRecipient(),
            { } operation => rules.On(operation),
        };
        Kind.Make(trigger.Calls(First, Last), Choice);
    }
}
