namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What became of the account of a guest who is retired.</summary>
public enum RetiredAccount
{
    /// <summary>There is none of this guest: never signed up, gone already, or the identifier is another's.</summary>
    NotThere,

    /// <summary>It was left to the server's daily task.</summary>
    LeftToServer,

    /// <summary>It was deleted.</summary>
    Deleted,
}
