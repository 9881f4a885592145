using Zourit.Zimbra.Sharing.Feeds.Parsing;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Parsing;

/// <summary>The parts of a line of iCalendar.</summary>
public sealed class ContentLineTests
{
    [Theory]
    [InlineData("SUMMARY:a:b;c", "SUMMARY", "a:b;c")]
    [InlineData("dtstart;TZID=Europe/Paris:20270715T090000", "DTSTART", "20270715T090000")]
    [InlineData("X-A;P=\"a:b\":value", "X-A", "value")]
    [InlineData("X-A;P=\"a:b\";Q=\"c;d:e\":value", "X-A", "value")]
    [InlineData("X:", "X", "")]
    public void A_line_has_a_name_and_a_value(string text, string name, string value)
    {
        ContentLine line = ContentLine.TryParse(text)!;

        Assert.Equal((name, value, text), (line.Name, line.Value, line.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("SUMMARY")]
    [InlineData(":value")]
    [InlineData(";P=1:value")]
    [InlineData("X-A;P=\"a:b")]
    public void What_has_not_is_no_line(string text) => Assert.Null(ContentLine.TryParse(text));

    [Theory]
    [InlineData("DTSTART;TZID=Europe/Paris:x", "Europe/Paris")]
    [InlineData("DTSTART;VALUE=DATE-TIME;tzid=Europe/Paris:x", "Europe/Paris")]
    [InlineData("DTSTART;TZID=\"(GMT+01:00) Paris; Madrid\";VALUE=DATE:x", "(GMT+01:00) Paris; Madrid")]
    [InlineData("DTSTART;X=\"a;TZID=b\";TZID=c:x", "c")]
    [InlineData("DTSTART;TZID=:x", "")]
    [InlineData("DTSTART;TZID:x", null)]
    [InlineData("DTSTART;=a;TZID2=b:x", null)]
    [InlineData("DTSTART;VALUE=TZID:x", null)]
    [InlineData("DTSTART;:x", null)]
    [InlineData("DTSTART:TZID=a", null)]
    public void A_parameter_is_found_by_its_whole_name_and_outside_of_quotes(string text, string? zone)
    {
        ContentLine line = ContentLine.TryParse(text)!;

        Assert.Equal(zone, line.Parameter("TZID"));
    }
}
