namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>One grant of an ACL, as the server stores it.</summary>
public sealed class AccessGrant(string granteeId, string type, string rights)
{
    /// <summary>
    /// UUID of an internal grantee, a guest's address exactly as typed, a key's name, or a fixed GUID for <c>pub</c> and <c>all</c>.
    /// </summary>
    public string GranteeId { get; } = granteeId;

    /// <summary><c>usr grp cos dom all pub guest key</c>.</summary>
    public string Type { get; } = type;

    /// <summary>Permission letters in the server's order.</summary>
    public string Rights { get; set; } = rights;

    /// <summary>A guest's grant password or a key's key; null and empty differ (docs/protocol.md §4.3 step 9).</summary>
    public string? Secret { get; set; }

    /// <summary>The grant's own end in milliseconds; 0 for none.</summary>
    public long Expiry { get; set; }

    /// <summary>Whether an id names this grantee: letter case is ignored for guests and keys only.</summary>
    public bool Matches(string id) =>
        string.Equals(GranteeId, id, Type is "guest" or "key" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>A copy, for a folder that stops inheriting.</summary>
    public AccessGrant Copy() => new(GranteeId, Type, Rights) { Secret = Secret, Expiry = Expiry };
}
