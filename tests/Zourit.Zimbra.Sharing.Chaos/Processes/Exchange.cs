namespace Zourit.Zimbra.Sharing.Chaos.Processes;

/// <summary>One HTTP request of a caller, and what came of it.</summary>
/// <param name="operation">The SOAP request's name, or method and path.</param>
/// <param name="changes">Whether it asks for a change of the server's state.</param>
internal sealed class Exchange(string operation, bool changes)
{
    public bool Changes { get; } = changes;

    public string Operation { get; } = operation;

    public ExchangeEnd End { get; set; }

    /// <summary>
    /// Whether the server may be at it even now: it ended before the server's answer had started, by the client's time limit, or by an
    /// answer
    /// that leaves it open.
    /// </summary>
    public bool MayStillRun { get; set; }
}

/// <summary>How a request ended, as the caller's side saw it.</summary>
internal enum ExchangeEnd
{
    /// <summary>Nothing, or not all of an answer, came; or an answer that is not the server's.</summary>
    Lost,

    /// <summary>Something before the server sent it back: it was not passed on.</summary>
    TurnedAway,

    /// <summary>The server answered, and refused all or some of what was asked.</summary>
    Refused,

    /// <summary>The server answered.</summary>
    Answered,
}
