#!/usr/bin/env dotnet
#:project ../../src/Zourit.Zimbra.Sharing/Zourit.Zimbra.Sharing.csproj
#:property PublishAot=false
// Shares one calendar with one guest, or with everybody, and prints what to tell them:
//
//   ZIMBRA_PASSWORD=… dotnet run share.cs -- https://mail1.example.net owner@monasso.org /my-events adresse@orange.fr
//   ZIMBRA_PASSWORD=… dotnet run share.cs -- https://mail1.example.net owner@monasso.org /my-events public
//
// Run it as often as you like: what stands already stays as it is, and nobody is mailed twice.

using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

if (
    args is not [var server, var owner, var calendar, var guest]
    || !Uri.TryCreate(server, UriKind.Absolute, out Uri? address)
    || Environment.GetEnvironmentVariable("ZIMBRA_PASSWORD") is not { Length: > 0 } password
)
{
    Console.Error.WriteLine("usage: ZIMBRA_PASSWORD=… dotnet run share.cs -- https://SERVER OWNER CALENDAR GUEST|public");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    await using var zimbra = new ZimbraClient(address, ZimbraCredentials.Password(owner, new Secret(password)));
    if (guest == "public")
    {
        PublicShare open = await zimbra.Calendars.SharePubliclyAsync(calendar, cancellationToken: stop.Token);
        Console.WriteLine($"{open.Outcome}\t{open.IcsAddress}");
        return 0;
    }

    GuestShare share = await zimbra.Calendars.ShareWithGuestAsync(calendar, guest, cancellationToken: stop.Token);
    Console.WriteLine($"{share.Outcome}\t{share.IcsAddress}\t{share.Login.UserName}\t{share.Notification}");
    return share.Notification.Status is NotificationStatus.Failed or NotificationStatus.Unknown ? 3 : 0;
}
catch (Exception e) when (e is ZimbraException or ArgumentException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
