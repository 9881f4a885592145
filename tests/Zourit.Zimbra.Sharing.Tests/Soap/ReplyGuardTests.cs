using System.Text;
using System.Xml;
using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

public sealed class ReplyGuardTests
{
    private const int Most = ReplyGuard.MostDeclarations;
    private const int BlockSize = 16 * 1024;

    [Theory]
    [InlineData(Most, false), InlineData(Most + 1, true)]
    public void Declarations_are_counted_to_the_edge_wherever_they_stand(int count, bool refused)
    {
        Assert.Equal(refused, Refuses($"<a{Declared(count)}/>"));
        Assert.Equal(refused, Refuses($"<a>{string.Concat(Enumerable.Repeat("<b xmlns:c='u'/>", count))}</a>"));
        Assert.Equal(
            refused,
            Refuses($"<a{Declared(1)}><b>{string.Concat(Enumerable.Repeat("<c xmlns:d='u' e='f'>g</c>", count - 1))}</b></a>")
        );
    }

    [Fact]
    public void A_text_may_hold_the_word_as_often_as_it_likes()
    {
        string text = string.Concat(Enumerable.Repeat("xmlns:", Most + 1));

        Assert.False(Refuses($"<a>{text}</a>"));
        Assert.False(Refuses($"<a{Declared(Most)}>{text}</a>"));
        Assert.False(Refuses($"<a b='{text}' xmlns='u'><!-- {text} --></a>"));
        Assert.True(Refuses($"<a{Declared(Most + 1)}>{text}</a>"));
    }

    [Fact]
    public void Other_attributes_are_no_declarations() =>
        Assert.False(
            Refuses($"<a{Declared(1)}>{string.Concat(Enumerable.Range(0, Most + 1).Select(i => $"<b c='xmlns:' p0:d='{i}'/>"))}</a>")
        );

    [Fact]
    public void A_declaration_across_the_border_of_two_blocks_counts()
    {
        string declarations = Declared(Most + 1);
        for (int shift = 0; shift < 24; shift++)
        {
            string start = $"<a>{new string(' ', BlockSize - (declarations.Length / 2) - shift)}<b";
            Assert.True(Refuses($"{start}{declarations}/></a>"), $"{shift}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!---->")]
    [InlineData("<!-- a=\"b -->")]
    [InlineData("<!--> <![CDATA[ -->")]
    [InlineData("<!---> <![CDATA[ -->")]
    [InlineData("<!--> <!-- -->")]
    [InlineData("<![CDATA[]]>")]
    [InlineData("<![CDATA[]>]]]]>")]
    [InlineData("<?a >?>")]
    public void Nothing_before_a_tag_hides_how_many_attributes_it_has(string before)
    {
        string attributes = string.Concat(Enumerable.Range(0, ReplyGuard.MostAttributes).Select(i => $" a{i}='u'"));

        Assert.False(Refuses($"<a>{before}<b{attributes}/></a>"));
        Assert.True(Refuses($"<a>{before}<b{attributes} c='u'/></a>"));
    }

    [Theory]
    [InlineData("<!--{0}-->")]
    [InlineData("<!-->{0}-->")]
    [InlineData("<![CDATA[{0}]]>")]
    [InlineData("<?a {0}?>")]
    [InlineData("<b>{0}</b>")]
    public void What_is_no_tag_has_no_attributes(string part)
    {
        string text = string.Concat(Enumerable.Repeat("=", ReplyGuard.MostAttributes + 1));

        Assert.False(Refuses($"<a>{string.Format(System.Globalization.CultureInfo.InvariantCulture, part, text)}</a>"));
    }

    [Fact]
    public void A_reply_that_is_not_well_formed_is_left_to_the_reader_unless_it_must_be_looked_at_closely()
    {
        Assert.False(Refuses($"<a{Declared(Most)}"));
        Assert.Throws<XmlException>(() => Refuses($"<a>{string.Concat(Enumerable.Repeat("xmlns:", Most + 1))}"));
        Assert.Throws<XmlException>(() => Refuses($"<!DOCTYPE a><a>{string.Concat(Enumerable.Repeat("xmlns:", Most + 1))}</a>"));
    }

    private static string Declared(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $" xmlns:p{i}='u'"));

    private static bool Refuses(string reply)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(reply));
        stream.Position = stream.Length;
        bool refused = ReplyGuard.Problem(stream, TestContext.Current.CancellationToken) is not null;
        Assert.Equal(0, stream.Position);
        return refused;
    }
}
