using CsCheck;
using Zourit.Zimbra.Sharing.Values;

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
    [InlineData("marie@example.com.", "no domain")]
    [InlineData("marie@é..com", "no domain")]
    [InlineData(">marie<@example.com", "ASCII")]
    [InlineData("marie\u007f@example.com", "ASCII")]
    public void What_no_guest_can_have_is_refused_with_the_remedy(string text, string because)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => GuestAddress.Parse(text));

        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.False(GuestAddress.TryParse(text, out _));
    }

    [Theory]
    [InlineData('"')]
    [InlineData('(')]
    [InlineData(')')]
    [InlineData(',')]
    [InlineData(':')]
    [InlineData(';')]
    [InlineData('<')]
    [InlineData('>')]
    [InlineData('[')]
    [InlineData(']')]
    [InlineData('\\')]
    public void A_sign_that_no_account_is_named_with_is_refused(char sign) =>
        Assert.False(GuestAddress.TryParse($"a{sign}b@example.com", out _));

    [Fact]
    public void A_letter_that_only_looks_like_an_ASCII_one_does_not_become_it()
    {
        // U+212A, the sign of the unit kelvin, is k when lower-cased.
        Assert.False(GuestAddress.TryParse("jac\u212A@example.com", out _));
        Assert.Equal("jack@example.com", GuestAddress.Parse("JACK@example.com").Value);
    }

    [Theory]
    [InlineData("a@b.c", "a", "b.c")]
    [InlineData("!#$%&'*+-/=?^_`{|}~.@b.c", "!#$%&'*+-/=?^_`{|}~.", "b.c")]
    public void Every_other_sign_may_stand(string text, string user, string domain)
    {
        GuestAddress address = GuestAddress.Parse(text);

        Assert.Equal((user, domain), (address.UserName, address.Domain));
    }

    [Fact]
    public void An_address_has_at_most_256_characters()
    {
        Assert.True(GuestAddress.TryParse(new string('a', 244) + "@example.com", out _));
        Assert.False(GuestAddress.TryParse(new string('a', 245) + "@example.com", out GuestAddress none));
        Assert.Equal(default, none);
    }

    [Fact]
    public void Without_an_address_all_is_empty() =>
        Assert.Equal(("", "", ""), (default(GuestAddress).Value, default(GuestAddress).UserName, default(GuestAddress).Domain));

    [Fact]
    public void Two_spellings_are_one_address()
    {
        GuestAddress address = GuestAddress.Parse("Marie@Example.com");

        Assert.True(address == GuestAddress.Parse("marie@example.com"));
        Assert.True(address != GuestAddress.Parse("paul@example.com"));
        Assert.False(address == GuestAddress.Parse("paul@example.com"));
        Assert.True(address.Equals((object)GuestAddress.Parse("marie@example.com")));
        Assert.False(address.Equals((object)"marie@example.com"));
        Assert.Single(new HashSet<GuestAddress> { address, GuestAddress.Parse("marie@example.com") });
    }

    [Fact]
    public void A_display_name_is_distinguished_from_a_stray_bracket()
    {
        Assert.Contains(
            "Give the bare address: 'a@b.c'.",
            Assert.ThrowsAny<ArgumentException>(() => GuestAddress.Parse("< a@b.c >")).Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "display name",
            Assert.ThrowsAny<ArgumentException>(() => GuestAddress.Parse("a>b<@b.c")).Message,
            StringComparison.Ordinal
        );
        Assert.Equal("text", Assert.ThrowsAny<ArgumentNullException>(() => GuestAddress.Parse(null!)).ParamName);
        Assert.False(GuestAddress.TryParse(null, out _));
    }

    [Fact]
    public void A_very_long_address_is_refused() =>
        Assert.Contains(
            "256",
            Assert.ThrowsAny<ArgumentException>(() => GuestAddress.Parse(new string('a', 250) + "@example.com")).Message,
            StringComparison.Ordinal
        );

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

    [Fact]
    public void Whoever_can_be_a_guest_is_read_again_as_the_same_whatever_the_letter_case_and_the_spaces_around()
    {
        Gen<string> user = Gen.Char["abzABZ09._-+'&=~"].Array[1, 20].Select(letters => new string(letters));
        Gen<string> host = Gen.OneOf<string>(
            Gen.OneOf("example.com", "Orange.FR", "événement.fr", "x", "a-b.c"),
            Gen.Char["abz09"].Array[1, 20].Select(letters => new string(letters) + ".org")
        );
        Gen.Select(user, host, Gen.OneOf("", " ", "\t", "\u00A0"))
            .Sample(
                (name, domain, space) =>
                {
                    GuestAddress address = GuestAddress.Parse($"{space}{name}@{domain}{space}");

                    Assert.Equal(address, GuestAddress.Parse(address.Value));
                    Assert.Equal(address, GuestAddress.Parse($"{name.ToUpperInvariant()}@{domain.ToUpperInvariant()}"));
                    Assert.Equal(name.ToLowerInvariant(), address.UserName);
                    GuestIdentifier identifier = GuestIdentifier.For(address, "monasso.org");
                    Assert.Equal(identifier, GuestIdentifier.Parse(identifier.Value));
                    Assert.True(!address.Domain.Contains('.', StringComparison.Ordinal) || identifier.MailCandidates.Contains(address));
                }
            );
    }
}
