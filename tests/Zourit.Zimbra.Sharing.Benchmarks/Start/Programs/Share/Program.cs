// Shares a calendar with a guest once, and prints what that took: milliseconds of CPU, the start of the program included.
using System.Globalization;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

await using (var zimbra = new ZimbraClient(new Uri(args[0]), ZimbraCredentials.Password(args[1], new Secret(args[2]))))
{
    GuestShare share = await zimbra.Calendars.ShareWithGuestAsync(args[3], args[4]);
    if (share.Outcome != ShareOutcome.Created)
    {
        throw new InvalidOperationException(share.ToString());
    }
}

Console.WriteLine(Environment.CpuUsage.TotalTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
