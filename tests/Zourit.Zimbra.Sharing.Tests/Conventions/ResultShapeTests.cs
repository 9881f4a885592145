using System.Reflection;
using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>What later versions can add to without breaking callers.</summary>
public sealed class ResultShapeTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // Callers choose among their values; none comes from a server. A role is what permissions come to, of which there may be none.
    private static readonly Type[] WithoutUnknown =
    [
        typeof(AuthTokenType),
        typeof(BatchErrorMode),
        typeof(ShareNotice),
        typeof(GuideLanguage),
        typeof(SubscriberKind),
        typeof(PermissionRole),
    ];

    private static Type[] Public { get; } = [.. Packages.Assemblies.SelectMany(assembly => assembly.GetExportedTypes())];

    public static TheoryData<PropertyInfo> Lists { get; } =
    [
        .. Public
            .Where(type => IsRecord(type) && !type.ContainsGenericParameters)
            .SelectMany(type => type.GetProperties(Declared))
            .Where(property =>
                property.CanWrite
                && property.PropertyType.IsGenericType
                && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ),
    ];

    [Fact]
    public void A_result_can_be_made_by_a_callers_own_tests() =>
        Assert.Empty(
            Public
                .Where(type => IsRecord(type) && !type.IsAbstract && type.GetConstructors().Length == 0)
                .Where(type => !type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(made => made.ReturnType == type))
                .Select(type => type.FullName)
        );

    [Fact]
    public void No_record_has_a_collection_that_compares_by_reference() =>
        Assert.Empty(
            Public
                .Where(IsRecord)
                .SelectMany(type => type.GetProperties(Declared))
                .Where(property =>
                    property.CanWrite
                    && property.PropertyType != typeof(string)
                    && property.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable))
                    && property.PropertyType != typeof(AttributeList)
                    && !(property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
                )
                .Select(property => $"{property.DeclaringType}.{property.Name}")
        );

    [Theory, MemberData(nameof(Lists))]
    public void A_list_in_a_record_compares_by_its_items_and_prints_them(PropertyInfo list)
    {
        Type item = list.PropertyType.GetGenericArguments()[0];
        Array items = Array.CreateInstance(item, 2);

        object? first = Assigned(list, items);
        object? second = Assigned(list, (Array)items.Clone());

        Assert.Equal(first, second);
        Assert.Equal(first!.GetHashCode(), second!.GetHashCode());
        Assert.StartsWith("[", first.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(first, Assigned(list, Array.CreateInstance(item, 3)));
    }

    [Fact]
    public void An_enum_that_a_result_has_starts_with_what_is_not_known() =>
        Assert.Empty(
            Public.Where(type => type.IsEnum && Enum.GetName(type, 0) != "Unknown").Except(WithoutUnknown).Select(type => type.FullName)
        );

    [Fact]
    public void Two_events_with_the_same_attendees_are_equal_and_show_them()
    {
        FeedEvent One() =>
            new()
            {
                Uid = "1",
                Start = DateTimeOffset.UnixEpoch,
                End = DateTimeOffset.UnixEpoch,
                Categories = new List<string> { "asso" },
                Attendees = [new() { Mail = "adresse@orange.fr" }],
            };

        Assert.Equal(One(), One());
        Assert.NotEqual(One(), One() with { Categories = [] });
        Assert.Contains("Categories = [asso]", One().ToString(), StringComparison.Ordinal);
        Assert.Contains("Mail = adresse@orange.fr", One().ToString(), StringComparison.Ordinal);
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static object? Assigned(PropertyInfo list, Array items)
    {
        Type type = list.DeclaringType!;
        if (type.IsAbstract)
        {
            type = Public.First(each => !each.IsAbstract && each.IsSubclassOf(list.DeclaringType!));
        }

        object record = RuntimeHelpers.GetUninitializedObject(type);
        list.SetValue(record, items);
        return list.GetValue(record);
    }
}
