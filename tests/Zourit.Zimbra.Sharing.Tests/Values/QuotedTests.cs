using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Values;

public sealed class QuotedTests
{
    [Theory]
    [InlineData("https://mail1.example.net/service/extuserprov/?p=0_46cebea2", "https://mail1.example.net/service/extuserprov/?***")]
    [InlineData("https://mail1/home/a@b.org/x.ics?auth=qp&zauthtoken=0_8f", "https://mail1/home/a@b.org/x.ics?***")]
    [InlineData("https://mail1/home/a@b.org/x%3Fzauthtoken%3D0_8f", "https://mail1/home/a@b.org/x%3F***")]
    [InlineData("https://mail1/home/a@b.org/x.ics#access_token=0_8f", "https://mail1/home/a@b.org/x.ics#***")]
    [InlineData("https://mail1/home/a@b.org/x;zauthtoken=0_8f", "https://mail1/home/a@b.org/x;zauthtoken=***")]
    [InlineData("https://guest:s3cret@mail1/home", "https://***@mail1/home")]
    [InlineData("https://guest:s3/cr@et@mail1/home", "https://***@mail1/home")]
    [InlineData("guest:s3cret", "guest:***")]
    [InlineData("guest:12345678", "guest:***")]
    [InlineData("guest:s3cret@mail1", "guest:***")]
    [InlineData("//guest:s3cret@mail1", "//guest:***")]
    [InlineData("password=s3cret", "password=***")]
    [InlineData("Tr0ub4dor&3", "***")]
    [InlineData("/Passw0rd", "/***")]
    [InlineData("0_8f3a0b1c2d3e4f5a6b7c8d9e0f_69643d33363a6131", "***")]
    [InlineData("eyJhbGciOi1JIUzI1NiIsInR5cCI6IkpXVCJ9", "***")]
    public void What_looks_like_a_credential_is_hidden(string text, string shown) => Assert.Equal(shown, Quoted.Of(text));

    [Theory]
    [InlineData("/Calendrier des activités 2025-2026")]
    [InlineData("/Budget2025")]
    [InlineData("Calendrier_des_activites_2025_2026")]
    [InlineData("adresse.orange.fr@monasso.org")]
    [InlineData("marie+agenda2@orange.fr")]
    [InlineData("8f3a0b1c-2d3e-4f5a-6b7c-8d9e0f112233")]
    [InlineData("https://mail1.example.net:8443/home/owner@asso.org/my-events.ics")]
    [InlineData("http://[::1]:8080/home")]
    [InlineData("mail1.example.net:7071")]
    [InlineData("😀")]
    [InlineData("")]
    public void Names_and_addresses_are_shown_as_they_are(string text) => Assert.Equal(text, Quoted.Of(text));

    [Fact]
    public void A_line_end_starts_no_new_line_in_a_log() => Assert.Equal("aU+000DU+000Ab", Quoted.Of("a\r\nb"));

    [Fact]
    public void A_long_text_is_cut()
    {
        Assert.Equal(161, Quoted.Of(new string('x', 1_000_000)).Length);
        Assert.Equal("", Quoted.Of((string?)null));
    }

    [Fact]
    public void Of_a_parsed_address_only_scheme_host_and_port_are_shown() =>
        Assert.Equal("https://mail1:7071", Quoted.Of(new Uri("https://a:s3cret@mail1:7071/home/s3cret?p=s3cret")));
}
