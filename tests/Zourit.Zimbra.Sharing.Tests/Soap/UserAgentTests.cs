using System.Reflection;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>What the server's log says of the program that sent a request.</summary>
public sealed class UserAgentTests
{
    [Fact]
    public async Task Names_the_version_of_the_package_and_not_only_its_major_number()
    {
        string file = typeof(ZimbraClient).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version;
        await using FakeZimbra fake = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "Secret-1owner"),
            cancellationToken: TestContext.Current.CancellationToken
        );
        await using ZimbraClient zimbra = fake.CreateClient("owner@monasso.org");

        await zimbra.PingAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(fake.Journal.Entries);
        Assert.All(fake.Journal.Entries, entry =>
            Assert.Contains(
                $"<userAgent name=\"Zourit.Zimbra.Sharing\" version=\"{Version.Parse(file).ToString(3)}\"",
                entry.RequestBody,
                StringComparison.Ordinal
            )
        );
    }
}
