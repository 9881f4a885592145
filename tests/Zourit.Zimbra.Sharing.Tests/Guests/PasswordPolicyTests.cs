using System.Globalization;
using CsCheck;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class PasswordPolicyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PasswordPolicy Policy(params (string Name, string Value)[] attributes) =>
        PasswordPolicy.Read(new AttributeList(attributes.Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Value))));

    [Theory]
    [InlineData("zimbraPasswordMinLength", "8", "Abc-123")]
    [InlineData("zimbraPasswordMaxLength", "6", "Abc-123")]
    [InlineData("zimbraPasswordMinUpperCaseChars", "2", "Abc-123")]
    [InlineData("zimbraPasswordMinLowerCaseChars", "3", "Abc-123")]
    [InlineData("zimbraPasswordMinNumericChars", "4", "Abc-123")]
    [InlineData("zimbraPasswordMinPunctuationChars", "2", "Abc-123")]
    [InlineData("zimbraPasswordMinAlphaChars", "4", "Abc-123")]
    [InlineData("zimbraPasswordMinDigitsOrPuncs", "5", "Abc-123")]
    [InlineData("zimbraPasswordAllowedChars", "[A-Za-z0-9]", "Abc-123")]
    [InlineData("zimbraPasswordMinUpperCaseChars", "1", "Éa1-éa1-")]
    public void A_password_that_breaks_a_rule_is_refused_naming_it(string attribute, string value, string password)
    {
        Assert.Equal(attribute, Policy((attribute, value)).BrokenRule(new Secret(password)));
        Assert.Null(PasswordPolicy.None.BrokenRule(new Secret(password)));
    }

    [Fact]
    public void Rules_that_contradict_each_other_are_named_instead_of_a_password_being_made()
    {
        Assert.Contains(
            "zimbraPasswordMaxLength",
            Contradiction(("zimbraPasswordMinNumericChars", "10"), ("zimbraPasswordMaxLength", "6")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "zimbraPasswordAllowedChars",
            Contradiction(("zimbraPasswordMinNumericChars", "1"), ("zimbraPasswordAllowedChars", "[a-z]")),
            StringComparison.Ordinal
        );
        Assert.Contains("cannot be read", Contradiction(("zimbraPasswordAllowedChars", "[a-z")), StringComparison.Ordinal);

        static string Contradiction(params (string, string)[] attributes) =>
            Assert.ThrowsAny<InvalidOperationException>(() => Policy(attributes).CreatePassword()).Message;
    }

    [Theory]
    [InlineData("zimbraPasswordMinLength")]
    [InlineData("zimbraPasswordMinUpperCaseChars")]
    [InlineData("zimbraPasswordMinLowerCaseChars")]
    [InlineData("zimbraPasswordMinNumericChars")]
    [InlineData("zimbraPasswordMinPunctuationChars")]
    [InlineData("zimbraPasswordMinAlphaChars")]
    [InlineData("zimbraPasswordMinDigitsOrPuncs")]
    public void A_password_that_nobody_can_type_is_not_made(string attribute)
    {
        Assert.Equal(
            1024,
            Policy((attribute, attribute == "zimbraPasswordMinLength" ? "1024" : "1000"), ("zimbraPasswordMinLength", "1024"))
                .CreatePassword()
                .Reveal()
                .Length
        );
        Assert.Contains(
            "more than 1024 characters",
            Assert.ThrowsAny<InvalidOperationException>(() => Policy((attribute, "1025")).CreatePassword()).Message,
            StringComparison.Ordinal
        );
        Assert.ThrowsAny<InvalidOperationException>(() =>
            Policy((attribute, int.MaxValue.ToString(CultureInfo.InvariantCulture))).CreatePassword()
        );
    }

    [Fact]
    public void A_password_made_keeps_to_whatever_rules_can_be_kept() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 9])
            .Select(Gen.Int[0, 9])
            .Sample(
                (numbers, digitsOrSigns) =>
                {
                    (int length, int upper, int lower, int digits, int signs, int letters) = numbers;
                    PasswordPolicy policy = new()
                    {
                        MinLength = length,
                        MinUpperCase = upper,
                        MinLowerCase = lower,
                        MinDigits = digits,
                        MinPunctuation = signs,
                        MinLetters = letters,
                        MinDigitsOrPunctuation = digitsOrSigns,
                        MaxLength = length % 2 == 0 ? 0 : 30,
                    };
                    return policy.BrokenRule(policy.CreatePassword()) is null;
                }
            );

    [Fact]
    public void Passwords_made_differ_are_long_and_hold_no_look_alikes()
    {
        string[] made = [.. Enumerable.Range(0, 200).Select(_ => PasswordPolicy.None.CreatePassword().Reveal())];

        Assert.Equal(200, made.Distinct().Count());
        Assert.All(made, password => Assert.Matches("^[A-HJ-NP-Za-km-z2-9]{16}$", password));
    }

    [Fact]
    public void A_password_made_without_rules_has_letters_of_both_cases_and_digits_in_any_order()
    {
        string[] made = [.. Enumerable.Range(0, 200).Select(_ => PasswordPolicy.None.CreatePassword().Reveal())];

        Assert.All(made, password =>
            Assert.True(
                password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiDigit),
                password
            )
        );
        Assert.Contains(made, password => !char.IsAsciiLetterUpper(password[0]));
    }

    [Theory]
    [InlineData("zimbraPasswordMinAlphaChars", "15", "^[A-Za-z0-9]{16}$")]
    [InlineData("zimbraPasswordMinDigitsOrPuncs", "14", "^[A-Za-z0-9]{16}$")]
    [InlineData("zimbraPasswordMinPunctuationChars", "9", "^[A-Za-z0-9+=_.!-]{16}$")]
    public void A_rule_that_leaves_little_room_is_filled_with_the_signs_that_are_easiest_to_type(
        string attribute,
        string value,
        string pattern
    )
    {
        PasswordPolicy policy = Policy((attribute, value), ("zimbraPasswordMaxLength", "16"));

        Assert.All(Enumerable.Range(0, 50), _ => Assert.Matches(pattern, policy.CreatePassword().Reveal()));
    }

    [Fact]
    public void Where_digits_are_not_allowed_signs_take_their_place()
    {
        PasswordPolicy policy = Policy(("zimbraPasswordAllowedChars", "[A-Za-z=]"), ("zimbraPasswordMinDigitsOrPuncs", "3"));

        Assert.Matches("^[A-Za-z=]{16}$", policy.CreatePassword().Reveal());
        Assert.True(policy.CreatePassword().Reveal().Count('='.Equals) >= 3);
    }

    [Theory]
    [InlineData("a b c", 0)]
    [InlineData("a\u007f", 0)]
    [InlineData("é", 0)]
    [InlineData("!~", 2)]
    [InlineData("aZ09", 0)]
    public void Punctuation_is_what_ASCII_prints_besides_letters_and_digits(string text, int count) =>
        Assert.Equal(count, text.Count(PasswordPolicy.None.Punctuation()));

    [Fact]
    public void A_rule_that_sets_no_limit_is_no_rule()
    {
        PasswordPolicy policy = Policy(
            ("zimbraPasswordMinLength", "-5"),
            ("zimbraPasswordMaxLength", "many"),
            ("zimbraPasswordAllowedChars", ""),
            ("zimbraPasswordAllowedPunctuationChars", "")
        );

        Assert.Equal(PasswordPolicy.None, policy);
    }

    [Fact]
    public void A_pattern_that_cannot_be_read_is_named_with_its_attribute()
    {
        PasswordPolicy characters = Policy(("zimbraPasswordAllowedChars", "[a-z"));
        PasswordPolicy signs = Policy(("zimbraPasswordAllowedPunctuationChars", "[#"));

        Assert.Contains(
            "zimbraPasswordAllowedChars is a regular expression",
            Assert.ThrowsAny<InvalidOperationException>(() => characters.BrokenRule(new Secret("x"))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "zimbraPasswordAllowedChars is a regular expression",
            Assert.ThrowsAny<InvalidOperationException>(characters.Allowed).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "zimbraPasswordAllowedPunctuationChars is a regular expression",
            Assert.ThrowsAny<InvalidOperationException>(() => signs.BrokenRule(new Secret("x"))).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("zimbraPasswordAllowedChars", "[a-z]")]
    [InlineData("zimbraPasswordAllowedChars", "[0-9]")]
    [InlineData("zimbraPasswordMaxLength", "8")]
    [InlineData("zimbraPasswordAllowedPunctuationChars", "[#]")]
    public void Narrow_rules_are_kept(string attribute, string value)
    {
        PasswordPolicy policy = Policy((attribute, value)) with
        {
            MinPunctuation = attribute.Contains("Punctuation", StringComparison.Ordinal) ? 2 : 0,
        };
        Assert.Null(policy.BrokenRule(policy.CreatePassword()));
    }

    [Fact]
    public async Task The_rules_of_the_domains_class_for_guests_are_read_and_the_server_takes_a_password_made_by_them()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
        {
            var cos = new ClassOfService("guests-of-asso", Guid.NewGuid().ToString());
            foreach (
                (string rule, int count) in new[]
                {
                    ("MinLength", 20),
                    ("MinUpperCaseChars", 3),
                    ("MinPunctuationChars", 2),
                    ("MinDigitsOrPuncs", 6),
                    ("MaxLength", 24),
                }
            )
            {
                cos.Attributes[$"zimbraPassword{rule}"] = count.ToString(CultureInfo.InvariantCulture);
            }

            seed.Directory.ClassesOfService.Add(cos);
            seed.Domain("monasso.org", domain => domain.Attributes["zimbraDomainDefaultExternalUserCOSId"] = cos.Id);
        });
        GuestClient guests = world.AsAdmin().Guests;

        PasswordPolicy policy = await guests.GetPasswordPolicyAsync("monasso.org", Token);
        ZimbraFaultException weak = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = "monasso.org",
                    Guest = Guest,
                    Password = PasswordPolicy.None.CreatePassword(),
                },
                Token
            )
        );
        GuestCreation creation = await guests.CreateAsync(
            new NewGuestAccount
            {
                OwnerDomain = "monasso.org",
                Guest = Guest,
                Password = policy.CreatePassword(),
            },
            Token
        );

        Assert.Equal(
            (20, 3, 2, 6, 24),
            (policy.MinLength, policy.MinUpperCase, policy.MinPunctuation, policy.MinDigitsOrPunctuation, policy.MaxLength)
        );
        Assert.Equal(ZimbraFaultCodes.InvalidPassword, weak.Code);
        Assert.Equal(GuestStep.Created, creation.Password);
    }

    [Fact]
    public async Task Without_a_class_of_its_own_a_domain_has_the_servers_class_for_guests()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        Assert.Equal(6, (await world.AsAdmin().Guests.GetPasswordPolicyAsync("monasso.org", Token)).MinLength);
    }
}
