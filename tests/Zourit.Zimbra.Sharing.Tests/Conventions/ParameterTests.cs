using System.Reflection;
using System.Runtime.CompilerServices;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>
/// A method with many parameters hides an object, and a record with many positions invites to mix them up: five are enough, besides the
/// token.
/// </summary>
public sealed class ParameterTests
{
    private const int Most = 5;

    [Fact]
    public void No_method_and_no_constructor_has_more_than_five_parameters_besides_the_token() =>
        Assert.Empty(
            Packages
                .Assemblies.SelectMany(assembly => assembly.GetTypes())
                .Where(type => type.Namespace?.StartsWith("Zourit.", StringComparison.Ordinal) == true && !IsGenerated(type))
                .SelectMany(type => Methods(type).Where(method => CountOf(method) > Most).Select(method => $"{type.Name}.{method.Name}"))
        );

    private static IEnumerable<MethodBase> Methods(Type type)
    {
        const BindingFlags All =
            BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return type.GetMethods(All).Where(method => !IsGenerated(method)).Concat<MethodBase>(type.GetConstructors(All));
    }

    private static int CountOf(MethodBase method) =>
        method.GetParameters().Count(parameter => parameter.ParameterType != typeof(CancellationToken));

    // What compilers write, such as lambdas, local functions and logging.
    private static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal)
        || member.IsDefined(typeof(CompilerGeneratedAttribute))
        || member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute));
}
