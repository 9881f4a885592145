using CsCheck;
using Zourit.Zimbra.Sharing.Guests;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class GuestIdentifierTests
{
    [Theory]
    [InlineData("adresse", "monasso.fr")]
    [InlineData("adresse@orange.fr", "")]
    [InlineData("adresse@orange.fr", "owner@monasso.fr")]
    [InlineData("adresse@orange.fr", "mon asso")]
    public void A_bad_mail_or_domain_is_refused(string mail, string domain) =>
        Assert.Throws<ArgumentException>(() => GuestIdentifier.For(mail, domain));

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
        Assert.Contains("adresse.orange.fr@monasso.org", Assert.Throws<ArgumentException>(() => GuestIdentifier.Parse(text)).Message, StringComparison.Ordinal);
    }

    // protocol.md §12.3
    [Theory]
    [InlineData("adresse@orange.fr", "adresse.orange.fr@monasso.fr")]
    [InlineData("Jean.Dupont@Gmail.com", "jean.dupont.gmail.com@monasso.fr")]
    [InlineData("marie+agenda@example.com", "marie+agenda.example.com@monasso.fr")]
    [InlineData("O'Neil@x.ie", "o'neil.x.ie@monasso.fr")]
    [InlineData("a.b@c.d", "a.b.c.d@monasso.fr")]
    [InlineData("a@b.c.d", "a.b.c.d@monasso.fr")]
    public void A_guest_is_named_by_mail_and_domain(string mail, string identifier) =>
        Assert.Equal(identifier, GuestIdentifier.For(mail, "Monasso.fr").ToString());

    [Fact]
    public void Two_mails_with_one_identifier_are_told()
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
        Assert.Equal("adresse.orange.fr@xn--vnement-9xab.fr", GuestIdentifier.For("adresse@orange.fr", "événement.fr").Value);

    [Fact]
    public void Every_identifier_has_its_mail_among_the_candidates()
    {
        Gen<string> label = Gen.Char["abz09"].Array[1, 4].Select(letters => new string(letters));
        Gen<string> dotted = label.Array[1, 3].Select(labels => string.Join('.', labels));
        Gen.Select(dotted, dotted, label).Sample((user, host, tld) =>
        {
            GuestAddress mail = GuestAddress.Parse($"{user}@x{host}.a{tld}");
            GuestIdentifier identifier = GuestIdentifier.For(mail, "monasso.fr");

            Assert.Contains(mail, identifier.MailCandidates);
            Assert.Equal(identifier, GuestIdentifier.Parse(identifier.Value));
            Assert.All(identifier.MailCandidates.Where(other => other != mail), other => Assert.True(GuestIdentifier.Collide(mail, other)));
        });
    }
}
