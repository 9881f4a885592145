using CsCheck;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class GuestIdentifierTests
{
    [Theory]
    [InlineData("adresse", "monasso.fr")]
    [InlineData("adresse@orange.fr", "")]
    [InlineData("adresse@orange.fr", "owner@monasso.fr")]
    [InlineData("adresse@orange.fr", "mon asso")]
    public void A_bad_mail_or_domain_is_refused(string mail, string domain) =>
        Assert.ThrowsAny<ArgumentException>(() => GuestIdentifier.For(GuestAddress.Parse(mail), domain));

    [Theory]
    [InlineData("adresse@orange.fr")]
    [InlineData("adresse.orange.fr")]
    [InlineData("nodots@monasso.fr")]
    [InlineData(".fr@monasso.fr")]
    [InlineData("")]
    public void What_no_mail_address_maps_to_is_no_identifier(string text)
    {
        // "adresse@orange.fr" has no dot before its '@': nobody's identifier.
        Assert.False(GuestIdentifier.TryParse(text, out _));
        Assert.Contains(
            "adresse.orange.fr@monasso.org",
            Assert.ThrowsAny<ArgumentException>(() => GuestIdentifier.Parse(text)).Message,
            StringComparison.Ordinal
        );
    }

    // docs/protocol.md §12.3
    [Theory]
    [InlineData("adresse@orange.fr", "adresse.orange.fr@monasso.fr")]
    [InlineData("Jean.Dupont@Gmail.com", "jean.dupont.gmail.com@monasso.fr")]
    [InlineData("marie+agenda@example.com", "marie+agenda.example.com@monasso.fr")]
    [InlineData("O'Neil@x.ie", "o'neil.x.ie@monasso.fr")]
    [InlineData("a.b@c.d", "a.b.c.d@monasso.fr")]
    [InlineData("a@b.c.d", "a.b.c.d@monasso.fr")]
    public void A_guest_is_named_by_mail_and_domain(string mail, string identifier) =>
        Assert.Equal(identifier, GuestIdentifier.For(GuestAddress.Parse(mail), "Monasso.fr").ToString());

    [Fact]
    public void What_is_wrong_with_a_mail_or_a_domain_is_said()
    {
        ArgumentException empty = Assert.ThrowsAny<ArgumentException>(() => GuestIdentifier.For(default(GuestAddress), "monasso.org"));
        Assert.StartsWith("The guest's address is empty.", empty.Message, StringComparison.Ordinal);
        Assert.Equal("mail", empty.ParamName);
        ArgumentException domain = Assert.ThrowsAny<ArgumentException>(() =>
            GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), "mon asso")
        );
        Assert.StartsWith("'mon asso' is no domain. Give the domain of the calendar's owner", domain.Message, StringComparison.Ordinal);
        Assert.Equal("ownerDomain", domain.ParamName);
        Assert.ThrowsAny<ArgumentNullException>(() => GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), null!));
        Assert.ThrowsAny<ArgumentNullException>(() => GuestIdentifier.Parse(null!));
    }

    [Fact]
    public void An_identifier_knows_its_parts_and_its_equals()
    {
        GuestIdentifier identifier = GuestIdentifier.Parse("Adresse.Orange.fr@monasso.org");

        Assert.Equal(("adresse.orange.fr", "monasso.org"), (identifier.UserName, identifier.Domain));
        Assert.True(identifier == GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), " monasso.org "));
        Assert.True(identifier != GuestIdentifier.For(GuestAddress.Parse("autre@orange.fr"), "monasso.org"));
        Assert.False(identifier == GuestIdentifier.For(GuestAddress.Parse("autre@orange.fr"), "monasso.org"));
        Assert.True(identifier.Equals((object)GuestIdentifier.Parse("adresse.orange.fr@monasso.org")));
        Assert.False(identifier.Equals((object)"adresse.orange.fr@monasso.org"));
        Assert.Single(new HashSet<GuestIdentifier> { identifier, GuestIdentifier.Parse("adresse.orange.fr@monasso.org") });
        Assert.Equal(("", "", ""), (default(GuestIdentifier).Value, default(GuestIdentifier).UserName, default(GuestIdentifier).Domain));
    }

    [Theory]
    [InlineData("a.b@monasso.org", new string[0])]
    [InlineData("a.b.c@monasso.org", new[] { "a@b.c" })]
    [InlineData("x..y.z@monasso.org", new[] { "x.@y.z" })]
    [InlineData(".a.b.c@monasso.org", new[] { ".a@b.c" })]
    public void Every_candidate_has_a_dot_in_its_domain_and_is_an_address(string identifier, string[] candidates) =>
        Assert.Equal(candidates, GuestIdentifier.Parse(identifier).MailCandidates.Select(mail => mail.Value));

    [Theory]
    [InlineData("a.@monasso.org")]
    [InlineData(".a@monasso.org")]
    public void A_dot_at_the_rim_separates_nothing(string text)
    {
        Assert.False(GuestIdentifier.TryParse(text, out GuestIdentifier none));
        Assert.Equal(default, none);
    }

    [Fact]
    public void Without_a_single_candidate_there_is_no_mail()
    {
        Assert.False(GuestIdentifier.Parse("a.b.c.d@monasso.org").TryGetMail(out GuestAddress mail));
        Assert.Equal(default, mail);
    }

    [Fact]
    public void Two_mails_with_one_identifier_are_reported()
    {
        Assert.True(GuestIdentifier.Collide(GuestAddress.Parse("a.b@c.d"), GuestAddress.Parse("a@b.c.d")));
        Assert.False(GuestIdentifier.Collide(GuestAddress.Parse("a@b.c.d"), GuestAddress.Parse("A@b.c.d")));
        Assert.False(GuestIdentifier.Collide(GuestAddress.Parse("a@b.c.d"), GuestAddress.Parse("a@b.c.e")));
    }

    [Fact]
    public void The_mail_is_read_back_where_only_one_can_be_meant()
    {
        Assert.True(GuestIdentifier.Parse("adresse.orange.fr@monasso.org").TryGetMail(out GuestAddress mail));
        Assert.Equal("adresse@orange.fr", mail.Value);

        GuestIdentifier ambiguous = GuestIdentifier.Parse("a.b.c.d@monasso.org");
        Assert.False(ambiguous.TryGetMail(out _));
        Assert.Equal(["a@b.c.d", "a.b@c.d"], ambiguous.MailCandidates.Select(candidate => candidate.Value));
    }

    [Fact]
    public void A_domain_with_accents_is_written_in_its_ASCII_form() =>
        Assert.Equal(
            "adresse.orange.fr@xn--vnement-9xab.fr",
            GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), "événement.fr").Value
        );

    [Fact]
    public void Every_identifier_has_its_mail_among_the_candidates()
    {
        Gen<string> label = Gen.Char["abz09"].Array[1, 4].Select(letters => new string(letters));
        Gen<string> dotted = label.Array[1, 3].Select(labels => string.Join('.', labels));
        Gen.Select(dotted, dotted, label)
            .Sample(
                (user, host, tld) =>
                {
                    GuestAddress mail = GuestAddress.Parse($"{user}@x{host}.a{tld}");
                    GuestIdentifier identifier = GuestIdentifier.For(mail, "monasso.fr");

                    Assert.Contains(mail, identifier.MailCandidates);
                    Assert.Equal(identifier, GuestIdentifier.Parse(identifier.Value));
                    Assert.All(identifier.MailCandidates.Where(other => other != mail), other =>
                        Assert.True(GuestIdentifier.Collide(mail, other))
                    );
                }
            );
    }

    [Fact]
    public void Odd_and_long_mail_addresses_have_identifiers_that_are_read_again()
    {
        string[] mails = [".@o", ".marie@example.com", "a..b@c.d", $"{new string('a', 240)}@example.com"];
        Assert.All(mails, mail =>
        {
            GuestIdentifier identifier = GuestIdentifier.For(GuestAddress.Parse(mail), $"{new string('d', 60)}.example.net");
            Assert.Equal(identifier, GuestIdentifier.Parse(identifier.Value));
        });
    }
}
