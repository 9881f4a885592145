namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>Who a caller is to the server.</summary>
internal enum LoginKind
{
    /// <summary>An owner with their password.</summary>
    Password,

    /// <summary>An owner whose password is asked for at each login.</summary>
    PasswordCallback,

    /// <summary>An owner by their domain's preauth key.</summary>
    Preauth,

    /// <summary>The administrator, acting for the owners.</summary>
    Administrator,

    /// <summary>Nobody in particular.</summary>
    Anonymous,
}
