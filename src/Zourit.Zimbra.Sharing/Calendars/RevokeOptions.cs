namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>How to take a share back.</summary>
public sealed record RevokeOptions
{
    /// <summary>
    /// Have the server mail the grantee that the share was revoked, with the revocation itself, which keeps the mail back where it fails.
    /// Default false: a revocation is silent, as it is on the server. A grantee who is named by an id is not mailed in any case.
    /// </summary>
    public bool Notify { get; init; }
}
