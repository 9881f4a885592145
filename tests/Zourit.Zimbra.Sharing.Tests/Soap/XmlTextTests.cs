using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

public sealed class XmlTextTests
{
    // Not InlineData: an attribute cannot hold half a character.
    public static TheoryData<string, string, int> Bad { get; } =
        new()
        {
            { "\u001F", "U+001F", 0 },
            { "ab\0", "U+0000", 2 },
            { "\n\u0001", "U+0001", 1 },
            { "\U0001F389\uFFFE", "U+FFFE", 2 },
            { "\U0001F389a\uD83C", "U+D83C", 3 },
            { "a\uD83Cb", "U+D83C", 1 },
            { "\uD83C\uD83C\uDF89", "U+D83C", 0 },
            { "\uDF89\uD83C", "U+DF89", 0 },
            { "\U0001F389\uDF89", "U+DF89", 2 },
        };

    [Theory]
    [
        InlineData(""),
        InlineData("a"),
        InlineData("\t\r\n"),
        InlineData(" \uD7FF\uE000\uFFFD"),
        InlineData("\U0001F389"),
        InlineData("a\U0001F389b\U0010FFFF"),
        InlineData("\n\U00010000")
    ]
    public void What_XML_can_carry_is_let_through(string text) => Assert.Null(XmlText.Problem(text));

    [Theory, MemberData(nameof(Bad))]
    public void What_it_cannot_carry_is_named_with_its_place_and_nothing_else_of_the_text(string text, string character, int position) =>
        Assert.Equal(
            $"holds the character {character} at position {position}, which XML cannot carry. Remove it.",
            XmlText.Problem(text)?.English
        );
}
