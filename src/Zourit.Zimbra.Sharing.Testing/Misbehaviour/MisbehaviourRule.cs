namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>A rule in force: which calls of which operation misbehave, and how. Disposing or removing it ends it.</summary>
public sealed class MisbehaviourRule : IDisposable
{
    private readonly MisbehaviourRules _rules;
    private readonly int _first;
    private readonly int _last;
    private int _calls;

    internal MisbehaviourRule(MisbehaviourRules rules, string operation, int first, int last, IEffect effect)
    {
        _rules = rules;
        Operation = operation;
        _first = first;
        _last = last;
        Effect = effect;
    }

    /// <summary>The operation's name, or <c>*</c> for every HTTP request.</summary>
    public string Operation { get; }

    /// <summary>What the rule does, as in <see cref="InjectedMisbehaviour.Kind"/>.</summary>
    public string Kind => Effect.Kind;

    internal IEffect Effect { get; }

    /// <summary>Whether some call has met the rule.</summary>
    internal bool HasMet { get; private set; }

    /// <summary>The operation, the calls that are meant, and what happens to them: <c>FolderActionRequest, call 2: CutReply</c>.</summary>
    public override string ToString()
    {
        string calls =
            _last == _first ? $"call {_first}"
            : _last < int.MaxValue ? $"calls {_first} to {_last}"
            : _first > 1 ? $"from call {_first} on"
            : "every call";
        return $"{(Operation == MisbehaviourRules.Anything ? "any request" : Operation)}, {calls}: {Kind}";
    }

    /// <summary>The rule, and how many calls came.</summary>
    internal string Account() => $"{this} ({_calls switch { 0 => "no call came", 1 => "1 call came", _ => $"{_calls} calls came" }})";

    /// <summary>Ends the rule; calls already misbehaving go on doing so.</summary>
    public void Remove() => _rules.Remove(this);

    void IDisposable.Dispose() => Remove();

    internal bool Matches(string operation) => string.Equals(Operation, operation, StringComparison.Ordinal);

    /// <summary>Counts a call; gives its number if this call is one that misbehaves.</summary>
    internal int? Count()
    {
        _calls++;
        if (_calls < _first || _calls > _last)
        {
            return null;
        }

        HasMet = true;
        return _calls;
    }
}
