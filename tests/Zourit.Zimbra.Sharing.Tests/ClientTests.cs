using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests;

public sealed class ClientTests
{
    private static readonly Uri Server = new("https://mail1.example.net");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_part_of_a_client_is_made_once()
    {
        await using var client = new ZimbraClient(Server, ZimbraCredentials.Anonymous);

        Assert.Same(client.Calendars, client.Calendars);
        Assert.Same(client.Guests, client.Guests);
        Assert.Same(client.Feeds, client.Feeds);
        Assert.Same(client.Invitations, client.Invitations);
    }

    [Fact]
    public async Task A_client_says_where_it_goes_and_for_whom_and_no_secret()
    {
        await using var client = new ZimbraClient(Server, ZimbraCredentials.Password("owner@monasso.org", new Secret("s3cret")));

        Assert.StartsWith("https://mail1.example.net/ (", client.ToString(), StringComparison.Ordinal);
        Assert.Contains("owner@monasso.org", client.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", client.ToString(), StringComparison.Ordinal);
        Assert.Equal("paul@monasso.org at https://mail1.example.net/", client.Mailbox("paul@monasso.org").ToString());
    }

    [Theory]
    [InlineData("https://owner:s3cret@mail1.example.net/x", "'https://***@mail1.example.net/x'")]
    [InlineData("https://owner:s3cret@mail1.example.net", "'https://***@mail1.example.net'")]
    [InlineData("https://a:b@mail1.example.net?to=c@d", "'https://***@mail1.example.net?***'")]
    [InlineData("ftp://mail1.example.net/a@b", "'ftp://mail1.example.net/a@b'")]
    [InlineData("/service/soap", "'/service/soap'")]
    [InlineData("owner:s3cret@mail1.example.net/x@y", "'owner:***'")]
    [InlineData("mail1.example.net:8443", "'mail1.example.net:8443'")]
    [InlineData("owner@monasso.org", "'owner@monasso.org'")]
    public void An_address_that_cannot_be_used_is_shown_without_what_is_before_its_host(string address, string shown)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() =>
            new ZimbraClient(new Uri(address, UriKind.RelativeOrAbsolute), ZimbraCredentials.Anonymous)
        );

        Assert.StartsWith($"{shown} cannot be used: the address must", e.Message, StringComparison.Ordinal);
        Assert.Equal("server", e.ParamName);
    }

    [Fact]
    public void A_secret_shows_itself_only_when_asked_and_is_equal_by_what_it_holds()
    {
        var secret = new Secret("s3cret");

        Assert.Equal("***", secret.ToString());
        Assert.Equal("***", $"{secret}");
        Assert.Equal("s3cret", secret.Reveal());
        Assert.Equal(secret, Secret.FromNullable("s3cret"));
        Assert.NotEqual(secret, Secret.FromNullable("other"));
        Assert.Null(Secret.FromNullable(null));
    }

    [Fact]
    public void No_secret_is_an_empty_one()
    {
        Assert.Equal("", default(Secret).Reveal());
        Assert.True(default(Secret).IsEmpty);
        Assert.True(default == new Secret(""));
        Assert.True(new Secret("a") != new Secret("b"));
        Assert.False(new Secret("a") != new Secret("a"));
        Assert.True(new Secret("a").Equals((object)new Secret("a")));
        Assert.False(new Secret("a").Equals((object)"a"));
        Assert.False(new Secret("a").IsEmpty);
    }

    [Theory]
    [InlineData(0, 20, "MaxConcurrency")]
    [InlineData(65, 20, "MaxConcurrency")]
    [InlineData(4, 0, "BatchSize")]
    [InlineData(4, 101, "BatchSize")]
    public void A_list_is_worked_through_within_limits(int concurrency, int size, string named) =>
        Assert.StartsWith(
            $"{named} must be from 1 to ",
            Assert.ThrowsAny<ArgumentException>(() => new BulkOptions { MaxConcurrency = concurrency, BatchSize = size }.Checked()).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_limits_of_a_list_themselves_are_taken()
    {
        Assert.NotNull(new BulkOptions { MaxConcurrency = 1, BatchSize = 1 }.Checked());
        Assert.NotNull(new BulkOptions { MaxConcurrency = 64, BatchSize = 100 }.Checked());
    }
}
