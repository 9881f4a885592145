namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>What a batch does after a request in it has failed (<c>urn:zimbra BatchRequest onerror</c>).</summary>
public enum BatchErrorMode
{
    /// <summary>Run the remaining requests all the same (<c>onerror="continue"</c>).</summary>
    Continue,

    /// <summary>Run nothing after the first fault (<c>onerror="stop"</c>). What ran before stays done: a batch is no transaction.</summary>
    Stop,
}
