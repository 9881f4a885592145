namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What a revocation changed.</summary>
public enum RevocationOutcome
{
    /// <summary>The grantee had no grant on the folder.</summary>
    NotThere,

    /// <summary>The grant was removed; the ACL was read back and holds it no more.</summary>
    Removed,
}
