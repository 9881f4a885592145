using System.Reflection;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

internal static class Packages
{
    /// <summary>What whoever shares a calendar has: the library, and the core that it stands on.</summary>
    public static IReadOnlyList<Assembly> Library { get; } = [typeof(ZimbraClient).Assembly, typeof(ZimbraException).Assembly];

    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [.. Library, typeof(SubscriptionGuide).Assembly, typeof(FakeZimbra).Assembly];

    public static IReadOnlyList<Type> LibraryTypes { get; } = [.. Library.SelectMany(assembly => assembly.GetTypes())];

    public static IReadOnlyList<Type> PublicTypes { get; } = [.. Library.SelectMany(assembly => assembly.GetExportedTypes())];

    public static Type TypeOfLibrary(string name) => LibraryTypes.Single(type => type.FullName == name);
}
