using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

/// <summary>The vectors of docs/protocol.md §12.1.</summary>
public sealed class PreauthTests
{
    private const string Key = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeMilliseconds(1767225600000);

    [Theory]
    [InlineData("login@asso.org", "name", 0, false, "3840319fbe7ece83b3aa1b4399d61d593395ad05")]
    [InlineData("login@asso.org", "name", 1767229200000, false, "be5e21ef58f74e1023c13bc623aa65cb92e0c3bd")]
    [InlineData("login@asso.org", "name", 0, true, "ededc2f0badebc0713e1a748417361dc44d95c84")]
    [InlineData("8c2a3b5e-0f1d-4f7e-9a53-6d1f0c7e2b44", "id", 0, false, "124eb98b3afd4580f693b63bd822a2ddaf41fcbd")]
    [InlineData("rené@asso.org", "name", 0, false, "b4946de5cbc92e73d2e8e2e7fcf979c45d31aeb2")]
    public void The_value_is_the_servers_own(string account, string by, long expires, bool admin, string expected)
    {
        AccountSelector selector = by == "id" ? AccountSelector.ById(account) : AccountSelector.ByName(account);

        var value = PreauthValue.Compute(
            selector,
            new Secret(Key),
            Time,
            new() { Expiry = expires == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(expires), IsAdministrator = admin }
        );

        Assert.Equal(expected, value.Value.Reveal());
        Assert.DoesNotContain(expected, value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_not_decoded_from_hexadecimal() =>
        Assert.NotEqual(
            "af421ec141e7c263f2631b09563c2ac6ee8232c7",
            PreauthValue.Compute(AccountSelector.ByName("login@asso.org"), new Secret(Key), Time).Value.Reveal()
        );
}
