namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>A moment at which a caller gives up, or their process dies.</summary>
/// <param name="Request">At which request, counted from 1: since the call started (giving up), or since the process started
/// (dying).</param>
/// <param name="Moment">When in that request's life.</param>
internal sealed record Interruption(int Request, Moment Moment);
