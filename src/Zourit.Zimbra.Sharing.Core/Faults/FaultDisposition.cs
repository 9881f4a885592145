namespace Zourit.Zimbra.Sharing;

/// <summary>What a fault code says about making the same request again.</summary>
internal enum FaultDisposition
{
    /// <summary>Nothing was done, and the answer stays the same until something else changes.</summary>
    No,

    /// <summary>Nothing was done, and the cause passes by itself, maybe within the repetitions of a call.</summary>
    Later,

    /// <summary>
    /// Nothing was done, and the cause passes by itself, but repeating at once is of no use: only the caller knows how long to wait.
    /// </summary>
    LaterByCaller,

    /// <summary>The request may have been done, wholly or in part.</summary>
    LookFirst,

    /// <summary>The request may have been done, and the cause passes by itself.</summary>
    LookThenLater,

    /// <summary>Nothing was done; a new token may help.</summary>
    SignIn,

    /// <summary>Nothing was done, and each try counts as a failed login.</summary>
    Never,

    /// <summary>What was asked for is so already.</summary>
    Done,
}
