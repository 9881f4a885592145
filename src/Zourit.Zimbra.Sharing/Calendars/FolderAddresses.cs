using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Where a calendar is read.</summary>
/// <param name="Ics">Its feed.</param>
/// <param name="IsAssumed">Whether the server did not report the REST root, which it does on the account's home host only.</param>
/// <param name="Encrypted">The https form of the feed as far as it is known.</param>
/// <param name="CalDav">Its collection; null where CalDAV cannot carry the calendar's name.</param>
internal sealed record FolderAddresses(IcsAddress Ics, bool IsAssumed, IcsAddress? Encrypted, CalDavAddress? CalDav)
{
    public static FolderAddresses Of(SharedFolder folder, Uri server)
    {
        // Administrators write the parts of both, so that either may be no address (docs/protocol.md §9.1).
        IcsAddress? reported = IcsAddress.TryFromRestRoot(folder.Info?.RestRoot, folder.Path);
        IcsAddress ics = reported
            ?? IcsAddress.TryFromRestRoot($"{folder.Info?.PublicUrl?.TrimEnd('/')}/home/{folder.Owner}", folder.Path)
            ?? IcsAddress.FromRestRoot($"{server.GetLeftPart(UriPartial.Authority)}/home/{folder.Owner}", folder.Path);
        IcsAddress? encrypted = HttpsAddressFinder.Known(ics, server);
        return new FolderAddresses(
            ics,
            reported is null,
            encrypted,
            CalDavAddress.TryOf(encrypted ?? ics, out CalDavAddress? calDav) ? calDav : null
        );
    }
}
