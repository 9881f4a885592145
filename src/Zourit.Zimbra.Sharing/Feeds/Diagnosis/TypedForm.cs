namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What a guest typed as user name.</summary>
internal enum TypedForm
{
    /// <summary>The bare mail address.</summary>
    Mail,

    /// <summary>The identifier as it must be.</summary>
    Identifier,

    /// <summary>The identifier, but with another domain than the owner's.</summary>
    OtherDomain,

    /// <summary>Neither, but perhaps meant for an identifier.</summary>
    Malformed,
}
