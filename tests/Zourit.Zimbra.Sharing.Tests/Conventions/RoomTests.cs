using System.Reflection;
using NetArchTest.Rules;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>Which room of the library may use which (design.md §2): downwards only. Method bodies count as well as signatures.</summary>
public sealed class RoomTests
{
    private const string Root = "Zourit.Zimbra.Sharing";
    private static readonly Assembly Library = typeof(ZimbraClient).Assembly;

    /// <summary>
    /// From the bottom up, each with the rooms it may use. Sessions stands above Messages: a login is a message like any other. Grants is
    /// the inside of Calendars: the two are one room, of which Calendars is the public side. Feeds asks Grants who holds what, when it
    /// finds out why a guest cannot read; nothing else in the rooms of the sub-clients looks up.
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Wire"] = [],
        ["Resilience"] = ["Wire"],
        ["Messages"] = ["Wire", "Resilience"],
        ["Dispatch"] = ["Wire", "Resilience"],
        ["Sessions"] = ["Wire", "Resilience", "Messages", "Dispatch"],
        ["Guests"] = ["Wire", "Resilience", "Messages", "Dispatch", "Sessions"],
        ["Feeds"] = ["Wire", "Resilience", "Messages", "Dispatch", "Sessions", "Guests", "Grants"],
        ["Grants"] = ["Wire", "Resilience", "Messages", "Dispatch", "Sessions", "Guests", "Feeds", "Calendars"],
        ["Calendars"] = ["Wire", "Resilience", "Messages", "Dispatch", "Sessions", "Guests", "Feeds", "Grants"],
        ["DependencyInjection"] = ["Sessions", "Wire"],
    };

    public static TheoryData<string> Rooms { get; } = [.. Allowed.Keys];

    [Fact]
    public void Every_room_is_known() =>
        Assert.Empty(
            Library
                .GetTypes()
                .Select(type => type.Namespace ?? "")
                .Where(space => space.StartsWith($"{Root}.", StringComparison.Ordinal))
                .Select(space => space[(Root.Length + 1)..].Split('.')[0])
                .Distinct()
                .Except(Allowed.Keys)
        );

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_rooms_below_it(string room)
    {
        string[] forbidden = [.. Allowed.Keys.Except([room, .. Allowed[room]]).Select(other => $"{Root}.{other}")];

        NetArchTest.Rules.TestResult result = Types
            .InAssembly(Library)
            .That()
            .ResideInNamespace($"{Root}.{room}")
            .ShouldNot()
            .HaveDependencyOnAny(forbidden)
            .GetResult();

        Assert.True(
            result.IsSuccessful,
            string.Join('\n', (result.FailingTypes ?? []).Select(type => $"{type.FullName}: " + $"{type.Explanation}"))
        );
    }

    /// <summary>
    /// Of the root, rooms use options, credentials and exceptions. The connection names the client where it says that it is closed.
    /// </summary>
    [Fact]
    public void Nobody_inside_uses_the_door_but_who_hands_it_out()
    {
        NetArchTest.Rules.TestResult result = Types
            .InAssembly(Library)
            .That()
            .DoNotResideInNamespace($"{Root}.DependencyInjection")
            .ShouldNot()
            .HaveDependencyOnAny(typeof(ZimbraClient).FullName!)
            .GetResult();

        Assert.Equal(
            [typeof(Sharing.Dispatch.Connection).FullName],
            result.FailingTypes.Where(type => type.ReflectionType.Namespace != Root).Select(type => type.FullName)
        );
    }
}
