using System.Globalization;
using System.Text;

namespace Zourit.Zimbra.Sharing.Benchmarks.Stubs;

/// <summary>A calendar of 20,000 events, one an hour from 2000 on, each of the size that Zimbra gives one with a description.</summary>
internal static class LargeFeed
{
    public const int Events = 20_000;

    public static byte[] Write()
    {
        string description = string.Concat(Enumerable.Repeat("Réunion de l'association\\, ordre du jour à suivre.", 8));
        var text = new StringBuilder(
            "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Large\r\nPRODID:Zimbra-Calendar-Provider\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\n"
        );
        for (int at = 0; at < Events; at++)
        {
            DateTime start = new DateTime(2000, 1, 1).AddHours(at);
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"BEGIN:VEVENT\r\nUID:{at:x8}-fa82-442c-873c-bd13dc29fb2b\r\nSUMMARY:Sortie {at}\r\nDESCRIPTION:{description}\r\n"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"LOCATION:Salle des "
                        + $"fêtes\r\nDTSTART:{start:yyyyMMdd'T'HHmmss}Z\r\nDTEND:{start.AddMinutes(50):yyyyMMdd'T'HHmmss}Z\r\n"
                )
                .Append(
                    "STATUS:CONFIRMED\r\nCLASS:PUBLIC\r\nX-MICROSOFT-CDO-INTENDEDSTATUS:BUSY\r\nTRANSP:OPAQUE\r\n"
                        + "LAST-MODIFIED:20261122T141747Z\r\n"
                        + "DTSTAMP:20261122T141747Z\r\nSEQUENCE:0\r\nEND:VEVENT\r\n"
                );
        }

        return Encoding.UTF8.GetBytes(text.Append("END:VCALENDAR\r\n").ToString());
    }
}
