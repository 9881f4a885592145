using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>What became of grants that were revoked together.</summary>
/// <param name="After">The folder afterwards.</param>
/// <param name="Errors">For each grant why it is still in force; null where it is gone.</param>
/// <param name="Notification">What became of the mail; null where it was not sent with the revocation, or that is not known.</param>
internal sealed record RevokedGrants(SharedFolder After, IReadOnlyList<ZimbraException?> Errors, ShareNotification? Notification)
{
    /// <summary>The first of the errors; null where all are gone.</summary>
    public ZimbraException? Error => Errors.FirstOrDefault(error => error is not null);
}
