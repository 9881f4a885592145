using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>The domains and accounts of the recordings (their README), so that recordings and sequences run as they stand.</summary>
internal static class DefaultSeed
{
    private const string PreauthKey = "6b7ead4bd425836e8cf0079cd6c1a05acc127acd07c8ee4b61023e19250e929c";

    /// <summary>The recordings' mail transport hands only mails to example.test back to the server.</summary>
    public static bool Delivers(string address) => address.EndsWith("@example.test", StringComparison.OrdinalIgnoreCase);

    public static void Apply(FakeZimbraSeed seed)
    {
        seed.Directory.Config["zimbraDefaultDomainName"] = "example.test";
        seed.Domain("example.test", domain =>
        {
            domain.Attributes["zimbraVirtualHostname"] = "share.example.test";
            domain.Attributes["zimbraPreAuthKey"] = PreauthKey;
        });
        seed.Domain("other.test");
        seed.Account("alice@example.test", "Secret-1alice", account => account.DisplayName("Alice Example"));
        seed.Account("bob@example.test", "Secret-1bob", account => account.DisplayName("Bob Example"));
        seed.Account("carol@example.test", "Secret-1carol", account => account.DisplayName("Carol Example"));
        seed.Account("dave@other.test", "Secret-1dave", account => account.DisplayName("Dave Other"));
    }

    /// <summary>Gives the domains their public address, as the recorded server had one: known only once it listens.</summary>
    public static void Publish(ZimbraDirectory directory, Uri server)
    {
        foreach (Domain domain in directory.Domains)
        {
            domain.Attributes["zimbraPublicServiceHostname"] = server.Host;
            domain.Attributes["zimbraPublicServiceProtocol"] = server.Scheme;
            domain.Attributes["zimbraPublicServicePort"] = server.Port.ToString(CultureInfo.InvariantCulture);
        }
    }
}
