using System.Xml;
using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

public sealed class ReplyNodeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<a/>", "")]
    [InlineData("<a></a>", "")]
    [InlineData("<a> </a>", " ")]
    [InlineData("<a>one</a>", "one")]
    [InlineData("<a>one&lt;<![CDATA[<two>]]>three&#10;four</a>", "one<<two>three\nfour")]
    [InlineData("<a>one<b>other</b>two<b/> three</a>", "onetwo three")]
    [InlineData("<!-- before --><a>one<!-- within -->two</a>", "onetwo")]
    [InlineData("  <a>one</a>", "one")]
    public void A_text_is_read_whole_in_whatever_pieces_it_comes(string xml, string text) => Assert.Equal(text, ReplyXml.Node(xml).Text);

    [Fact]
    public async Task A_reply_over_the_wire_is_read_with_all_its_elements_attributes_and_texts()
    {
        await using var channel = new StubbedChannel(
            Replies.Soap(
                "<NoOpResponse xmlns=\"urn:zimbraMail\" a=\"&lt;1\" b='2'>t<c xmlns=\"\" d=\"3\"/><c e=\"4\"/>&amp;u<f><g x:h=\"no\" "
                    + "i=\"5\" "
                    + "xmlns:x=\"urn:x\"/></f>v</NoOpResponse>"
            )
        );

        string read = await channel.SendAsync(new Messages.Mail.NoOpRequest(), Print, Token);

        Assert.Equal("NoOpResponse[a=<1 b=2]'t&uv'(c[d=3]''() c[e=4]''() f[]''(g[i=5]''()))", read);
    }

    [Fact]
    public void All_elements_below_are_found_at_every_depth_and_the_element_itself_is_not_among_them()
    {
        ReplyNode node = ReplyXml.Node("<a><b><c/></b><d><e><f/></e></d></a>");

        Assert.Equal(["b", "c", "d", "e", "f"], node.Descendants().Select(below => below.Name).Order());
        Assert.Empty(ReplyXml.Node("<a/>").Descendants());
    }

    [Theory]
    [InlineData("no element at all"), InlineData("<!-- nothing -->"), InlineData("")]
    public void Where_no_element_comes_the_reply_ends_too_early(string text) =>
        Assert.Equal("The reply ends in the middle of an element.", Assert.Throws<XmlException>(() => ReplyXml.Node(text)).Message);

    private static string Print(ResponseElement element)
    {
        IEnumerable<string> attributes = "abcdeghi"
            .Select(name => (Name: name, Value: Attribute(element, $"{name}")))
            .Where(one => one.Value is not null)
            .Select(one => $"{one.Name}={one.Value}");
        string children = string.Join(' ', element.Children().Select(Print));
        return $"{element.Name}[{string.Join(' ', attributes)}]'{element.Content}'({children})";
    }

    // A child of that name has no text here, so that only attributes have one.
    private static string? Attribute(ResponseElement element, string name) => element.Text(name) is { Length: > 0 } value ? value : null;
}
