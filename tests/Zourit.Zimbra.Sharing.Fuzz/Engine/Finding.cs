namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>An input at which the target did what it must not.</summary>
/// <param name="Kind">The kind: two findings of one kind are one defect.</param>
/// <param name="What">What happened.</param>
/// <param name="Input">The input.</param>
public sealed record Finding(string Kind, string What, byte[] Input);
