using System.Net;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What the server answered to a CalDAV request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Items">What it lists; empty without a list.</param>
internal sealed record DavAnswer(HttpStatusCode Status, IReadOnlyList<DavItem> Items);
