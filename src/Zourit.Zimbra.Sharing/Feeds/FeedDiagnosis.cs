using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>
/// Why a guest cannot read a calendar, as far as it can be known; see
/// <see cref="FeedClient.DiagnoseAsync"/>.
/// </summary>
public sealed record FeedDiagnosis
{
    /// <summary>Whether the guest gets in.</summary>
    public required FeedAccess Access { get; init; }

    /// <summary>What was found, causes first, what cannot be known last.</summary>
    public required IReadOnlyList<FeedFinding> Findings
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>The address that was tried, and that the guest should use.</summary>
    public required IcsAddress Address { get; init; }

    /// <summary>
    /// Where the calendar is found by CalDAV; null where that cannot carry its name, and in a diagnosis of the ICS address.
    /// </summary>
    public CalDavAddress? CalDavAddress { get; init; }

    /// <summary>The user name that the guest must type: the identifier, or the bare address where an account or a grant with a password
    /// belongs to it; null when the guest's address is not clear from what was given, or there is no such owner.</summary>
    public string? UserName { get; init; }

    /// <summary>Whether the password was sent to the server, once. A wrong one then counted towards the account's lock-out.</summary>
    public required bool PasswordTried { get; init; }

    /// <summary>The findings that by themselves keep the guest out.</summary>
    public IEnumerable<FeedFinding> Causes => Findings.Where(finding => finding.IsCause);
}
