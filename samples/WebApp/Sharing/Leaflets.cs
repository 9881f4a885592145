using WebApp.Pages;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Guides;

namespace WebApp.Sharing;

/// <summary>The leaflets of the shares that stand.</summary>
internal sealed class Leaflets(ZimbraClient zimbra, OwnerCalendars calendars, IConfiguration configuration)
{
    /// <summary>The leaflet of a share, with the https form of its address where that answers.</summary>
    /// <exception cref="NoLeafletException">There is no such share, or it lets nobody in.</exception>
    public async Task<SubscriptionGuide> OfAsync(string calendar, string? grantee, Uri? profile, CancellationToken cancellationToken)
    {
        CalendarGrant share = await calendars.FindAsync(calendar, grantee, cancellationToken)
            ?? throw new NoLeafletException(StatusCodes.Status404NotFound, said =>
                said.NoSuchShare.With(calendar, grantee ?? said.ThePublic)
            );
        Subscription subscription = Subscription(share);
        return new SubscriptionGuide(
            subscription with
            {
                EncryptedAddress = await zimbra.Feeds.FindEncryptedAddressAsync(share.IcsAddress, cancellationToken),
                AppleProfileUri = profile,
                OwnerName = Setting("OwnerName"),
                Contact = Setting("Contact"),
            }
        );
    }

    private string? Setting(string name) => configuration[name] is { Length: > 0 } value ? value : null;

    private static Subscription Subscription(CalendarGrant share)
    {
        try
        {
            return share.ToSubscription();
        }
        catch (InvalidOperationException e)
        {
            throw new NoLeafletException(StatusCodes.Status409Conflict, said => said.LetsNobodyIn, e);
        }
    }
}
