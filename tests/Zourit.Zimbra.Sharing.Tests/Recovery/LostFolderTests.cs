using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Calendars;

namespace Zourit.Zimbra.Sharing.Tests.Recovery;

/// <summary>
/// Mountpoints and folders of callers' own requests whose replies were lost: what stands under the name is told from what was asked for.
/// </summary>
public sealed class LostFolderTests
{
    private const string Friend = "paul@monasso.org";

    public static TheoryData<string, bool> Targets { get; } =
        new()
        {
            { "id", true },
            { "name", true },
            { "name in capitals", true },
            { "another owner", false },
            { "another name", false },
            { "another folder", false },
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ZimbraClient Reader(SharingWorld world) => world.Client.OnBehalfOf(Friend);

    [Theory, MemberData(nameof(Targets))]
    public async Task A_mountpoint_under_the_name_is_the_one_that_was_asked_for_if_it_points_there(string target, bool isIt)
    {
        await using SharingWorld world = await StartAsync();
        CreateMountpointRequest there = Link(world, target);
        await MountAsync(world, "Agenda");
        world.Server.Misbehave.On("CreateMountpointRequest").Call(1).ResetBeforeEffect();

        Exception? e = await Record.ExceptionAsync(() => Reader(world).SendAsync(there, Cancel));

        // Sent again, the server refuses what it would have refused at first, and changes nothing.
        Assert.Equal(isIt ? null : typeof(ZimbraFaultException), e?.GetType());
        Assert.True(e is not ZimbraFaultException { IsOutcomeKnown: false });
    }

    [Fact]
    public async Task A_mountpoint_is_found_under_its_name_in_any_letter_case()
    {
        await using SharingWorld world = await StartAsync();
        await MountAsync(world, "AGENDA");
        world.Server.Misbehave.On("CreateMountpointRequest").Call(1).ResetBeforeEffect();

        Assert.Equal("AGENDA", (await Reader(world).SendAsync(Link(world, "id"), Cancel)).Mountpoint.Name);
    }

    [Fact]
    public async Task A_mountpoint_to_a_path_cannot_be_told_from_another_of_its_name()
    {
        await using SharingWorld world = await StartAsync();
        CreateMountpointRequest link = Link(world, "id") with { RemoteId = null, RemotePath = SharingWorld.Events };
        world.Server.Misbehave.On("CreateMountpointRequest").Call(1).ResetAfterEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            Reader(world).SendAsync(link, Cancel)
        );

        Assert.EndsWith(
            "Look with GetFolderRequest whether 'Agenda' exists and points to the same owner and folder.",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_mountpoint_to_a_path_that_is_not_there_is_made_again()
    {
        await using SharingWorld world = await StartAsync();
        CreateMountpointRequest link = Link(world, "id") with { RemoteId = null, RemotePath = SharingWorld.Events };
        world.Server.Misbehave.On("CreateMountpointRequest").Call(1).ResetBeforeEffect();

        Assert.Equal("Agenda", (await Reader(world).SendAsync(link, Cancel)).Mountpoint.Name);
    }

    [Fact]
    public async Task A_mountpoint_of_the_name_in_another_folder_is_another()
    {
        await using SharingWorld world = await StartAsync();
        string parent = (await Reader(world).SendAsync(new CreateFolderRequest("Asso") { ParentId = "1" }, Cancel)).Folder.Id;
        await MountAsync(world, "Agenda");
        world.Server.Misbehave.On("CreateMountpointRequest").Call(1).ResetBeforeEffect();

        Folder made = (await Reader(world).SendAsync(Link(world, "id") with { ParentId = parent }, Cancel)).Mountpoint;

        Assert.Equal("/Asso/Agenda", made.Path);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_made_again()
    {
        await using SharingWorld world = await StartAsync();
        world.Server.Misbehave.On("CreateFolderRequest").Call(1).ResetBeforeEffect();

        Assert.Equal("/neuf", (await Reader(world).SendAsync(new CreateFolderRequest("neuf") { ParentId = "1" }, Cancel)).Folder.Path);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData(null, false)]
    public async Task A_folder_that_stands_or_may_stand_is_not_known(string? parent, bool isMade)
    {
        await using SharingWorld world = await StartAsync();
        var request = new CreateFolderRequest("neuf") { ParentId = parent };
        _ = isMade
            ? world.Server.Misbehave.On("CreateFolderRequest").ResetAfterEffect()
            : world.Server.Misbehave.On("CreateFolderRequest").ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            Reader(world).SendAsync(request, Cancel)
        );

        Assert.EndsWith("Look with GetFolderRequest whether 'neuf' exists.", e.Message, StringComparison.Ordinal);
        Assert.Single(world.Server.Misbehave.Injected);
    }

    private static async Task<SharingWorld> StartAsync()
    {
        SharingWorld world = await SharingWorld.StartAsAdminAsync();
        await world
            .Client.OnBehalfOf(SharingWorld.Owner)
            .SendAsync(FolderActionRequest.Grant(OwnRequests.FolderId(world), FolderGrant.User(Friend, "r")), Cancel);
        return world;
    }

    /// <summary>What stands before: a mountpoint of the owner's calendar.</summary>
    private static Task<CreateMountpointResponse> MountAsync(SharingWorld world, string name) =>
        Reader(world).SendAsync(Link(world, "id") with { Name = name }, Cancel);

    private static CreateMountpointRequest Link(SharingWorld world, string target)
    {
        var link = new CreateMountpointRequest("Agenda") { RemoteId = target == "another folder" ? "10" : OwnRequests.FolderId(world) };
        return target switch
        {
            "name" => link with { OwnerName = SharingWorld.Owner },
            "name in capitals" => link with { OwnerName = SharingWorld.Owner.ToUpperInvariant() },
            "another name" => link with { OwnerName = "bureau@monasso.org" },
            "another owner" => link with { OwnerId = world.UserId(Friend) },
            _ => link with { OwnerId = world.UserId(SharingWorld.Owner) },
        };
    }
}
