namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>A folder's own ACL: ordered grants and the two ceilings (docs/protocol.md §3.3).</summary>
public sealed class AccessList
{
    /// <summary>The grants in the order in which they were made.</summary>
    public List<AccessGrant> Grants { get; } = [];

    /// <summary>End of <c>usr grp cos dom all</c> grants that have none of their own, in milliseconds; 0 for never.</summary>
    public long InternalExpiry { get; set; }

    /// <summary>End of <c>guest</c> and <c>key</c> grants that have none of their own, in milliseconds; 0 for never.</summary>
    public long GuestExpiry { get; set; }

    /// <summary>When a grant really ends, in milliseconds; 0 for never. The ceilings do not concern <c>pub</c>.</summary>
    public long EffectiveExpiry(AccessGrant grant) => grant.Expiry != 0 ? grant.Expiry : Ceiling(grant.Type);

    /// <summary>The ceiling for a type of grantee.</summary>
    public long Ceiling(string type) =>
        type switch
        {
            "pub" => 0,
            "guest" or "key" => GuestExpiry,
            _ => InternalExpiry,
        };

    /// <summary>A copy, for a folder that stops inheriting.</summary>
    public AccessList Copy()
    {
        var copy = new AccessList { InternalExpiry = InternalExpiry, GuestExpiry = GuestExpiry };
        copy.Grants.AddRange(Grants.Select(grant => grant.Copy()));
        return copy;
    }
}
