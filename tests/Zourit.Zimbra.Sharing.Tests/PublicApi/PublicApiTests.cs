using System.Reflection;
using PublicApiGenerator;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Tests.PublicApi;

public sealed class PublicApiTests
{
    private const string Accept = "ACCEPT_PUBLIC_API";

    // Names of compiled iterators change with private members.
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = ["System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute"],
    };

    private static readonly string Folder = typeof(PublicApiTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "PublicApiFolder")
        .Value!;

    [Theory]
    [InlineData(typeof(ZimbraClient)), InlineData(typeof(ZimbraException))]
    [InlineData(typeof(SubscriptionGuide)), InlineData(typeof(FakeZimbra))]
    public void The_public_api_is_the_reviewed_one(Type type)
    {
        string file = Path.Combine(Folder, $"{type.Assembly.GetName().Name}.approved.txt");
        string[] actual = Lines(type.Assembly.GeneratePublicApi(Options));
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(file, string.Join('\n', actual) + '\n');
        }

        string[] approved = Lines(File.ReadAllText(file));
        string[] differences =
        [
            .. approved.Except(actual).Select(line => $"- {line.Trim()}"),
            .. actual.Except(approved).Select(line => $"+ {line.Trim()}"),
        ];
        Assert.True(
            approved.SequenceEqual(actual),
            $"The public API is not that of {file}. To accept it set {Accept}=1, run this test again, and review the "
                + $"file.\n{string.Join('\n', differences)}"
        );
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
