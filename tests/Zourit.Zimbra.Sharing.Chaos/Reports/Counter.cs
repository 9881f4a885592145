namespace Zourit.Zimbra.Sharing.Chaos.Reports;

/// <summary>
/// What must not happen. Each is counted by comparing what the library said, and what was asked of it, with the server's state, which is
/// read directly: the fake's accounts, folders, grants, mails that left. Nothing is asked through the library.
/// </summary>
internal enum Counter
{
    /// <summary>A grant that was wanted or reported as standing, or that nobody touched, and that the server does not hold.</summary>
    LostGrants,

    /// <summary>A grant that the server holds and nobody wanted, or that was reported as revoked.</summary>
    StrayGrants,

    /// <summary>A mail about a calendar to somebody, more than the calls that asked for one.</summary>
    DuplicateMails,

    /// <summary>An account, or a mountpoint in it, that was made twice.</summary>
    DuplicateAccounts,

    /// <summary>
    /// A result or an exception that says one thing while the server holds another: rights, end or password that differ, a change that was
    /// none, "nothing was changed" after a change, a state half way between what stood and what was wanted, an exception of a type that the
    /// library does not promise.
    /// </summary>
    WrongOutcomes,

    /// <summary>
    /// A password, token or key in a log, a trace, a metric, an exception, a result's text or JSON, the fake's journal or this program's
    /// output.
    /// </summary>
    LeakedSecrets,

    /// <summary>A scenario that did not come to its end, or a call that went on after its caller had given up.</summary>
    Hangs,

    /// <summary>A mail that was reported as sent and did not leave; or that was still owed after the second, quiet run.</summary>
    MissingMails,

    /// <summary>Something that does not stand as wanted after the second, quiet run, or a call of that run that failed.</summary>
    UnresolvedAfterRerun,

    /// <summary>
    /// "Unknown" from a call that asked nothing after its change was lost, or whose last question the server had answered, so that it could
    /// have been known.
    /// </summary>
    UnknownOutcomes,
}
