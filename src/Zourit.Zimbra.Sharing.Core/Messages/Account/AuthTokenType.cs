namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>The kind of token an <see cref="AuthRequest"/> wants (<c>tokenType</c>).</summary>
public enum AuthTokenType
{
    /// <summary>Zimbra's own token (<c>auth</c>), the one this library works with.</summary>
    Auth,

    /// <summary>A JSON web token (<c>jwt</c>), for other programs; it goes with a cookie of its own.</summary>
    Jwt,
}
