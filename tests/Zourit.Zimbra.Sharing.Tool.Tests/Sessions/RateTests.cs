using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Profiles;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Sessions;

public sealed class RateTests
{
    private const string Server = "https://mail1.example.net";

    [Theory]
    [InlineData(Server, null, "1/1", 15)]
    [InlineData(Server, null, "1/4", 4)]
    [InlineData(Server, null, "4/4", 3)]
    [InlineData(Server, "8", "1/4", 2)]
    [InlineData(Server, "2", "4/4", 1)]
    [InlineData("http://127.0.0.1:7070", "8", "1/4", 2)]
    public void Runs_of_plans_take_half_of_what_the_server_bears_and_divide_it_among_shards(
        string server,
        string? rate,
        string shard,
        int expected
    ) => Assert.Equal(expected, Of(server, rate, Shard.Parse(shard)));

    [Fact]
    public void Other_commands_and_servers_on_this_machine_have_the_librarys_rate()
    {
        int library = new ZimbraClientOptions().MaxRequestsPerSecond;

        Assert.Equal(library, Of(Server, null, null));
        Assert.Equal(library, Of("http://127.0.0.1:7070", null, Shard.All));
        Assert.Equal(8, Of(Server, "8", null));
    }

    private static int Of(string server, string? rate, Shard? shard) =>
        new Settings
        {
            File = new ProfileFile { Path = "config.json" },
            Profile = new Profile(),
            Server = server,
            Rate = rate,
        }
            .ClientOptions(TimeProvider.System, shard)
            .MaxRequestsPerSecond;
}
