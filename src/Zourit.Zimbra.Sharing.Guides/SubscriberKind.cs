namespace Zourit.Zimbra.Sharing.Guides;

/// <summary>How a subscriber signs in, or does not.</summary>
public enum SubscriberKind
{
    /// <summary>Nobody signs in: the calendar is public.</summary>
    Everybody,

    /// <summary>A guest with an external virtual account: identifier and own password, chosen behind the personal link.</summary>
    Guest,

    /// <summary>A guest whose grant carries a password (<c>pw</c>): the bare mail address and that password.</summary>
    GuestWithGrantPassword,

    /// <summary>A user of the same server: the account's name and usual password.</summary>
    User,
}
