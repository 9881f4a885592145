using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>Clients for tests of the wire: a given token, no repetition, so that one call is one request.</summary>
internal static class TestClients
{
    public static ZimbraClient WithToken(ScriptedServer server, Action<ZimbraClientOptions>? configure = null) =>
        new(server.Address, ZimbraCredentials.Token(new Secret("0_given")), Options(configure));

    public static ZimbraClient WithPassword(ScriptedServer server, Action<ZimbraClientOptions>? configure = null) =>
        new(server.Address, ZimbraCredentials.Password("owner@monasso.org", new Secret("s3cret-Pässword")), Options(configure));

    public static ZimbraClientOptions Options(Action<ZimbraClientOptions>? configure = null)
    {
        var options = new ZimbraClientOptions { MaxRetries = 0, AttemptTimeout = TimeSpan.FromSeconds(20) };
        configure?.Invoke(options);
        return options;
    }
}
