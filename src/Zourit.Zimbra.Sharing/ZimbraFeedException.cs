using System.Net;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The server itself said no to reading a calendar over HTTP, to somebody it knows: nothing is shared with this account under this address (404), the folder is no
/// calendar (501), or the request is malformed (400). Nothing was changed; repeating does not help.
/// </summary>
public sealed class ZimbraFeedException : ZimbraException
{
    internal ZimbraFeedException(HttpStatusCode statusCode, string message)
        : base(message, null) => StatusCode = statusCode;

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }
}
