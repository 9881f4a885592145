using System.Net;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The server itself said no to reading a calendar over HTTP, to somebody it knows: nothing is shared with this account under this address
/// (404), the folder is no calendar (501), or the request is malformed (400). Nothing was changed; repeating does not help.
/// </summary>
public sealed class ZimbraFeedException : ZimbraException
{
    internal ZimbraFeedException(HttpStatusCode statusCode, LocalizedText explanation)
        : base(explanation, null, nameof(ZimbraFeedException)) => StatusCode = statusCode;

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>True: nothing was changed.</summary>
    public override bool IsOutcomeKnown => true;

    /// <summary>True, though it does not help.</summary>
    public override bool IsSafeToRepeat => true;

    /// <summary>False: the answer stays the same until something else changes.</summary>
    public override bool IsTransient => false;

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraFeedException(StatusCode, explanation) { Operation = Operation };
}
