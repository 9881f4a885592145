namespace Zourit.Zimbra.Sharing.Values;

/// <summary>What may be done when the reply to a request was lost.</summary>
internal enum RetrySafety
{
    /// <summary>Reads and logins: repeat.</summary>
    Safe,

    /// <summary>Repeating leads to the same state; a fault that says "already so" counts as success.</summary>
    Converging,

    /// <summary>Repeating would do it twice: look at the server's state first, then decide.</summary>
    Verifiable,
}
