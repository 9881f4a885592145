namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>What a seeded grant to a guest has besides its permissions.</summary>
public sealed record GuestGrantOptions
{
    /// <summary>The grant's own password (<c>pw</c>); null (the default) for none.</summary>
    public string? Password { get; init; }

    /// <summary>When the grant ends; null (the default) for never.</summary>
    public DateTimeOffset? Expiry { get; init; }
}
