namespace Zourit.Zimbra.Sharing.Tool.Failures;

/// <summary>What a script branches on.</summary>
internal enum ExitCode
{
    /// <summary>Done, nothing to do, or the plan is made.</summary>
    Done = 0,

    /// <summary>A bug of this program.</summary>
    Bug = 1,

    /// <summary>Changes are pending; only with --detailed-exitcode.</summary>
    ChangesPending = 2,

    /// <summary>Some items failed or are unknown, for reasons that pass: repeat.</summary>
    Incomplete = 3,

    /// <summary>The login was refused.</summary>
    LoginRefused = 4,

    /// <summary>The server was not reached, throttles, or sends no mail: repeat later.</summary>
    NotReached = 5,

    /// <summary>A limit, a policy or a missing right refuses it.</summary>
    Refused = 6,

    /// <summary>What was asked for must be changed: no such calendar, guest, share.</summary>
    NeedsEdit = 7,

    /// <summary>The saved plan is stale in part, or too old: plan again.</summary>
    Stale = 8,

    /// <summary>Another run holds the lock.</summary>
    Locked = 9,

    /// <summary>The command line is wrong.</summary>
    Usage = 64,

    /// <summary>The manifest, policy, plan or profile file is wrong.</summary>
    InvalidFile = 65,

    /// <summary>Interrupted.</summary>
    Interrupted = 130,
}
