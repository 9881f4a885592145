namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>VTIMEZONEs in the form the server writes them (recording 06-81).</summary>
internal static class Zones
{
    public static string Define(
        string name,
        double standard,
        double daylight,
        string toStandard,
        string toDaylight,
        string standardTime = "030000",
        string daylightTime = "020000"
    ) =>
        $"BEGIN:VTIMEZONE\r\nTZID:{name}\r\n{Part("STANDARD", daylight, standard, toStandard, standardTime)}"
        + $"{Part("DAYLIGHT", standard, daylight, toDaylight, daylightTime)}END:VTIMEZONE\r\n";

    private static string Part(string kind, double from, double to, string rule, string time) =>
        $"BEGIN:{kind}\r\nDTSTART:16010101T{time}\r\nTZOFFSETTO:{Offset(to)}\r\nTZOFFSETFROM:{Offset(from)}\r\nRRULE:FREQ=YEARLY;"
        + $"WKST=MO;INTERVAL=1;{rule}\r\nEND:{kind}\r\n";

    private static string Offset(double hours) =>
        FormattableString.Invariant($"{(hours < 0 ? '-' : '+')}{TimeSpan.FromHours(Math.Abs(hours)):hhmm}");
}
