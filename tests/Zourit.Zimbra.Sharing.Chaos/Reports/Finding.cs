namespace Zourit.Zimbra.Sharing.Chaos.Reports;

/// <summary>One thing that must not happen, and did.</summary>
/// <param name="Counter">What kind of thing.</param>
/// <param name="Text">What, where; without secrets.</param>
internal sealed record Finding(Counter Counter, string Text);
