namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>Who is granted rights in a scenario.</summary>
internal enum GranteeKind
{
    /// <summary>A person outside the server.</summary>
    Guest,

    /// <summary>An account of the server.</summary>
    Account,

    /// <summary>Everybody, signed in or not.</summary>
    Everybody,
}
