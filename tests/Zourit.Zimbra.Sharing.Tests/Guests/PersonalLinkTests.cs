using System.Text;
using CsCheck;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class PersonalLinkTests
{
    private const string Host = "https://mail1.example.net:8443";
    private const string OwnerId = "8c2a3b5e-0f1d-4f7e-9a53-6d1f0c7e2b44";

    // docs/protocol.md §12.2
    private const string Key = "0:1700000000000:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private const string TokenA =
        "0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_6169643d33363a38633261336235652d306631642d346637652d396135332d36643166306337653"
        + "26234343b6669643d323a31303b656d61696c3d31373a61647265737365406f72616e67652e66723b";
    private const string TokenB =
        "0_7fb14f7ce2c41c279c15f7e8758839d08e4648bb_6169643d33363a38633261336235652d306631642d346637652d396135332d36643166306337653"
        + "26234343b6669643d333a3235373b656d61696c3d33303a6d617269652e63757269652b6167656e6461406578616d706c652e636f6d3b6578703d31333"
        + "a313736373833303430303030303b";

    private static string Link(string token) => $"{Host}/service/extuserprov/?p={token}";

    [Theory]
    [InlineData("", "extuserprov")]
    [InlineData("https://mail1.example.net/home/owner/Calendar.ics", "extuserprov")]
    [InlineData("ftp://mail1.example.net/service/extuserprov/?p=0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_6169", "http")]
    [InlineData("/service/extuserprov/?p=0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_6169", "http")]
    [InlineData("https://user:pass@mail1.example.net/service/extuserprov/?p=0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_6169", "http")]
    [InlineData("https://mail1.example.net/service/extuserprov/?p=0_df0cb615_6169", "cut or altered")]
    [InlineData(
        "https://mail1.example.net/service/extuserprov/?p=0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_6169643d33363a3863",
        "cut or altered"
    )]
    [InlineData("https://mail1.example.net/service/extuserprov/?p=0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_zz", "cut or altered")]
    public void What_is_no_personal_link_is_refused_with_the_remedy(string text, string because)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() => PersonalLink.Parse(text));

        Assert.Contains(because, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("df0cb615", e.Message, StringComparison.Ordinal);
        Assert.False(PersonalLink.TryParse(text, out _));
    }

    [Fact]
    public void Every_cut_of_a_link_is_refused()
    {
        string link = Link(TokenA);
        Assert.All(Enumerable.Range(1, TokenA.Length), cut => Assert.False(PersonalLink.TryParse(link[..^cut], out _)));
    }

    [Fact]
    public void A_link_says_for_whom_and_which_folder_it_is()
    {
        PersonalLink link = PersonalLink.Parse(Link(TokenA));

        Assert.Equal("adresse@orange.fr", link.Mail);
        Assert.Equal(OwnerId, link.OwnerId);
        Assert.Equal("10", link.FolderId);
        Assert.Equal("0", link.KeyVersion);
        Assert.Null(link.Expiry);
        Assert.Equal(Link(TokenA), link.Uri.AbsoluteUri);
        Assert.Equal(new Uri(Host), link.BaseAddress);
        Assert.False(link.IsExpired(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void A_link_says_until_when_it_is()
    {
        PersonalLink link = PersonalLink.Parse(Link(TokenB));

        Assert.Equal("marie.curie+agenda@example.com", link.Mail);
        Assert.Equal(DateTimeOffset.Parse("2026-01-08T00:00:00Z", null), link.Expiry);
        Assert.False(link.IsExpired(DateTimeOffset.Parse("2026-01-08T00:00:00Z", null)));
        Assert.True(link.IsExpired(DateTimeOffset.Parse("2026-01-08T00:00:01Z", null)));
    }

    [Fact]
    public void A_link_does_not_print_its_token() =>
        Assert.DoesNotContain("df0cb615", PersonalLink.Parse(Link(TokenA)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_full_stop_after_the_link_in_the_mail_is_no_part_of_it()
    {
        string text = $"Click here to accept share: {Link(TokenA)}. You will be sent to a sign in page";

        Assert.Equal(Link(TokenA), PersonalLink.Find(text)?.Uri.AbsoluteUri);
        Assert.Equal(Link(TokenA), PersonalLink.Parse($" {Link(TokenA)}. ").Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("<p>Click <a href=\"{0}\">here</a> to accept share.")]
    [InlineData("<a href='{0}'>")]
    [InlineData("({0})")]
    [InlineData("https://mail1.example.net/x\n{0}\n")]
    public void The_link_is_found_in_a_mail(string mail) =>
        Assert.Equal(Link(TokenB), PersonalLink.Find(mail.Replace("{0}", Link(TokenB), StringComparison.Ordinal))?.Uri.AbsoluteUri);

    [Fact]
    public void The_link_is_found_in_HTML_whose_equals_sign_is_written_as_an_entity() =>
        Assert.Equal(
            Link(TokenA),
            PersonalLink.Find($"<a href=\"{Link(TokenA).Replace("=", "&#61;", StringComparison.Ordinal)}\">here</a>")?.Uri.AbsoluteUri
        );

    [Fact]
    public void Quoted_printable_line_ends_do_not_cut_the_link()
    {
        string quoted = Link(TokenB).Replace("=", "=3D", StringComparison.Ordinal);
        string mail = "<a href=3D\"" + string.Join("=\r\n", quoted.Chunk(70).Select(chunk => new string(chunk))) + "\">here</a>";

        Assert.Equal(Link(TokenB), PersonalLink.Find(mail)?.Uri.AbsoluteUri);
    }

    [Fact]
    public void Soft_line_ends_of_one_character_do_not_cut_the_link_either() =>
        Assert.Equal(
            Link(TokenB),
            PersonalLink
                .Find(
                    string.Join(
                        "=\n",
                        Link(TokenB).Replace("=", "=3D", StringComparison.Ordinal).Chunk(70).Select(chunk => new string(chunk))
                    )
                )
                ?.Uri.AbsoluteUri
        );

    [Fact]
    public void Without_a_text_there_is_no_link()
    {
        Assert.False(PersonalLink.TryParse(null, out PersonalLink? none));
        Assert.Null(none);
    }

    [Theory]
    [InlineData("exp=1:0;", true)]
    [InlineData("exp=15:253402300799999;", true)]
    [InlineData("exp=15:253402300800000;", false)]
    [InlineData("exp=4:soon;", false)]
    [InlineData("exp=2:-1;", false)]
    [InlineData("exp=0:;", false)]
    public void The_end_of_a_link_is_a_moment_that_a_calendar_knows(string end, bool isLink) =>
        Assert.Equal(
            isLink,
            PersonalLink.TryParse(
                Link($"0_{new string('a', 40)}_{Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"aid=1:a;fid=1:1;email=1:m;{end}"))}"),
                out _
            )
        );

    [Fact]
    public void A_mail_without_a_link_has_none()
    {
        Assert.Null(PersonalLink.Find("The share was revoked."));
        Assert.Null(PersonalLink.Find($"/service/extuserprov/?p={TokenA}"));
        Assert.Null(PersonalLink.Find(string.Concat(Enumerable.Repeat("https://a/service/extuserprov/?p=", 10_000))));
    }

    [Fact]
    public void The_recorded_share_mails_hold_links_to_those_they_were_sent_to()
    {
        string[] guests = Recordings
            .Files("05-*.eml")
            .Concat(Recordings.Files("12-37-*.http"))
            .Where(file => File.ReadAllText(file).Contains("/service/extuserprov/?p=", StringComparison.Ordinal))
            .ToArray();

        Assert.NotEmpty(guests);
        Assert.All(guests, file =>
        {
            string mail = File.ReadAllText(file);
            Assert.Contains($"Grantee: {PersonalLink.Find(mail)?.Mail}", mail, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_key_tells_its_own_links_from_altered_ones()
    {
        var key = ProvisioningKey.Parse(new Secret(Key));

        Assert.True(key.HasSigned(PersonalLink.Parse(Link(TokenA))));
        Assert.True(key.HasSigned(PersonalLink.Parse(Link(TokenB))));
        Assert.False(key.HasSigned(PersonalLink.Parse(Link(TokenA.Replace("0_df", "0_df".Replace('d', 'e'), StringComparison.Ordinal)))));
        Assert.False(key.HasSigned(PersonalLink.Parse(Link("9" + TokenA[1..]))));
        Assert.DoesNotContain("0102", key.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_makes_the_links_of_the_vectors()
    {
        var key = ProvisioningKey.Parse(new Secret(Key));

        Assert.Equal(Link(TokenA), key.Sign(new Uri(Host + "/mail"), OwnerId, "10", "adresse@orange.fr", null).Uri.AbsoluteUri);
        Assert.Equal(
            Link(TokenB),
            key.Sign(
                new Uri(Host),
                OwnerId,
                "257",
                "marie.curie+agenda@example.com",
                DateTimeOffset.FromUnixTimeMilliseconds(1767830400000)
            ).Uri.AbsoluteUri
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("0:1700000000000")]
    [InlineData("0:1700000000000:abc")]
    [InlineData("x:1700000000000:abcd")]
    [InlineData("0x:1700000000000:abcd")]
    [InlineData(":1700000000000:abcd")]
    [InlineData("0:1700000000000:")]
    [InlineData("0:1700000000000:abcg")]
    public void What_is_no_provisioning_key_is_refused_without_printing_it(string value)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() => ProvisioningKey.Parse(new Secret(value)));
        Assert.DoesNotContain("1700000000000", e.Message, StringComparison.Ordinal);
        Assert.StartsWith("A provisioning key has the form version:created:key", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provisioning_key_has_at_most_1024_digits_and_says_only_its_version()
    {
        Assert.Equal("provisioning key, version 7", ProvisioningKey.Parse(new Secret($"7:1:{new string('a', 1024)}")).ToString());
        Assert.ThrowsAny<ArgumentException>(() => ProvisioningKey.Parse(new Secret($"7:1:{new string('a', 1026)}")));
    }

    [Theory]
    [InlineData("ftp://mail1.example.net")]
    [InlineData("/service")]
    public void A_link_is_only_made_for_the_web(string baseAddress)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() =>
            ProvisioningKey
                .Parse(new Secret(Key))
                .Sign(new Uri(baseAddress, UriKind.RelativeOrAbsolute), OwnerId, "10", "adresse@orange.fr", null)
        );

        Assert.Equal("baseAddress", e.ParamName);
        Assert.Contains("is no http or https address.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_no_server_would_take_is_not_made()
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() =>
            ProvisioningKey.Parse(new Secret(Key)).Sign(new Uri(Host), OwnerId, "10", new string('a', 5000), null)
        );

        Assert.StartsWith("The link would be longer than any server takes.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_says_what_it_is_for_and_not_its_signature()
    {
        PersonalLink link = PersonalLink.Parse(Link(TokenA));

        Assert.Equal($"personal link of adresse@orange.fr to folder 10 of {OwnerId} at {link.BaseAddress.Authority}", link.ToString());
    }

    [Fact]
    public void What_is_signed_reads_back()
    {
        var key = ProvisioningKey.Parse(new Secret(Key));
        Gen.Select(Gen.String[Gen.Char['!', '~'], 1, 60], Gen.Int[1, int.MaxValue], Gen.Long[0, 4_000_000_000_000])
            .Sample(
                (mail, folder, end) =>
                {
                    PersonalLink made = key.Sign(
                        new Uri(Host),
                        OwnerId,
                        folder.ToString(null, null),
                        mail,
                        end % 2 == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(end)
                    );
                    PersonalLink read = PersonalLink.Parse(made.Uri.AbsoluteUri);
                    return read == made && read.Mail == mail && key.HasSigned(read);
                }
            );
    }

    [Fact]
    public void Whatever_text_comes_is_a_link_or_none_and_never_another_exception()
    {
        Gen<string> pieces = Gen.OneOf<string>(
            Gen.OneOf(
                "https://",
                "http://a",
                "/service/extuserprov/?p=",
                "0_",
                "df0cb615cc7c1a5bab2df8bea977309d9a5e951c_",
                "=3D",
                "=\r\n",
                "6169643d",
                "=",
                ":",
                ";",
                ".",
                "&#61;",
                TokenA,
                TokenB
            ),
            Gen.String[0, 8]
        );
        pieces
            .Array[0, 12]
            .Select(string.Concat)
            .Sample(text =>
            {
                PersonalLink? found = PersonalLink.Find(text);
                Assert.Equal(PersonalLink.TryParse(text, out PersonalLink? parsed), parsed is not null);
                return (found is null || PersonalLink.Parse(found.Uri.AbsoluteUri) == found)
                    && (parsed is null || PersonalLink.Find(text) == parsed);
            });
    }

    [Fact]
    public void Hostile_text_is_searched_in_time_that_grows_with_its_length_only()
    {
        string[] hostile =
        [
            new('/', 4_000_000),
            string.Concat(Enumerable.Repeat("https://", 500_000)),
            string.Concat(Enumerable.Repeat(PersonalLink.Path, 100_000)),
            "https://a" + PersonalLink.Path + new string('a', 4_000_000),
            string.Concat(Enumerable.Repeat("https://a" + PersonalLink.Path + "0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_6169", 40_000)),
        ];

        Assert.All(hostile, text => Assert.Null(PersonalLink.Find(text)));
    }

    [Fact]
    public void The_mails_outbox_and_the_library_agree_on_the_link()
    {
        var mail = new OutgoingMail
        {
            From = "a@b.fr",
            To = "c@d.fr",
            Subject = "",
            Text = $"Accept: {Link(TokenA)}. Bye",
            Html = "",
            Raw = "",
        };
        Assert.Equal(mail.PersonalLink, PersonalLink.Find(mail.Text)?.Uri);
    }
}
