using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guides;

/// <summary>Shares as their recipients see them, for a <see cref="SubscriptionGuide"/>.</summary>
public static class SubscriptionExtensions
{
    /// <summary>
    /// The share as its recipient sees it. Names, the personal link, a contact, and the address's https form where
    /// <see cref="CalendarShare.EncryptedAddress"/> is null, are the caller's to add: <c>new SubscriptionGuide(share.ToSubscription() with
    /// { OwnerName = "Les Amis du Lac" }).ToHtml(GuideLanguage.French)</c>.
    /// </summary>
    /// <param name="share">The share.</param>
    /// <exception cref="InvalidOperationException">The share lets nobody in: it is for a guest whose address in the ACL is
    /// invalid.</exception>
    public static Subscription ToSubscription(this CalendarShare share)
    {
        Argument.NotNull(share);
        return new()
        {
            Address = share.IcsAddress,
            EncryptedAddress = share.IcsAddress.IsEncrypted ? null : share.EncryptedAddress,
            Subscriber = SubscriberResolver.Of(share),
            Permissions = share.Permissions,
            Expiry = share.EffectiveExpiry,
        };
    }

    /// <summary>A listed grant as the grantee sees it.</summary>
    /// <param name="grant">The grant.</param>
    /// <exception cref="InvalidOperationException">The grant lets nobody in: it expired (<see cref="CalendarGrant.IsExpired"/>), its
    /// grantee was deleted (<see cref="CalendarGrant.IsOrphan"/>), or it is for a guest whose address in the ACL is invalid.</exception>
    public static Subscription ToSubscription(this CalendarGrant grant)
    {
        Argument.NotNull(grant);
        return new()
        {
            Address = grant.IcsAddress,
            EncryptedAddress = grant.IcsAddress.IsEncrypted ? null : grant.EncryptedAddress,
            Subscriber = SubscriberResolver.Of(grant),
            Permissions = grant.Permissions,
            Expiry = grant.EffectiveExpiry,
        };
    }
}
