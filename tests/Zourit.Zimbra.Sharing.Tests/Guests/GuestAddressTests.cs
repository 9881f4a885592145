using Zourit.Zimbra.Sharing.Guests;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class GuestAddressTests
{
    [Theory]
    [InlineData("", "no mail address")]
    [InlineData("adresse", "'@'")]
    [InlineData("@orange.fr", "no mail address")]
    [InlineData("adresse@", "no mail address")]
    [InlineData("a@b@c.fr", "more than one '@'")]
    [InlineData("Marie Curie <marie@example.com>", "'marie@example.com'")]
    [InlineData("rené@example.com", "ASCII")]
    [InlineData("deux mots@example.com", "ASCII")]
    [InlineData("\"quoted\"@example.com", "ASCII")]
    [InlineData("a;b@example.com", "ASCII")]
    [InlineData("marie@exa mple.com", "no domain")]
    [InlineData("marie@-.com", "no domain")]
    [InlineData("marie@example..com", "no domain")]
    public void What_no_guest_can_have_is_refused_with_the_remedy(string text, string because)
    {
        var refusal = Assert.Throws<ArgumentException>(() => GuestAddress.Parse(text));

        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.False(GuestAddress.TryParse(text, out _));
    }

    [Fact]
    public void A_very_long_address_is_refused() =>
        Assert.Contains("256", Assert.Throws<ArgumentException>(() => GuestAddress.Parse(new string('a', 250) + "@example.com")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("  Jean.Dupont@Gmail.com ", "jean.dupont@gmail.com")]
    [InlineData("marie+agenda@example.com", "marie+agenda@example.com")]
    [InlineData("O'Neil@x.ie", "o'neil@x.ie")]
    [InlineData("contact@événement.fr", "contact@xn--vnement-9xab.fr")]
    public void An_address_becomes_bare_small_ASCII(string text, string value)
    {
        GuestAddress address = GuestAddress.Parse(text);

        Assert.Equal(value, address.ToString());
        Assert.Equal(value, $"{address.UserName}@{address.Domain}");
    }
}
