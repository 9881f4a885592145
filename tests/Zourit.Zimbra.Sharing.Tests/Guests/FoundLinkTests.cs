using System.Net;
using System.Text;
using Zourit.Zimbra.Sharing.Invitations;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Personal links in mails as they arrive: encoded, forwarded, rewritten by gateways.</summary>
public sealed class FoundLinkTests
{
    // docs/protocol.md §12.2
    private const string Link =
        "https://mail1.example.net:8443/service/extuserprov/?p=0_7fb14f7ce2c41c279c15f7e8758839d08e4648bb_6169643d33363a38633261336"
        + "235652d306631642d346637652d396135332d3664316630633765326234343b6669643d333a3235373b656d61696c3d33303a6d617269652e637572696"
        + "52b6167656e6461406578616d706c652e636f6d3b6578703d31333a313736373833303430303030303b";

    private const string Html = $"<html><body><p>Bonjour,</p><a href=\"{Link}\">accepter le partage</a></body></html>";

    public static TheoryData<string, string> Mails =>
        new()
        {
            { "a base64 part", Mime(Base64(Html, 76)) },
            { "a base64 part without padding or line ends", Mime(Convert.ToBase64String(Encoding.UTF8.GetBytes(Html)).TrimEnd('=')) },
            { "a base64 part of UTF-16", Mime(Convert.ToBase64String(Encoding.Unicode.GetBytes(Html))) },
            { "a base64 part, quoted by a reply", Quoted(Mime(Base64(Html, 76)), "> ") },
            { "quoted-printable inside base64", Mime(Base64(QuotedPrintable(Html), 76)) },
            { "soft line ends", Wrapped(Link, "=\n") },
            { "soft line ends of Windows", Wrapped(Link, "=\r\n") },
            { "soft line ends and quote marks", Wrapped(Link.Replace("=", "=3D", StringComparison.Ordinal), "=\n> ") },
            { "line ends of forwarding", Wrapped(Link, "\n> ") },
            { "line ends of forwarding twice", Wrapped(Link, "\r\n> > ") },
            { "line ends of forwarding without blanks", Wrapped(Link, "\n>>") },
            { "line ends that indent", Wrapped(Link, "\n    ") },
            { "the next line's word begins with a digit", $"{Wrapped(Link, "\n> ")}\n> face à la mairie" },
            { "the next line's word is a digit", $"{Link}\n6 avenue" },
            { "<wbr>", Wrapped(Link, "<wbr>") },
            { "<wbr/> and a soft hyphen", Wrapped(Link, "<wbr />&shy;") },
            { "zero-width blanks", Wrapped(Link, "\u200B") },
            { "escaped HTML", WebUtility.HtmlEncode(Html) },
            {
                "hexadecimal entities",
                Link.Replace("=", "&#x3D;", StringComparison.Ordinal).Replace("/", "&#x2F;", StringComparison.Ordinal)
            },
            { "Safe Links", SafeLink() },
            { "Safe Links in HTML", $"<a href=\"{WebUtility.HtmlEncode(SafeLink())}\">" },
            { "Safe Links in quoted-printable HTML", QuotedPrintable($"<a href=\"{WebUtility.HtmlEncode(SafeLink())}\">") },
            { "Safe Links in HTML in base64", Mime(Base64($"<a href=\"{WebUtility.HtmlEncode(SafeLink())}\">", 76)) },
            { "Safe Links, wrapped by forwarding", Wrapped(SafeLink(), "\n> ") },
            { "Google's redirect", $"https://www.google.com/url?q={Uri.EscapeDataString(Link)}&sa=D" },
            {
                "Proofpoint's second form",
                "https://urldefense.proofpoint.com/v2/url?u="
                    + Uri.EscapeDataString(Link)
                        .Replace("_", "%5F", StringComparison.Ordinal)
                        .Replace("%2F", "_", StringComparison.Ordinal)
                        .Replace('%', '-')
                    + "&d=DwMFaQ"
            },
            { "Proofpoint's third form", $"https://urldefense.com/v3/__{Link}__;!!Abc-Def$ " },
            {
                "a gateway's base64 form",
                "https://eu-central-1.protection.sophos.com/?d=example.net&"
                    + $"u={Convert.ToBase64String(Encoding.UTF8.GetBytes(Link)).TrimEnd('=')}&i=Nj"
            },
        };

    [Theory]
    [MemberData(nameof(Mails))]
    public void The_link_is_found_whatever_the_way_did_to_it(string way, string mail)
    {
        Assert.NotEmpty(way);
        Assert.Equal(Link, PersonalLink.Find(mail)?.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("=\n")]
    [InlineData("\n> ")]
    public void A_line_end_right_before_the_end_of_the_link_does_not_take_its_time_away(string lineEnd)
    {
        int at = Link.IndexOf("6578703d", StringComparison.Ordinal);

        PersonalLink? found = PersonalLink.Find($"{Link[..at]}{lineEnd}{Link[at..]}");

        Assert.NotNull(found?.Expiry);
    }

    [Fact]
    public void A_link_whose_time_is_cut_is_no_link() => Assert.Null(PersonalLink.Find($"{Link[..^8]}.\nface"));

    [Fact]
    public void The_first_of_two_links_is_found()
    {
        string other = Link.Replace("mail1", "mail2", StringComparison.Ordinal);

        Assert.Equal("mail1.example.net", PersonalLink.Find($"{Wrapped(Link, "\n> ")}\n\n{Wrapped(other, "\n> ")}")?.BaseAddress.Host);
    }

    [Fact]
    public void A_large_mail_without_a_link_is_read_in_linear_time()
    {
        // 2 MB of what looks like everything at once.
        string hostile = string.Concat(
            Enumerable.Repeat("https://h/service/extuserprov/?p=0_%25=3D&amp;=\n> aHR0cHM6Ly9leHR1c2VycHJvdi9leHR1c2VycHJvdg\n", 20_000)
        );

        Assert.Null(PersonalLink.Find(hostile));
    }

    private static string SafeLink() =>
        $"https://eur01.safelinks.protection.outlook.com/?url={Uri.EscapeDataString(Link)}&data=05%7C02%7Cadresse%40orange.fr&"
        + "sdata=x%3D&reserved=0";

    private static string Mime(string body) =>
        "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b1\r\n\r\n--b1\r\nContent-Type: text/html; "
        + $"charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n--b1--\r\n";

    private static string Base64(string text, int width) =>
        string.Join("\r\n", Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Chunk(width).Select(line => new string(line)));

    private static string QuotedPrintable(string text) => Wrapped(text.Replace("=", "=3D", StringComparison.Ordinal), "=\r\n");

    private static string Quoted(string text, string mark) => mark + text.Replace("\n", "\n" + mark, StringComparison.Ordinal);

    private static string Wrapped(string text, string between) => string.Join(between, text.Chunk(71).Select(line => new string(line)));
}
