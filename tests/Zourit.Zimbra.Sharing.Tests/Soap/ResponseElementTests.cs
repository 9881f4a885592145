using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

public sealed class ResponseElementTests
{
    [Theory]
    [
        InlineData("1", true),
        InlineData("true", true),
        InlineData("TRUE", true),
        InlineData("0", false),
        InlineData("false", false),
        InlineData("FALSE", false)
    ]
    public void A_flag_is_read_in_every_form_that_Zimbra_writes(string text, bool value) => Assert.Equal(value, With(text).Flag("x"));

    [Fact]
    public void Numbers_times_and_durations_are_read_up_to_the_edge()
    {
        Assert.Equal(int.MinValue, With("-2147483648").Int32("x"));
        Assert.Equal(int.MaxValue, With("2147483647").Int32("x"));
        Assert.Equal(long.MinValue, With("-9223372036854775808").Int64("x"));
        Assert.Equal(long.MaxValue, With("9223372036854775807").Int64("x"));
        Assert.Equal(DateTimeOffset.MinValue, With("-62135596800000").Instant("x"));
        Assert.Equal(new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero), With("253402300799999").Instant("x"));
        Assert.Equal(TimeSpan.FromMilliseconds(-922_337_203_685_477), With("-922337203685477").Milliseconds("x"));
        Assert.Equal(TimeSpan.FromMilliseconds(922_337_203_685_477), With("922337203685477").Milliseconds("x"));
    }

    [Fact]
    public void What_is_absent_is_null_and_so_is_a_time_of_zero()
    {
        ResponseElement empty = ReplyXml.Element("<folder/>");

        Assert.Null(empty.Text("x"));
        Assert.Null(empty.Flag("x"));
        Assert.Null(empty.Int64("x"));
        Assert.Null(empty.Int32("x"));
        Assert.Null(empty.Instant("x"));
        Assert.Null(empty.Milliseconds("x"));
        Assert.Null(empty.Secret("x"));
        Assert.Null(empty.Child("x"));
        Assert.Null(With("0").Instant("x"));
        Assert.Equal(TimeSpan.Zero, With("0").Milliseconds("x"));
    }

    [Fact]
    public void An_attribute_and_an_element_that_holds_only_text_are_the_same()
    {
        Assert.Equal("7", ReplyXml.Element("<folder x='7'/>").Text("x"));
        Assert.Equal("7", ReplyXml.Element("<folder><x>7</x></folder>").Text("x"));
        Assert.Null(ReplyXml.Element("<folder><x>7<y/></x></folder>").Text("x"));
        Assert.Equal(["1", "2"], ReplyXml.Element("<folder><x>1</x><y/><x>2</x></folder>").Children("x").Select(child => child.Content));
        Assert.Equal(["x", "y", "x"], ReplyXml.Element("<folder><x>1</x><y/><x>2</x></folder>").Children().Select(child => child.Name));
    }

    [Fact]
    public void What_is_missing_or_wrong_is_named_without_its_value()
    {
        AssertBroken("lacks 'x'", _ => ReplyXml.Element("<folder/>").RequiredText("x"));
        AssertBroken("lacks 'x'", _ => ReplyXml.Element("<folder/>").RequiredSecret("x"));
        AssertBroken("lacks the element 'x'", _ => ReplyXml.Element("<folder x='7'/>").RequiredChild("x"));
        AssertBroken("has a 'x' that is neither 0 nor 1", text => With(text).Flag("x"), "quoted", "2", "", "True");
        AssertBroken("has a 'x' that is not a number", text => With(text).Int64("x"), "quoted", "", "1.5", "9223372036854775808");
        AssertBroken("has a 'x' out of range", text => With(text).Int32("x"), "2147483648", "-2147483649");
        AssertBroken("has a 'x' that is no time", text => With(text).Instant("x"), "253402300800000", "-62135596800001");
        AssertBroken("has a 'x' out of range", text => With(text).Milliseconds("x"), "922337203685478", "-922337203685478");
    }

    private static void AssertBroken(string what, Func<string, object?> read, params string[] texts) =>
        Assert.All(texts.DefaultIfEmpty(""), text =>
            Assert.Equal(
                $"The server's reply is broken: <folder> {what}.",
                Assert.Throws<ZimbraProtocolException>(() => read(text)).Message
            )
        );

    private static ResponseElement With(string text) => ReplyXml.Element($"<folder x='{text}'/>");
}
