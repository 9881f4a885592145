namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>When, in the life of one HTTP request, a caller gives up or a process dies.</summary>
internal enum Moment
{
    /// <summary>The server never gets the request.</summary>
    BeforeSending,

    /// <summary>The request is on its way: the server will work on it, and nobody waits for the answer.</summary>
    WhileUnderWay,

    /// <summary>The answer has come, and nobody has read it yet.</summary>
    AfterReply,
}
