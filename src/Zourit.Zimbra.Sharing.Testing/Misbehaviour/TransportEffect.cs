using Microsoft.AspNetCore.Http;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>A fault on the way between client and server: done around the server's own work, before WireMock sees the request.</summary>
/// <param name="Kind">Its name in the record of what was injected.</param>
/// <param name="RunAsync">Does it; <c>serve</c> lets the server do its work and gives back its reply, which nobody has sent yet.</param>
/// <param name="Late">How long after the answer the server does its work; null when it is for <paramref name="RunAsync"/> to let
/// it.</param>
internal sealed record TransportEffect(
    string Kind,
    Func<HttpContext, Func<Task<HeldReply>>, Task<HeldReply?>> RunAsync,
    TimeSpan? Late = null
) : IEffect;
