namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What became of the account of a guest who is retired.</summary>
public enum RetiredAccount
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>There is none of this guest: never signed up, gone already, or the identifier is another's.</summary>
    NotThere = 1,

    /// <summary>It was left to the server's daily task.</summary>
    LeftToServer = 2,

    /// <summary>It was deleted.</summary>
    Deleted = 3,

    /// <summary>
    /// It was to be deleted and was not, since not all shares could be revoked: <see cref="GuestRetirement.Remaining"/> says which. Without
    /// the account the guest could sign up again by an old mail and read them. Retire once more when they are gone.
    /// </summary>
    KeptForShares = 4,
}
