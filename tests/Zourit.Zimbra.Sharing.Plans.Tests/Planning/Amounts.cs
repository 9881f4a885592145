using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Planning;

internal static class Amounts
{
    public static Amount Many { get; } = Amount.Of(1000);
}
