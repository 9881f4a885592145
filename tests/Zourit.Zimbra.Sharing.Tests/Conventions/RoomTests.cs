using NetArchTest.Rules;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>
/// Which room of the library may use which (docs/architecture.md): downwards only. Method bodies count as well as signatures.
/// </summary>
public sealed class RoomTests
{
    private const string Root = "Zourit.Zimbra.Sharing";

    /// <summary>
    /// From the top to the bottom. A room uses rooms below it. The exceptions (folder Faults) are in the root's namespace and may be used
    /// by every room.
    /// </summary>
    private static readonly string[] Stairs =
    [
        "DependencyInjection",
        "Calendars",
        "Feeds",
        "Guests",
        "Granting",
        "Notifications",
        "Invitations",
        "Folders",
        "Administration",
        "Dispatch",
        "Authentication",
        "Resilience",
        "Messages",
        "Soap",
        "Transport",
        "Values",
    ];

    public static TheoryData<string> Rooms { get; } = [.. Stairs];

    [Fact]
    public void Every_room_is_known() =>
        Assert.Empty(
            Packages
                .LibraryTypes.Select(type => type.Namespace ?? "")
                .Where(space => space.StartsWith($"{Root}.", StringComparison.Ordinal))
                .Select(space => space[(Root.Length + 1)..].Split('.')[0])
                .Distinct()
                .Except(Stairs)
        );

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_rooms_below_it(string room)
    {
        List<string> wrong = [];
        foreach (string above in Stairs[..Array.IndexOf(Stairs, room)])
        {
            string[] users = UsersOf(above, room);
            if (users.Length > 0)
            {
                wrong.Add($"{room} uses {above}: {string.Join(", ", users)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Nobody_inside_uses_the_roof_but_who_hands_it_out()
    {
        NetArchTest.Rules.TestResult result = Types
            .InAssemblies(Packages.Library)
            .That()
            .DoNotResideInNamespace($"{Root}.DependencyInjection")
            .ShouldNot()
            .HaveDependencyOnAny(typeof(ZimbraClient).FullName!)
            .GetResult();

        Assert.DoesNotContain(result.FailingTypes ?? [], type => type.ReflectionType.Namespace != Root);
    }

    private static string[] UsersOf(string used, string room) =>
        [
            .. (
                Types
                    .InAssemblies(Packages.Library)
                    .That()
                    .ResideInNamespace($"{Root}.{room}")
                    .ShouldNot()
                    .HaveDependencyOnAny($"{Root}.{used}")
                    .GetResult()
                    .FailingTypes
                ?? []
            ).Select(type => type.FullName),
        ];
}
