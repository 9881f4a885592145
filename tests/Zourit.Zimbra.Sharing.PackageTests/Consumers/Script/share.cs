#:package Zourit.Zimbra.Sharing@PACKED
#:property NuGetAudit=false

// A file that is run as it is: dotnet run share.cs -- SERVER OWNER CALENDAR GUEST
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

var password = new Secret(Environment.GetEnvironmentVariable("ZIMBRA_PASSWORD")!);
await using var zimbra = new ZimbraClient(new Uri(args[0]), ZimbraCredentials.Password(args[1], password));
GuestShare share = await zimbra.Calendars.ShareWithGuestAsync(args[2], args[3]);
Console.WriteLine($"{share.Outcome} {share.GuestIdentifier} {share.Notification}");
