using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

public sealed class TypeNameTests
{
    [Fact]
    public void No_type_of_the_fake_has_the_name_of_one_of_the_librarys()
    {
        IEnumerable<string> library = NamesOf(Packages.LibraryTypes);
        IEnumerable<string> fake = NamesOf(typeof(FakeZimbra).Assembly.GetTypes());

        // One file is compiled into both, since each refuses arguments in the same way.
        Assert.Equal(["Argument"], library.Intersect(fake));
    }

    // One source file in both.
    private static readonly string[] Shared = ["ContentList", "ContentList`1"];

    private static IEnumerable<string> NamesOf(IEnumerable<Type> types) =>
        types
            .Where(type => type is { IsNested: false, Namespace: { } space } && space.StartsWith("Zourit.", StringComparison.Ordinal))
            .Select(type => type.Name)
            .Except(Shared);
}
