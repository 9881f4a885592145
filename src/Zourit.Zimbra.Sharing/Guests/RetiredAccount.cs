namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What became of the account of a guest who is retired.</summary>
public enum RetiredAccount
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The guest has no account: never signed up, already deleted, or the identifier belongs to somebody else.</summary>
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
