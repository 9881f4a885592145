#!/usr/bin/env dotnet
#:project ../../src/Zourit.Zimbra.Sharing/Zourit.Zimbra.Sharing.csproj
#:property PublishAot=false

// Shares one calendar with one guest, or with everybody, and prints what to tell them:
//
//   ZIMBRA_PASSWORD=… dotnet run share.cs -- https://mail1.example.net owner@monasso.org /my-events adresse@orange.fr
//   ZIMBRA_PASSWORD=… dotnet run share.cs -- https://mail1.example.net owner@monasso.org /my-events public
//
// Run it as often as you like: what is shared already stays as it is, and nobody is mailed twice. Ctrl-C ends it with exit code 130 and an
// account of what the server holds.

using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Invitations;
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
    // The second time it ends the program at once.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
try
{
    await using var zimbra = new ZimbraClient(address, ZimbraCredentials.Password(owner, new Secret(password)));
    try
    {
        return await ShareAsync(zimbra);
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        Console.Error.WriteLine($"Stopped. {await AccountAsync(zimbra)} Run it again to finish: nothing is done twice.");
        return 130;
    }
}
catch (Exception e) when (e is ZimbraException or ArgumentException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

async Task<int> ShareAsync(ZimbraClient zimbra)
{
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

// What the server holds now: the request that was under way may have been carried out.
async Task<string> AccountAsync(ZimbraClient zimbra)
{
    using var brief = new CancellationTokenSource(TimeSpan.FromSeconds(10));
    try
    {
        CalendarGrant? grant = await zimbra
            .Calendars.ListSharesAsync(new() { Calendar = calendar }, cancellationToken: brief.Token)
            .FirstOrDefaultAsync(
                each =>
                    guest == "public"
                        ? each.Grantee.Type == GranteeType.Public
                        : string.Equals(each.Grantee.Name, guest, StringComparison.OrdinalIgnoreCase),
                brief.Token
            );
        return grant is null ? $"'{calendar}' is not shared with {guest}."
            : guest == "public" ? $"'{calendar}' is public."
            : await zimbra.Invitations.FindAsync(new InvitationSearch { Guest = guest, Calendar = grant.Path }, brief.Token) is null
                ? $"'{calendar}' is shared with {guest}, and no mail about it is in the Sent folder."
            : $"'{calendar}' is shared with {guest}, and the mail about it is in the Sent folder.";
    }
    catch (Exception e) when (e is ZimbraException or OperationCanceledException)
    {
        return $"Whether '{calendar}' is shared with {guest} by now could not be read.";
    }
}
