using Zourit.Zimbra.Sharing.Feeds.Guides;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Tells who reads a share, and under which user name.</summary>
internal static class ShareReader
{
    public static Subscriber Of(CalendarShare share) => share switch
    {
        PublicShare => Subscriber.Everybody,
        GuestShare { Login: { Kind: GuestLoginKind.GrantPassword, UserName: { } mail } } => Subscriber.GuestWithGrantPassword(GuestAddress.Parse(mail)),
        GuestShare { GuestIdentifier: { } identifier } => Subscriber.Guest(identifier),
        { Grantee: { Type: GranteeType.User, Name: { } account } } => Subscriber.User(account),
        // A user whom the server did not know (ShareWarningCode.NoSuchUser).
        { Grantee: { Type: GranteeType.Guest } grantee } => Subscriber.Guest(Guest(share, grantee.Id)),
        _ => Subscriber.AnyUser,
    };

    private static GuestIdentifier Guest(CalendarShare share, string? stored) => GuestAddress.TryParse(stored, out GuestAddress mail)
        ? GuestIdentifier.For(mail, share.Owner[(share.Owner.IndexOf('@', StringComparison.Ordinal) + 1)..])
        : throw new InvalidOperationException($"The share is for the guest '{stored}', which is no mail address, so it lets nobody in. Revoke it and share with the bare address.");
}
