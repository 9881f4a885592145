namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>What became of a change.</summary>
public enum ChangeStatus
{
    /// <summary>Not known to this version.</summary>
    Unknown = 0,

    /// <summary>It was done.</summary>
    Done = 1,

    /// <summary>The share was so already, for instance because an earlier run was killed after it.</summary>
    DoneAlready = 2,

    /// <summary>The share is neither as it was in the plan nor as it should be: nothing was done; make the plan again.</summary>
    Stale = 3,

    /// <summary>The server refused it, or the owner could not be read; nothing was changed.</summary>
    Failed = 4,

    /// <summary>Replies were lost: it may have been done. The next run finds out.</summary>
    Uncertain = 5,

    /// <summary>It waits for approval.</summary>
    Postponed = 6,

    /// <summary>The run ended before it: mail is down, too many owners failed, or the time was up.</summary>
    NotStarted = 7,
}
