using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guides;

/// <summary>Finds out who reads a share, and under which user name.</summary>
internal static class SubscriberResolver
{
    public static Subscriber Of(CalendarShare share) =>
        share switch
        {
            PublicShare => Subscriber.Everybody,
            GuestShare { Login: { Kind: GuestLoginKind.GrantPassword, UserName: { } mail } } => Subscriber.GuestWithGrantPassword(
                GuestAddress.Parse(mail)
            ),
            GuestShare { GuestIdentifier: { } identifier } => Subscriber.Guest(identifier),
            { Grantee: { Type: GranteeType.User, Name: { } account } } => Subscriber.User(account),
            // A user whom the server did not know (ShareWarningCode.NoSuchUser).
            { Grantee: { Type: GranteeType.Guest } grantee } => Subscriber.Guest(Guest(grantee.Id, share.Owner)),
            _ => Subscriber.AnyUser,
        };

    public static Subscriber Of(CalendarGrant grant) =>
        grant switch
        {
            { IsExpired: true } => throw new InvalidOperationException(
                $"The share of '{grant.Path}' with {grant.Grantee} expired, so it lets nobody in. Renew it first."
            ),
            { IsOrphan: true } => throw new InvalidOperationException(
                $"'{grant.Path}' is shared with {grant.Grantee}, who was deleted, so it lets nobody in. Revoke it."
            ),
            { Grantee.Type: GranteeType.Public } => Subscriber.Everybody,
            { Grantee: { Type: GranteeType.Guest, Id: { } mail }, HasGrantPassword: true }
                when GuestAddress.TryParseGranteeId(mail, out GuestAddress address) => Subscriber.GuestWithGrantPassword(address),
            { Grantee: { Type: GranteeType.Guest } guest } => Subscriber.Guest(grant.GuestIdentifier ?? Guest(guest.Id, grant.Owner)),
            { Grantee: { Type: GranteeType.User, Name: { } account } } => Subscriber.User(account),
            _ => Subscriber.AnyUser,
        };

    private static GuestIdentifier Guest(string? stored, string owner) =>
        GuestAddress.TryParseGranteeId(stored, out GuestAddress mail)
            ? GuestIdentifier.For(mail, owner[(owner.IndexOf('@', StringComparison.Ordinal) + 1)..])
            : throw new InvalidOperationException(
                $"The share is for the guest '{stored}', which the server takes letter by letter for the address, so it lets nobody in. "
                    + $"Revoke it and share with the bare address."
            );
}
