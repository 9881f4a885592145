using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.Recipes;

/// <summary>The lines of <c>docs/tool/recipes.md</c>, run by a shell against the fake.</summary>
[Trait("Category", "Slow")]
public sealed class RecipeTests
{
    private const string Volunteers = "Give all volunteers their group's calendar";
    private const string Treasurer = "End all shares of a former treasurer";
    private const string Move = "Move guests from one calendar to another";
    private const string Renew = "Renew what ends this month";
    private const string Night = "A nightly run, with a mail when it fails";
    private const string Adopt = "Adopt what was shared by hand";
    private const string Leave = "Leavers";

    private static readonly string[] OfTheKitchen = ["guest ali@free.fr r", "guest marie@example.com r"];

    [Fact]
    public void Every_recipe_has_a_test() => Assert.Equal([Volunteers, Treasurer, Move, Renew, Night, Adopt, Leave], RecipePage.Titles);

    [Fact]
    public async Task Volunteers_get_their_groups_calendar_and_one_mail()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        await RunAsync(world, Volunteers);

        Assert.Equal(OfTheKitchen, world.Grants("/kitchen").Order());
        Assert.Equal(["guest zoe@free.fr r"], world.Grants("/choir"));
        Assert.Equal(3, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_former_treasurer_loses_everything()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/kitchen", "tresoriere@orange.fr");
        await world.OwnerAsync("user", "add", "/choir", "tresor@monasso.org");
        await world.OwnerAsync("guest", "add", "/choir", "zoe@free.fr");

        await RunAsync(world, Treasurer);

        Assert.Empty(world.Grants("/kitchen"));
        Assert.Equal(["guest zoe@free.fr r"], world.Grants("/choir"));
    }

    [Fact]
    public async Task Guests_are_moved_to_another_calendar()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/kitchen", "ali@free.fr", "marie@example.com");

        await RunAsync(world, Move);

        Assert.Empty(world.Grants("/kitchen"));
        Assert.Equal(OfTheKitchen, world.Grants("/choir").Order());
    }

    [Fact]
    public async Task What_ends_this_month_is_renewed_and_nothing_else()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/kitchen", "ali@free.fr", "--expires", "20d");
        await world.OwnerAsync("guest", "add", "/kitchen", "marie@example.com", "--expires", "90d");

        await RunAsync(world, Renew);

        ToolRun listed = await world.OwnerAsync("guest", "list", "--json");
        Assert.Equal(
            [true, false],
            listed
                .Lines.Skip(1)
                .OrderBy(line => line.GetProperty("grantee").GetString(), StringComparer.Ordinal)
                .Select(line => line.GetProperty("expires").GetString()!.StartsWith("2099", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_night_that_fails_is_mailed_and_one_that_does_not_is_not()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        var kitchen = new Kitchen(world);

        await RunAsync(kitchen, Night);
        Assert.False(File.Exists(kitchen.Mailed));
        world.Write("password.txt", "wrong");
        await RunAsync(kitchen, Night);

        string mailed = await File.ReadAllTextAsync(kitchen.Mailed, TestContext.Current.CancellationToken);
        Assert.StartsWith("-s Calendars: exit code 4 admin@monasso.org\n", mailed, StringComparison.Ordinal);
        Assert.Equal(3, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task What_was_shared_by_hand_is_adopted_without_a_change()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/kitchen", "ali@free.fr", "--expires", "300d");
        await world.OwnerAsync("public", "on", "/public");

        await RunAsync(world, Adopt);

        string all = await File.ReadAllTextAsync(Path.Combine(world.Folder, "everybody.yaml"), TestContext.Current.CancellationToken);
        Assert.Contains("ali@free.fr", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_loses_the_calendar_and_the_others_keep_it()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        await RunAsync(world, Leave);

        Assert.Equal(["guest marie@example.com r", "guest zoe@free.fr r"], world.Grants("/choir").Order());
        Assert.Equal(3, world.Server.Outbox.Mails.Count);
    }

    private static Task RunAsync(ToolWorld world, string title) => RunAsync(new Kitchen(world), title);

    private static async Task RunAsync(Kitchen kitchen, string title)
    {
        foreach (string block in RecipePage.BlocksOf(title))
        {
            (int exit, string output, string error) = await kitchen.RunAsync(block);
            Assert.True(exit == 0, $"{block}\n{exit}\n{output}\n{error}");
        }
    }
}
