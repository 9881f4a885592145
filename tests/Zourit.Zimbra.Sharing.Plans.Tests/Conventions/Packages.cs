using System.Reflection;
using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Conventions;

/// <summary>What <c>ParameterTests</c> and <c>SignatureTests</c>, which the library's tests have too, look at here.</summary>
internal static class Packages
{
    public static IReadOnlyList<Assembly> Assemblies { get; } = [typeof(Manifest).Assembly];
}
