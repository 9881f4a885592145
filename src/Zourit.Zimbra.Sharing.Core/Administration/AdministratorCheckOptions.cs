namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>Whose rights to check.</summary>
public sealed record AdministratorCheckOptions
{
    /// <summary>
    /// The administrator's name; null for the client's own. A global administrator may ask about any; a delegated one needs
    /// <c>checkRightUsr</c> on that account.
    /// </summary>
    public string? Administrator { get; init; }

    /// <summary>
    /// An account of the domain, as an example of all; null for the administrator's own where it is of the domain, else any that a search
    /// finds.
    /// </summary>
    public string? Account { get; init; }
}
