using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class InputTextTests
{
    private static readonly string[] Addresses =
    [
        "",
        "adresse",
        "@orange.fr",
        "adresse@",
        "a@b@orange.fr",
        "Adresse <adresse@orange.fr>",
        "< adresse@orange.fr >",
        "<>",
        "rené@orange.fr",
        "a b@orange.fr",
        "adresse@orange..fr",
        "adresse@-.fr",
        new string('a', 250) + "@orange.fr",
    ];

    private static readonly string[] Links =
    [
        "https://mail1.example.net/home/owner/Calendar.ics",
        "/service/extuserprov/?p=0_a_b",
        "ftp://mail1.example.net/service/extuserprov/?p=0_a_b",
        "https://mail1.example.net/x/service/extuserprov/?p=0_a_b",
        "https://a:b@mail1.example.net/service/extuserprov/?p=0_a_b",
        "https://mail1.example.net/service/extuserprov/?p=0_a_b",
    ];

    private static readonly (string Name, string Value)[][] Policies =
    [
        [("zimbraPasswordMinNumericChars", "10"), ("zimbraPasswordMaxLength", "6")],
        [("zimbraPasswordMinNumericChars", "1"), ("zimbraPasswordAllowedChars", "[a-z]")],
        [("zimbraPasswordMinPunctuationChars", "1"), ("zimbraPasswordAllowedChars", "[a-z]")],
        [("zimbraPasswordMinUpperCaseChars", "1"), ("zimbraPasswordAllowedChars", "[a-z]")],
        [("zimbraPasswordMinLowerCaseChars", "1"), ("zimbraPasswordAllowedChars", "[0-9]")],
        [("zimbraPasswordMinAlphaChars", "1"), ("zimbraPasswordAllowedChars", "[0-9]")],
        [("zimbraPasswordMinDigitsOrPuncs", "1"), ("zimbraPasswordAllowedChars", "[a-z]")],
        [("zimbraPasswordAllowedChars", "[a-z")],
        [("zimbraPasswordAllowedPunctuationChars", "[#"), ("zimbraPasswordMinPunctuationChars", "1")],
    ];

    [Fact]
    public void What_is_said_of_an_address_an_identifier_or_a_link_that_is_invalid_is_the_approved_text()
    {
        var texts = new FailureTexts();
        var key = ProvisioningKey.Parse(new Secret("0:1:00"));

        foreach (string address in Addresses)
        {
            texts.Add($"Address '{address}'", () => GuestAddress.Parse(address));
        }

        texts.Add("Identifier 'adresse@monasso.org'", () => GuestIdentifier.Parse("adresse@monasso.org"));
        texts.Add("Domain 'mon asso'", () => GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), "mon asso"));
        texts.Add("Nobody's identifier", () => GuestIdentifier.For(default(GuestAddress), "monasso.org"));
        foreach (string link in Links)
        {
            texts.Add($"Link '{link}'", () => PersonalLink.Parse(link));
        }

        texts.Add("Key '0:1'", () => ProvisioningKey.Parse(new Secret("0:1")));
        texts.Add("A link to 'ftp://a:b@mail1.example.net'", () =>
            key.Sign(new Uri("ftp://a:b@mail1.example.net"), "owner", "10", "adresse@orange.fr", null)
        );
        texts.Add("A link for a mail of 5000 characters", () =>
            key.Sign(new Uri("https://mail1.example.net"), "owner", "10", new string('a', 5000), null)
        );

        texts.Match("Guests/Approved/Inputs.txt");
    }

    [Fact]
    public void What_is_said_of_rules_for_passwords_that_cannot_be_kept_is_the_approved_text()
    {
        var texts = new FailureTexts();
        foreach ((string Name, string Value)[] rules in Policies)
        {
            var policy = PasswordPolicy.Read(new AttributeList(rules.Select(rule => KeyValuePair.Create(rule.Name, rule.Value))));
            texts.Add(string.Join(", ", rules.Select(rule => $"{rule.Name} {rule.Value}")), () => policy.CreatePassword());
        }

        texts.Match("Guests/Approved/Passwords.txt");
    }
}
