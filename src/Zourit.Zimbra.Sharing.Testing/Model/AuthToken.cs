namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>What a token means.</summary>
/// <param name="Value">The token's text.</param>
/// <param name="AccountId">Whose token.</param>
/// <param name="Expires">When it ends.</param>
/// <param name="IsAdmin">An administrator's token, from the admin service.</param>
/// <param name="DelegatedBy">The administrator to whom it was delegated, or null.</param>
/// <param name="Validity">The account's <see cref="Account.TokenValidity"/> when it was issued.</param>
/// <param name="IsCsrfSecured">Issued with CSRF support.</param>
internal sealed record AuthToken(
    string Value,
    string AccountId,
    DateTimeOffset Expires,
    bool IsAdmin,
    string? DelegatedBy,
    int Validity,
    bool IsCsrfSecured
)
{
    /// <summary>The token's number in the directory's list.</summary>
    public int Serial { get; init; }
}
