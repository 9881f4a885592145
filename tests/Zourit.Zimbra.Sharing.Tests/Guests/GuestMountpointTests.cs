using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Under which names a mountpoint is tried, and when that is given up.</summary>
public sealed partial class GuestMountpointTests
{
    private const string Folders = "<GetFolderResponse xmlns=\"urn:zimbraMail\"><folder id=\"1\" name=\"USER_ROOT\"/></GetFolderResponse>";

    private static readonly string[] Names =
    [
        "Asso\u2019s Calendar",
        .. Enumerable.Range(2, 9).Select(number => $"Asso\u2019s Calendar ({number})"),
    ];

    private static readonly DirectoryEntry Owner = new()
    {
        Kind = "account",
        Name = "owner@monasso.org",
        Id = "owner-id",
        Attributes = new AttributeList([KeyValuePair.Create("displayName", "Asso")]),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<GuestStep> MountAsync(ZimbraClient client) =>
        new GuestMailbox(client.Dispatcher, locale: null).EnsureMountpointAsync(
            new MountTarget(Owner, "10", FolderPath.Parse("/Calendar"), "appointment"),
            Token
        );

    private static ScriptedServer Server(Func<int, string> mount)
    {
        int asked = 0;
        return ScriptedServer.Soap(request =>
            request.Body.Contains("<GetFolderRequest", StringComparison.Ordinal) ? Replies.Soap(Folders) : mount(++asked)
        );
    }

    private static string Link(string owner) =>
        Replies.Soap(
            $"<CreateMountpointResponse xmlns=\"urn:zimbraMail\"><link id=\"300\" name=\"x\" zid=\"{owner}\" "
                + $"rid=\"10\"/></CreateMountpointResponse>"
        );

    private static IEnumerable<string> Asked(ScriptedServer server) =>
        server.Requests.Select(request => Name().Match(request.Body)).Where(match => match.Success).Select(match => match.Groups[1].Value);

    [Fact]
    public async Task A_server_that_gives_other_folders_for_every_name_is_given_up_after_ten()
    {
        await using ScriptedServer server = Server(_ => Link("somebody-else"));
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => MountAsync(client));

        Assert.Equal(Names, Asked(server));
        Assert.Equal(
            "The server gave mountpoints of other folders for each of 10 names that were asked for /Calendar. Look at what "
                + "is in the guest's mailbox.",
            e.Message
        );
        Assert.Equal("CreateMountpointRequest", e.Operation);
    }

    [Fact]
    public async Task A_server_that_refuses_every_name_is_given_up_after_ten_with_its_own_words()
    {
        await using ScriptedServer server = Server(number => Replies.Fault("mail.ALREADY_EXISTS", $"no {number}"));
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => MountAsync(client));

        Assert.Equal(Names, Asked(server));
        Assert.Equal("no 10", e.Fault.Reason);
    }

    [Fact]
    public async Task The_tenth_name_is_still_tried()
    {
        await using ScriptedServer server = Server(number =>
            number == 10 ? Link("owner-id")
            : number % 2 == 0 ? Link("somebody-else")
            : Replies.Fault("mail.ALREADY_EXISTS")
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        Assert.Equal(GuestStep.Created, await MountAsync(client));
        Assert.Equal(Names, Asked(server));
    }

    [Fact]
    public async Task A_long_name_is_cut_between_characters_so_that_the_server_can_take_it()
    {
        string owner = string.Concat(Enumerable.Repeat("\U0001F389", 200));
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Directory.FindAccount(Association.Owner)!.Attributes["displayName"] = owner
        );

        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = Association.Owner,
                    Calendar = Events,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );

        string name = Assert
            .Single(world.Server.Directory.FindAccount(Identifier)!.Mailbox!.Folders, folder => folder.Link is not null)
            .Name;
        Assert.Equal(owner[..254], name);
    }

    [Fact]
    public void A_number_is_found_among_a_hundred_thousand() =>
        Assert.Equal(
            "Asso\u2019s Calendar (100001)",
            MountpointName.For(
                "Asso",
                FolderPath.Parse("/Calendar"),
                locale: null,
                ["ASSO\u2019S CALENDAR", .. Enumerable.Range(2, 99_999).Select(number => $"asso\u2019s calendar ({number})")]
            )
        );

    [GeneratedRegex("<CreateMountpointRequest[^>]*><link [^>]*?name=\"([^\"]*)\"")]
    private static partial Regex Name();
}
