using System.Reflection;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

internal static class Packages
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [typeof(ZimbraClient).Assembly, typeof(SubscriptionGuide).Assembly, typeof(FakeZimbra).Assembly];
}
