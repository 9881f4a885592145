namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What a guest typed as user name.</summary>
internal enum TypedForm
{
    /// <summary>The bare mail address.</summary>
    Mail,

    /// <summary>The identifier as it must be.</summary>
    Identifier,

    /// <summary>
    /// The identifier, or an account's name, without its domain: the server adds the domain whose virtual host name the address has
    /// (docs/protocol.md §8.4).
    /// </summary>
    Unqualified,

    /// <summary>The identifier, but with another domain than the owner's.</summary>
    OtherDomain,

    /// <summary>Neither, but perhaps meant for an identifier.</summary>
    Malformed,
}
