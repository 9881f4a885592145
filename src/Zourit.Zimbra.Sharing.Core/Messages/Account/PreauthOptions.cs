namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>Which token a <see cref="PreauthValue"/> asks for.</summary>
public sealed record PreauthOptions
{
    /// <summary>When the token shall end (<c>expires</c>); null (the default) for the server's default lifetime.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>Whether it is to be an administrator's token (<c>admin=1</c>). Default false.</summary>
    public bool IsAdministrator { get; init; }
}
