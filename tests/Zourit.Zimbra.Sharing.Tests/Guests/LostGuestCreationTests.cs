using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using static Zourit.Zimbra.Sharing.Tests.Guests.GuestCreations;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Guests whose making loses one reply on the way: it is looked for, and what was not made is reported so.</summary>
public sealed class LostGuestCreationTests
{
    [Fact]
    public async Task An_entry_whose_password_was_lost_on_the_way_gets_it_in_the_same_call()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).AccountEntryWithoutPassword();

        GuestCreation creation = await CreateAsync(world);

        Assert.Equal((GuestStep.Created, GuestStep.Created), (creation.Step, creation.Password));
        Assert.Equal(200, await world.ReadFeedAsync(Identifier, GuestPassword));
    }

    [Fact]
    public async Task A_lost_reply_to_CreateAccount_is_looked_after_and_no_second_account_is_made()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetAfterEffect();

        GuestCreation creation = await CreateAsync(world);

        Assert.Equal((GuestStep.Created, GuestStep.Created), (creation.Step, creation.Password));
        Assert.Single(world.Server.Directory.Accounts, account => account.IsVirtual);
        Assert.Equal(200, await world.ReadFeedAsync(Identifier, GuestPassword));
    }

    [Fact]
    public async Task A_CreateAccount_that_never_arrived_is_sent_again()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetBeforeEffect();

        Assert.Equal(GuestStep.Created, (await CreateAsync(world)).Step);
        Assert.Equal(200, await world.ReadFeedAsync(Identifier, GuestPassword));
    }

    [Fact]
    public async Task A_lost_reply_to_CreateMountpoint_makes_no_second_one()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateMountpointRequest").Call(1).ResetAfterEffect();

        GuestCreation creation = await CreateAsync(world);

        Assert.Equal(GuestStep.Created, creation.Calendars[0].Mountpoint);
        Assert.Single(GuestOf(world)!.Mailbox!.Folders, folder => folder.Link is not null);
    }

    [Fact]
    public async Task A_grant_whose_reply_was_lost_to_the_end_is_found()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").CutReply();

        GuestCreation creation = await CreateAsync(world);

        Assert.Equal((GuestStep.Created, GuestStep.Created), (creation.Calendars[0].Grant, creation.Calendars[0].Mountpoint));
    }

    [Theory]
    [InlineData("CreateAccountRequest")]
    [InlineData("FolderActionRequest")]
    public async Task What_a_lost_reply_has_not_made_is_reported_as_not_made(string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        // The server starts to answer, so that it is through, but its refusal is cut off.
        world.Server.Misbehave.On(operation).Fault("service.PERM_DENIED");
        world.Server.Misbehave.On(operation).CutReply();

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => CreateAsync(world));

        Assert.Equal(SentAs(operation), e.Operation);
        Assert.Contains("nothing was changed", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CreateAccountRequest", "service.FAILURE", true)]
    [InlineData("CreateAccountRequest", "service.PROXY_ERROR", false)]
    [InlineData("FolderActionRequest", "service.FAILURE", true)]
    [InlineData("FolderActionRequest", "service.INTERRUPTED", false)]
    [InlineData("CreateMountpointRequest", "service.FAILURE", true)]
    [InlineData("CreateMountpointRequest", "service.RESOURCE_UNREACHABLE", false)]
    public async Task A_fault_that_leaves_it_open_is_looked_after(string operation, string code, bool isKnown)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On(operation).Fault(code);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => CreateAsync(world));

        Assert.Equal((code, operation, isKnown), (e.Code, e.Operation, e.IsOutcomeKnown));
    }

    [Theory]
    [InlineData("FolderActionRequest")]
    [InlineData("CreateMountpointRequest")]
    public async Task What_cannot_be_looked_for_stays_unknown(string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On(operation).CutReply();
        world.Server.Misbehave.On("GetFolderRequest").FromCall(operation == "FolderActionRequest" ? 4 : 5).Fault("service.PERM_DENIED");

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => CreateAsync(world));

        Assert.Equal(SentAs(operation), e.Operation);
    }

    // A grant goes with a reading of the folder after it.
    private static string SentAs(string operation) => operation == "FolderActionRequest" ? "BatchRequest" : operation;
}
