namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// An answer that holds an account: to <see cref="CreateAccountRequest"/>, <see cref="GetAccountRequest"/>,
/// <see cref="ModifyAccountRequest"/>.
/// </summary>
/// <param name="Account">The account with its attributes, those inherited from its class of service included unless asked
/// otherwise.</param>
public sealed record AccountResponse(DirectoryEntry Account);
