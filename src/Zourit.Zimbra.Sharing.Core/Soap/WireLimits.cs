namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>Bounds of one reply.</summary>
/// <param name="MaxReplyBytes">Largest body, after decompression.</param>
/// <param name="MaxReplyDepth">Deepest nesting of elements.</param>
internal sealed record WireLimits(int MaxReplyBytes, int MaxReplyDepth);
