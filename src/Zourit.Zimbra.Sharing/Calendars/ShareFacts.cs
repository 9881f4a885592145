using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What every share tells of itself, whoever it is for.</summary>
internal sealed record ShareFacts(
    GrantResult Result,
    IcsAddress Address,
    IcsAddress? EncryptedAddress,
    IReadOnlyList<ShareWarning> Warnings
)
{
    public CalDavAddress? CalDavAddress =>
        Result.Grant is not ({ Type: GranteeType.Public } or { Type: GranteeType.Guest, Password.IsEmpty: false })
        && Values.CalDavAddress.TryOf(EncryptedAddress ?? Address, out CalDavAddress? address)
            ? address
            : null;
}
