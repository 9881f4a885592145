using System.Reflection;
using NetArchTest.Rules;
using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Conventions;

/// <summary>Which room of the package may use which: downwards only.</summary>
public sealed class RoomTests
{
    private const string Root = "Zourit.Zimbra.Sharing.Plans";
    private static readonly Assembly Library = typeof(Manifest).Assembly;

    private static readonly string[] Stairs =
    [
        "Applying",
        "Exporting",
        "Reading",
        "Rendering",
        "Planning",
        "Manifests",
        "Shapes",
        "Documents",
        "Values",
    ];

    public static TheoryData<string> Rooms { get; } = [.. Stairs];

    [Fact]
    public void Every_room_is_known() =>
        Assert.Empty(
            Library
                .GetTypes()
                .Select(type => type.Namespace ?? "")
                .Where(space => space.StartsWith($"{Root}.", StringComparison.Ordinal))
                .Select(space => space[(Root.Length + 1)..].Split('.')[0])
                .Distinct()
                .Except(Stairs)
        );

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_rooms_below_it(string room) =>
        Assert.Empty(
            Stairs[..Array.IndexOf(Stairs, room)]
                .SelectMany(above =>
                    Types
                        .InAssembly(Library)
                        .That()
                        .ResideInNamespace($"{Root}.{room}")
                        .ShouldNot()
                        .HaveDependencyOnAny($"{Root}.{above}")
                        .GetResult()
                        .FailingTypes
                    ?? []
                )
                .Select(type => type.FullName)
        );
}
