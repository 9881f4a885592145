namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>When a call is cancelled.</summary>
public enum Moment
{
    /// <summary>Before it starts.</summary>
    Beforehand,

    /// <summary>When a request of it is about to be sent.</summary>
    BeforeSending,

    /// <summary>When a request was sent, and the server does its work all the same.</summary>
    WhileServerWorks,

    /// <summary>When the server has done its work, and nothing of the reply comes in.</summary>
    WhileReplyIsHeld,

    /// <summary>When half of the reply came in, and nothing more comes.</summary>
    WhileBodyStalls,

    /// <summary>At the moment a reply is in.</summary>
    WhenReplyIsIn,

    /// <summary>In the pause that a server that turns requests away asked for.</summary>
    BeforeRepeating,

    /// <summary>After the server did its work and the reply was lost, while the client decides what to do.</summary>
    AfterLoss,

    /// <summary>While it waits for its turn in the limit of requests a second.</summary>
    InRateLimit,

    /// <summary>While all places are taken.</summary>
    WithoutPlace,

    /// <summary>When the first item of a stream came.</summary>
    AtFirstItem,
}
