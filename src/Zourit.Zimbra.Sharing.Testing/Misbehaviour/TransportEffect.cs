using Microsoft.AspNetCore.Http;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>A fault on the way between client and server: done around the server's own work, before WireMock sees the request.</summary>
/// <param name="Kind">Its name in the record of what was injected.</param>
/// <param name="RunAsync">Does it; <c>serve</c> lets the server do its work and gives back its reply, which nobody has sent yet.</param>
internal sealed record TransportEffect(string Kind, Func<HttpContext, Func<Task<HeldReply>>, Task<HeldReply?>> RunAsync) : IEffect;
