using CsCheck;
using Zourit.Zimbra.Sharing.Feeds.Parsing;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>A zone worked out from its VTIMEZONE tells the same as the IANA zone it was written from.</summary>
public sealed class DefinedZoneTests
{
    private static readonly (string Name, string Definition)[] Defined =
    [
        ("Europe/Paris", Zones.Define("x", 1, 2, "BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU")),
        ("America/New_York", Zones.Define("x", -5, -4, "BYMONTH=11;BYDAY=1SU", "BYMONTH=3;BYDAY=2SU", "020000")),
        (
            "America/New_York",
            Zones.Define(
                "x",
                -5,
                -4,
                "BYMONTH=11;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7",
                "BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14",
                "020000"
            )
        ),
        ("Australia/Sydney", Zones.Define("x", 10, 11, "BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU")),
        ("Australia/Lord_Howe", Zones.Define("x", 10.5, 11, "BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU", "020000")),
        (
            "Asia/Kolkata",
            "BEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETTO:+0530\r\nTZOFFSETFROM:+0530\r\n"
                + "END:STANDARD\r\nEND:VTIMEZONE\r\n"
        ),
    ];

    [Fact]
    public void It_agrees_with_the_IANA_zone_at_every_wall_time_and_moment() =>
        Gen.Select(
                Gen.Int[0, Defined.Length - 1],
                Gen.Long[new DateTime(2020, 1, 1).Ticks / TimeSpan.TicksPerMinute, new DateTime(2036, 1, 1).Ticks / TimeSpan.TicksPerMinute]
            )
            .Sample(
                (at, minute) =>
                {
                    (string name, string definition) = Defined[at];
                    DefinedZone defined = ZoneDefinition.Parse(definition);
                    IanaZone iana = IanaZone.Find(name)!;
                    var wall = new DateTime(minute * TimeSpan.TicksPerMinute);
                    Assert.Equal(iana.At(wall), defined.At(wall));
                    Assert.Equal(iana.At(wall).Offset, defined.At(wall).Offset);
                    Assert.Equal(iana.Wall(new DateTimeOffset(wall, TimeSpan.Zero)), defined.Wall(new DateTimeOffset(wall, TimeSpan.Zero)));
                },
                iter: 5_000
            );

    [Theory]
    [InlineData(-2), InlineData(-1), InlineData(0), InlineData(1), InlineData(2)]
    public void It_agrees_in_the_hours_around_the_change_of_clocks(int hours)
    {
        foreach ((string name, string definition) in Defined)
        {
            DefinedZone defined = ZoneDefinition.Parse(definition);
            IanaZone iana = IanaZone.Find(name)!;
            for (DateTime day = new(2027, 1, 1); day.Year < 2029; day = day.AddDays(1))
            {
                DateTime wall = day.AddHours(2.25 + hours);
                Assert.Equal((name, iana.At(wall)), (name, defined.At(wall)));
            }
        }
    }

    [Fact]
    public void A_zone_whose_rules_changed_over_time_is_followed()
    {
        DefinedZone zone = ZoneDefinition.Parse(
            "BEGIN:VTIMEZONE\r\nTZID:x\r\n"
                + "BEGIN:STANDARD\r\nDTSTART:20001029T030000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;"
                + "BYMONTH=10;BYDAY=-1SU;UNTIL=20151025T010000Z\r\nEND:STANDARD\r\n"
                + "BEGIN:DAYLIGHT\r\nDTSTART:20000326T020000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\nRRULE:FREQ=YEARLY;"
                + "BYMONTH=3;BYDAY=-1SU;UNTIL=20160327T010000Z\r\nEND:DAYLIGHT\r\n"
                + "BEGIN:STANDARD\r\nDTSTART:20160907T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nRDATE:20200101T000000\r\n"
                + "END:STANDARD\r\nEND:VTIMEZONE\r\n"
        );

        Assert.Equal(
            [2, 3, 3, 3, 3],
            new[]
            {
                new DateTime(2015, 12, 1),
                new DateTime(2015, 7, 1),
                new DateTime(2016, 8, 1),
                new DateTime(2016, 12, 1),
                new DateTime(2027, 1, 1),
            }.Select(wall => zone.At(wall).Offset.Hours)
        );
    }

    [Theory]
    [InlineData("BEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE")]
    [InlineData("BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE")]
    [InlineData("BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:+9900\nEND:STANDARD\nEND:VTIMEZONE")]
    [InlineData("BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:one\nEND:STANDARD\nEND:VTIMEZONE")]
    [InlineData(
        "BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\n"
            + "END:VTIMEZONE"
    )]
    [InlineData(
        "BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=13;"
            + "BYDAY=1SU\nEND:STANDARD\nEND:VTIMEZONE"
    )]
    [InlineData(
        "BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=3;"
            + "BYDAY=1XX\nEND:STANDARD\nEND:VTIMEZONE"
    )]
    public void A_definition_that_defines_no_zone_is_refused(string definition) =>
        Assert.Throws<UnreadableException>(() => ZoneDefinition.Parse(definition));
}
