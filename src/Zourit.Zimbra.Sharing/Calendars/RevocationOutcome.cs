namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What a revocation changed.</summary>
public enum RevocationOutcome
{
    /// <summary>Not known; no result of this version has it.</summary>
    Unknown = 0,

    /// <summary>The grantee had no grant on the folder.</summary>
    NotThere = 1,

    /// <summary>The grant was removed; the ACL was read back and holds it no more.</summary>
    Removed = 2,
}
