namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// An answer that holds an account: to <see cref="CreateAccountRequest"/>, <see cref="GetAccountRequest"/>,
/// <see cref="ModifyAccountRequest"/>.
/// </summary>
public sealed record AccountResponse
{
    /// <summary>The account with its attributes, those inherited from its class of service included unless asked
    /// otherwise.</summary>
    public required DirectoryEntry Account { get; init; }
}
