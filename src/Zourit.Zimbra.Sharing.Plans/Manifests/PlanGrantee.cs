namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Whom a calendar is shared with.</summary>
public sealed record PlanGrantee
{
    private const string Everybody = "public";

    private PlanGrantee(GranteeKind kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>Everybody.</summary>
    public static PlanGrantee Public { get; } = new(GranteeKind.Public, Everybody);

    /// <summary>The kind.</summary>
    public GranteeKind Kind { get; }

    /// <summary>The address, lower-cased, its domain in ASCII; <c>public</c> for everybody.</summary>
    public string Name { get; }

    /// <summary>A person outside the server.</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="ArgumentException">It is not one that a guest can have.</exception>
    public static PlanGrantee Guest(string address) => new(GranteeKind.Guest, Sharing.Values.GuestAddress.Parse(address).Value);

    /// <summary>An account or distribution list of the server.</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="ArgumentException">It is no address.</exception>
    public static PlanGrantee User(string address) => new(GranteeKind.User, Sharing.Values.GuestAddress.Parse(address).Value);

    /// <summary>The kind and the address, e.g. <c>guest adresse@orange.fr</c>.</summary>
    public override string ToString() => Kind == GranteeKind.Public ? Everybody : $"{(Kind == GranteeKind.User ? "user" : "guest")} {Name}";

    internal static PlanGrantee Known(GranteeKind kind, string name) => kind == GranteeKind.Public ? Public : new(kind, name);
}
