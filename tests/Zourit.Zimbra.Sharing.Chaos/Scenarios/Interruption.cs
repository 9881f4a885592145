namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>A moment at which a caller gives up, or his process dies.</summary>
/// <param name="Request">At which request, counted from 1: since the call began (giving up), or since the process began (dying).</param>
/// <param name="Moment">When in that request's life.</param>
internal sealed record Interruption(int Request, Moment Moment);
