using System.Reflection;
using System.Runtime.CompilerServices;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>A method with many parameters hides an object: five are enough, besides the token.</summary>
public sealed class ParameterTests
{
    private const int Most = 5;

    [Fact]
    public void No_method_and_no_constructor_but_records_own_has_more_than_five_parameters_besides_the_token()
    {
        string[] tooMany =
        [
            .. typeof(ZimbraClient)
                .Assembly.GetTypes()
                .Where(type => type.Namespace?.StartsWith("Zourit.", StringComparison.Ordinal) == true && !IsGenerated(type))
                .SelectMany(type => Methods(type).Where(method => CountOf(method) > Most).Select(method => $"{type.Name}.{method.Name}")),
        ];

        Assert.Empty(tooMany);
    }

    private static IEnumerable<MethodBase> Methods(Type type)
    {
        const BindingFlags All =
            BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        IEnumerable<MethodBase> constructors = IsRecord(type) ? [] : type.GetConstructors(All);
        return type.GetMethods(All)
            .Where(method => !IsGenerated(method) && !(IsRecord(type) && method.Name == "Deconstruct"))
            .Concat(constructors);
    }

    private static int CountOf(MethodBase method) =>
        method.GetParameters().Count(parameter => parameter.ParameterType != typeof(CancellationToken));

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    // What compilers write, such as lambdas, local functions and logging.
    private static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal)
        || member.IsDefined(typeof(CompilerGeneratedAttribute))
        || member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute));
}
