// A program with a container and settings, trimmed: shares a calendar with a guest, and lists who has it.
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.DependencyInjection;

IConfigurationRoot settings = new ConfigurationBuilder()
    .AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["Zimbra:ServerUri"] = args[0],
            ["Zimbra:Account"] = args[1],
            ["Zimbra:Password"] = Environment.GetEnvironmentVariable("ZIMBRA_PASSWORD"),
        }
    )
    .Build();
var services = new ServiceCollection();
services.AddZimbraSharing(settings.GetSection("Zimbra"));
await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
ZimbraClient zimbra = provider.GetRequiredService<ZimbraClient>();

GuestShare share = await zimbra.Calendars.ShareWithGuestAsync(args[2], args[3]);
Console.WriteLine($"{share.Outcome} {share.Notification}");
await foreach (CalendarGrant grant in zimbra.Calendars.ListSharesAsync())
{
    Console.WriteLine($"{grant.Path} {grant.Grantee.Name} {grant.Permissions} {grant.GuestIdentifier}");
}
