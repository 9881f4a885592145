using System.Reflection;
using System.Runtime.CompilerServices;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>How the public types of the library are made.</summary>
public sealed class PublicTypeTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<Type> Public = Packages.PublicTypes;

    private static readonly string[] PublicRooms =
    [
        "Administration",
        "Authentication",
        "Calendars",
        "Calendars.Reviews",
        "Feeds",
        "Guests",
        "Invitations",
        "Messages",
        "Messages.Account",
        "Messages.Admin",
        "Messages.Mail",
        "Notifications",
        "Resilience",
        "Values",
        "DependencyInjection",
        "Values",
    ];

    private static IEnumerable<MethodInfo> Methods => Public.SelectMany(type => type.GetMethods(Declared));

    [Fact]
    public void A_public_class_is_sealed_or_static_or_closed_to_outsiders() =>
        Assert.Empty(Public.Where(type => type is { IsClass: true, IsSealed: false } && !IsClosed(type)).Select(type => type.FullName));

    [Fact]
    public void So_is_every_class_inside_unless_it_is_derived_from_here() =>
        Assert.Empty(
            Packages
                .LibraryTypes.Where(type =>
                    type is { IsClass: true, IsSealed: false, IsAbstract: false }
                    && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
                )
                .Where(type => !Packages.LibraryTypes.Any(other => other.BaseType == type))
                .Select(type => type.FullName)
        );

    [Fact]
    public void The_only_public_types_are_in_rooms_that_are_public() =>
        Assert.Empty(
            Public
                .Select(type => type.Namespace!)
                .Except(["Zourit.Zimbra.Sharing", .. PublicRooms.Select(room => $"Zourit.Zimbra.Sharing.{room}")])
        );

    [Fact]
    public void A_public_struct_is_readonly() =>
        Assert.Empty(
            Public
                .Where(type => type is { IsValueType: true, IsEnum: false } && type.GetCustomAttribute<IsReadOnlyAttribute>() is null)
                .Select(type => type.FullName)
        );

    [Fact]
    public void No_public_field_can_be_written() =>
        Assert.Empty(
            Public
                .Where(type => !type.IsEnum)
                .SelectMany(type => type.GetFields(Declared))
                .Where(field => field is { IsLiteral: false, IsInitOnly: false })
                .Select(Name)
        );

    [Fact]
    public void What_is_awaited_ends_in_Async_and_nothing_else_does() =>
        Assert.Empty(
            Methods.Where(method => IsAwaited(method.ReturnType) != method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Name)
        );

    [Fact]
    public void What_is_awaited_can_be_cancelled_by_its_last_parameter_which_may_be_left_out() =>
        Assert.Empty(
            Methods
                .Where(method => IsAwaited(method.ReturnType) && method.Name != nameof(IAsyncDisposable.DisposeAsync))
                .Where(method =>
                    method.GetParameters() is not [.., { HasDefaultValue: true } last] || last.ParameterType != typeof(CancellationToken)
                )
                .Select(Name)
        );

    [Fact]
    public void A_setting_that_is_a_cancellation_token_is_called_a_token() =>
        Assert.Empty(
            Public
                .SelectMany(type => type.GetProperties(Declared))
                .Where(property =>
                    property.PropertyType == typeof(CancellationToken) && !property.Name.EndsWith("Token", StringComparison.Ordinal)
                )
                .Select(property => $"{property.DeclaringType}.{property.Name}")
        );

    [Fact]
    public void A_cancellation_token_is_called_so_and_comes_last() =>
        Assert.Empty(
            Methods
                .Where(method => !method.IsSpecialName)
                .Where(method =>
                    method.GetParameters().SkipLast(1).Any(IsToken)
                    || method.GetParameters().Any(parameter => IsToken(parameter) && parameter.Name != "cancellationToken")
                )
                .Select(Name)
        );

    [Fact]
    public void Everything_that_is_thrown_on_purpose_has_one_base() =>
        Assert.Empty(
            Public
                .Where(type =>
                    type.IsSubclassOf(typeof(Exception)) && type != typeof(ZimbraException) && !type.IsSubclassOf(typeof(ZimbraException))
                )
                .Select(type => type.FullName)
        );

    [Fact]
    public void No_public_member_speaks_of_what_the_library_is_made_of() =>
        Assert.Empty(
            Public
                .SelectMany(type => type.GetMembers(Declared))
                .Where(member =>
                    Mentioned(member)
                        .SelectMany(Parts)
                        .Any(type =>
                            type.FullName?.StartsWith("System.ServiceModel", StringComparison.Ordinal) == true
                            || type.FullName?.StartsWith("Polly", StringComparison.Ordinal) == true
                            || type.FullName?.StartsWith("Ical", StringComparison.Ordinal) == true
                            || type.FullName?.StartsWith("System.Xml", StringComparison.Ordinal) == true
                        )
                )
                .Select(member => $"{member.DeclaringType!.FullName}.{member.Name}")
        );

    [Fact]
    public void A_text_that_is_a_password_or_a_token_is_a_secret()
    {
        string[] words = ["password", "token", "key", "code"];
        string[] harmless = ["zimbra", "fault", "code"];
        IEnumerable<(string Name, string Where)> properties = Public
            .SelectMany(type => type.GetProperties(Declared))
            .Where(property => property.PropertyType == typeof(string))
            .Select(property => (property.Name, Name(property)));
        IEnumerable<(string Name, string Where)> parameters = Public
            .SelectMany(type => type.GetMembers(Declared))
            .OfType<MethodBase>()
            .SelectMany(method =>
                method
                    .GetParameters()
                    .Where(parameter => parameter.ParameterType == typeof(string))
                    .Select(parameter => (parameter.Name!, $"{Name(method)}({parameter.Name})"))
            );

        Assert.Empty(
            properties
                .Concat(parameters)
                .Where(text =>
                    words.Any(word => text.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                    && !harmless.Contains(text.Name, StringComparer.OrdinalIgnoreCase)
                )
                .Select(text => text.Where)
        );
    }

    private static bool IsClosed(Type type) =>
        type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .All(constructor =>
                constructor is { IsPublic: false, IsFamily: false, IsFamilyOrAssembly: false } || IsCopy(type, constructor)
            );

    // Records give outsiders a way to copy, which does not allow deriving: that needs another constructor.
    private static bool IsCopy(Type type, ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ } only] && only.ParameterType == type;

    private static bool IsAwaited(Type type) =>
        typeof(Task).IsAssignableFrom(type)
        || type == typeof(ValueTask)
        || (
            type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
        );

    private static bool IsToken(ParameterInfo parameter) => parameter.ParameterType == typeof(CancellationToken);

    private static IEnumerable<Type> Mentioned(MemberInfo member) =>
        member switch
        {
            MethodBase method => method
                .GetParameters()
                .Select(parameter => parameter.ParameterType)
                .Append((method as MethodInfo)?.ReturnType ?? typeof(void)),
            PropertyInfo property => [property.PropertyType],
            FieldInfo field => [field.FieldType],
            _ => [],
        };

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type.GetElementType() ?? type];

    private static string Name(MemberInfo member) => $"{member.DeclaringType!.FullName}.{member.Name}";
}
