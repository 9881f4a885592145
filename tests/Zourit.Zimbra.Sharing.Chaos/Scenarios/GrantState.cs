namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>A grant as the server holds it, or as it is wanted.</summary>
/// <param name="Rights">Permission letters in the server's order.</param>
/// <param name="Expiry">Its own end in milliseconds; 0 for none.</param>
/// <param name="Secret">The grant password; null for none.</param>
internal sealed record GrantState(string Rights, long Expiry, string? Secret)
{
    /// <summary>Whether the end is not its own but that of the whole list; of no account for what the grant allows.</summary>
    public bool EndsWithList { get; init; }

    public bool Equals(GrantState? other) => other is not null && (Rights, Expiry, Secret) == (other.Rights, other.Expiry, other.Secret);

    public override int GetHashCode() => HashCode.Combine(Rights, Expiry, Secret);

    /// <summary>For reports: without the password.</summary>
    public override string ToString() => $"{Rights}{(Expiry == 0 ? "" : $" until {Expiry}")}{(Secret is null ? "" : " with password")}";
}
