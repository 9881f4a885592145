// Shares a calendar with a guest and with everybody on the server that is given, and reads it: what a user's own native program would do.
using Microsoft.Extensions.DependencyInjection;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;

var services = new ServiceCollection();
services.AddZimbraSharing(options =>
{
    options.ServerUri = new Uri(args[0]);
    options.Account = args[1];
    options.Password = new Secret(Environment.GetEnvironmentVariable("ZIMBRA_PASSWORD")!);
});
await using ServiceProvider provider = services.BuildServiceProvider();
ZimbraClient zimbra = provider.GetRequiredService<ZimbraClient>();

GuestShare share = await zimbra.Calendars.ShareWithGuestAsync(args[2], args[3]);
Console.WriteLine($"{share.Outcome} {share.GuestIdentifier} {share.Notification} {share.IcsAddress}");
GuestShare again = await zimbra.Calendars.ShareWithGuestAsync(args[2], args[3]);
Console.WriteLine($"{again.Outcome} {again.Notification}");
PublicShare open = await zimbra.Calendars.SharePubliclyAsync(args[2]);
Feed feed = await zimbra.Feeds.ReadAsync(
    open.IcsAddress,
    new FeedReadOptions { From = DateTimeOffset.Parse(args[4]), To = DateTimeOffset.Parse(args[4]).AddDays(30) }
);
foreach (FeedEvent one in feed.Events)
{
    Console.WriteLine($"{one.Start:yyyy-MM-dd HH:mm} {one.Summary}");
}
