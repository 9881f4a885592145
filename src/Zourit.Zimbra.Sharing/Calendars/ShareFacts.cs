using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What every share tells of itself, whoever it is for.</summary>
internal sealed record ShareFacts(GrantResult Result, FolderAddresses Addresses, IReadOnlyList<ShareWarning> Warnings)
{
    public CalDavAddress? CalDavAddress =>
        Result.Grant is ({ Type: GranteeType.Public } or { Type: GranteeType.Guest, Password.IsEmpty: false }) ? null : Addresses.CalDav;
}
