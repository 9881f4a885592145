using System.Reflection;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Conventions;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } =
        Path.GetFullPath(
            typeof(Repository)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(attribute => attribute.Key == "RepositoryFolder")
                .Value!
        );
}
