namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>What a token gives access to.</summary>
internal sealed record AuthToken
{
    /// <summary>The token's text.</summary>
    public required string Value { get; init; }

    /// <summary>Whose token.</summary>
    public required string AccountId { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>An administrator's token, from the admin service.</summary>
    public required bool IsAdmin { get; init; }

    /// <summary>The administrator to whom it was delegated, or null.</summary>
    public required string? DelegatedBy { get; init; }

    /// <summary>The account's <see cref="Account.TokenValidity"/> when it was issued.</summary>
    public required int Validity { get; init; }

    /// <summary>Issued with CSRF support.</summary>
    public required bool IsCsrfSecured { get; init; }

    /// <summary>The token's number in the directory's list.</summary>
    public required int Serial { get; init; }
}
