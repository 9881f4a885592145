namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// CreateAccount breaks between writing the entry and setting the password (docs/protocol.md §7.1): the account exists, nobody can sign in
/// to it, and the administrator reads <c>service.FAILURE</c>. Asked for by the handler of CreateAccountRequest.
/// </summary>
internal sealed record PasswordLostEffect : IEffect
{
    /// <inheritdoc/>
    public string Kind => "AccountEntryWithoutPassword";
}
