namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>A grant as the server holds it, or as it is wanted.</summary>
/// <param name="Rights">Permission letters in the server's order.</param>
/// <param name="Expiry">Its own end in milliseconds; 0 for none.</param>
/// <param name="Secret">The grant password; null for none.</param>
internal sealed record GrantState(string Rights, long Expiry, string? Secret)
{
    /// <summary>For reports: without the password.</summary>
    public override string ToString() => $"{Rights}{(Expiry == 0 ? "" : $" until {Expiry}")}{(Secret is null ? "" : " with password")}";
}
