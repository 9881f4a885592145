namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>The domains and accounts of the recordings (their README), so that recordings and sequences run as they stand.</summary>
internal static class DefaultSeed
{
    public const string PreauthKey = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

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
}
