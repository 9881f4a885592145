using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>What is wrong with something that people type is said in English and French, in one way for all exceptions.</summary>
public sealed class InputLanguageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Inputs => [.. Parsers.Keys];

    private static readonly Dictionary<string, Action> Parsers = new()
    {
        ["a name in place of a mail"] = () => GuestAddress.Parse("Jean Dupont"),
        ["a mail with its name"] = () => GuestAddress.Parse("Jean <jean@orange.fr>"),
        ["two mails"] = () => GuestAddress.Parse("a@b.fr@c.fr"),
        ["a mail with accents"] = () => GuestAddress.Parse("jérôme@orange.fr"),
        ["a mail without a domain"] = () => GuestAddress.Parse("jean@-"),
        ["a long mail"] = () => GuestAddress.Parse($"{new string('a', 300)}@orange.fr"),
        ["an empty path"] = () => FolderPath.Parse(""),
        ["a path with a colon"] = () => FolderPath.Parse("/a:b"),
        ["a path with an empty name"] = () => FolderPath.Parse("/a//b"),
        ["a path with dots"] = () => FolderPath.Parse("/.."),
        ["a path with a long name"] = () => FolderPath.Parse($"/{new string('a', 2_000)}"),
        ["a path with a control character"] = () => FolderPath.Parse("/a\u0001"),
        ["permission letters"] = () => Permissions.Parse("rq"),
        ["a guest's identifier"] = () => GuestIdentifier.Parse("jean"),
        ["an owner's domain"] = () => GuestIdentifier.For(GuestAddress.Parse("jean@orange.fr"), "@"),
        ["a calendar's address"] = () => IcsAddress.Parse("ftp://x"),
        ["a REST root"] = () => IcsAddress.FromRestRoot("x", FolderPath.Parse("/x")),
        ["a link of another page"] = () => PersonalLink.Parse("https://mail1.example.net/"),
        ["a link without its host"] = () => PersonalLink.Parse("/service/extuserprov/?p=0_a_b"),
        ["a cut link"] = () => PersonalLink.Parse("https://mail1.example.net/service/extuserprov/?p=0_a"),
        ["a user name with a colon"] = () => _ = new FeedCredentials("guest:x", new Secret("p")),
        ["an empty password"] = () => _ = new FeedCredentials("guest", new Secret("")),
    };

    [Theory, MemberData(nameof(Inputs))]
    public void It_is_explained_in_both_languages(string input)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(Parsers[input]);

        Explained(e);
    }

    [Fact]
    public async Task What_is_refused_of_a_share_is_explained_in_both_languages()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        foreach (
            Func<Task> share in new Func<Task>[]
            {
                () => world.Client.Calendars.ShareWithGuestAsync("/Inbox", Guest, cancellationToken: Cancel),
                () => world.Client.Calendars.ShareWithGuestAsync("/", Guest, cancellationToken: Cancel),
                () => ShareAsync(world, new() { Expiry = DateTimeOffset.UnixEpoch }),
                () => ShareAsync(world, new() { Note = "a\u0001" }),
                () => ShareAsync(world, new() { GrantPassword = new Secret("a\u0001") }),
                () => world.Client.Calendars.ShareWithUserAsync(Events, "a b", cancellationToken: Cancel),
            }
        )
        {
            Explained(await Assert.ThrowsAnyAsync<ArgumentException>(share));
        }
    }

    [Fact]
    public void An_exception_of_anybody_else_is_explained_by_its_message()
    {
        Assert.Equal("x", new TimeoutException("x").Explain().French);
        Assert.Equal(nameof(TimeoutException), new TimeoutException("").Explain().English);
    }

    private static Task<GuestShare> ShareAsync(AssociationWorld world, GuestShareOptions options) =>
        world.Client.Calendars.ShareWithGuestAsync(Events, Guest, options, Cancel);

    private static void Explained(ArgumentException e)
    {
        LocalizedText said = e.Explain();
        Assert.Equal(e.Message, said.English);
        Assert.Equal(["en", "fr"], said.Languages);
        Assert.NotEqual(said.English, said.French);
    }
}
