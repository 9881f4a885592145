namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>What a rule does to a call.</summary>
internal interface IEffect
{
    /// <summary>Its name in the record of what was injected.</summary>
    string Kind { get; }
}
