using System.Reflection;
using NetArchTest.Rules;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Conventions;

/// <summary>Which room of the fake may use which: those below it, never those above, with no exceptions.</summary>
public sealed class RoomTests
{
    private const string Root = "Zourit.Zimbra.Sharing.Testing";
    private static readonly Assembly Fake = typeof(FakeZimbra).Assembly;

    /// <summary>From the top to the bottom.</summary>
    private static readonly string[] Stairs =
    [
        "Hosting",
        "Assertions",
        "Seeding",
        "SeedFiles",
        "Dav",
        "Rest",
        "SignUp",
        "Soap",
        "State",
        "Mail",
        "Misbehaviour",
        "Journals",
        "Model",
        "Calendar",
        "Web",
    ];

    // How all packages write why they refuse an argument: nothing of what a server does.
    private static readonly Type[] Refusals = [typeof(LocalizedText), typeof(IExplained)];

    public static TheoryData<string> Rooms { get; } = [.. Stairs];

    [Fact]
    public void Every_room_is_known() =>
        Assert.Empty(
            Fake.GetTypes()
                .Select(type => type.Namespace ?? "")
                .Where(space => space.StartsWith($"{Root}.", StringComparison.Ordinal))
                .Select(space => space[(Root.Length + 1)..].Split('.')[0])
                .Distinct()
                .Except(Stairs)
        );

    /// <summary>So that a mistake is not made twice.</summary>
    [Fact]
    public void Only_what_makes_clients_knows_the_library() =>
        Assert.Equal(
            [typeof(FakeZimbra).FullName],
            Types
                .InAssembly(Fake)
                .That()
                .HaveDependencyOnAny([
                    .. typeof(ZimbraClient)
                        .Assembly.GetExportedTypes()
                        .Except(Refusals)
                        .Select(type => type.FullName!)
                        .Where(name => Fake.GetType(name) is null),
                ])
                .GetTypes()
                .Select(type => type.FullName)
                .Where(name => !name!.StartsWith($"{typeof(FakeZimbra).FullName}+", StringComparison.Ordinal))
        );

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_rooms_below_it(string room)
    {
        string[] above = [.. Stairs[..Array.IndexOf(Stairs, room)].Select(name => $"{Root}.{name}"), typeof(FakeZimbra).FullName!];

        NetArchTest.Rules.TestResult result = Types
            .InAssembly(Fake)
            .That()
            .ResideInNamespace($"{Root}.{room}")
            .ShouldNot()
            .HaveDependencyOnAny(above)
            .GetResult();

        Assert.Empty((result.FailingTypes ?? []).Select(type => type.FullName));
    }
}
