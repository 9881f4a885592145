using System.Reflection;
using System.Runtime.CompilerServices;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>
/// One way to call each thing: a further setting becomes a member of an options record and changes no signature. Methods that extend a
/// .NET type, such as
/// <c>AddZimbraSharing</c> on a service collection, are shaped as .NET's own beside them and do not count; nor do members that .NET's
/// interfaces or
/// <see cref="object"/> ask for.
/// </summary>
public sealed class SignatureTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Public = [.. Packages.Assemblies.SelectMany(assembly => assembly.GetExportedTypes())];

    private static IEnumerable<MethodBase> Callables => Public.SelectMany(type => Methods(type).Concat<MethodBase>(type.GetConstructors()));

    [Fact]
    public void No_public_type_has_two_methods_of_one_name() =>
        Assert.Empty(
            Public
                .SelectMany(type => Methods(type).GroupBy(method => (method.Name, Extended(method))).Where(group => group.Count() > 1))
                .Select(group => Name(group.First()))
        );

    [Fact]
    public void No_public_type_has_two_constructors() =>
        Assert.Empty(Public.Where(type => type.GetConstructors().Length > 1).Select(type => type.FullName));

    [Fact]
    public void No_record_has_a_constructor_that_a_further_member_would_change() =>
        Assert.Empty(Public.Where(type => type.GetMethod("Deconstruct") is not null).Select(type => type.FullName));

    [Fact]
    public void Only_options_and_the_token_can_be_left_out() =>
        Assert.Empty(
            Callables.SelectMany(method =>
                method
                    .GetParameters()
                    .Where(parameter => parameter.IsOptional && !IsToken(parameter) && parameter.Name != "options")
                    .Select(parameter => $"{Name(method)}({parameter.Name})")
            )
        );

    [Fact]
    public void Options_can_be_left_out_and_come_last_but_the_token() =>
        Assert.Empty(
            Callables
                .Where(method =>
                    method.GetParameters().Any(parameter => parameter.Name == "options")
                    && method.GetParameters().Where(parameter => !IsToken(parameter)).Last() is not { Name: "options", IsOptional: true }
                )
                .Select(Name)
        );

    private static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(Declared).Where(method => !method.IsSpecialName && !ExtendsNet(method) && !IsAskedForByNet(type, method));

    private static bool ExtendsNet(MethodInfo method) => Extended(method) is { } type && IsNet(type);

    private static Type? Extended(MethodInfo method) =>
        method.IsDefined(typeof(ExtensionAttribute)) ? method.GetParameters()[0].ParameterType : null;

    private static bool IsAskedForByNet(Type type, MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType is { } declaring && declaring != type && IsNet(declaring)
        || (!type.IsInterface && type.GetInterfaces().Where(IsNet).Any(each => type.GetInterfaceMap(each).TargetMethods.Contains(method)));

    private static bool IsNet(Type type) => type.Namespace is { } space && (space.Split('.')[0] is "System" or "Microsoft");

    private static bool IsToken(ParameterInfo parameter) => parameter.ParameterType == typeof(CancellationToken);

    private static string Name(MethodBase method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
