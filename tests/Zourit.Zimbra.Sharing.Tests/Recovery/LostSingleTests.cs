using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Tests.Calendars;
using Zourit.Zimbra.Sharing.Tests.Resilience;

namespace Zourit.Zimbra.Sharing.Tests.Recovery;

/// <summary>
/// Callers' own single requests that must not be done twice: after a lost reply they are looked for, as those in a batch are.
/// </summary>
public sealed class LostSingleTests
{
    public static TheoryData<string> Ways { get; } = [.. Loss.All];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Ways))]
    public async Task An_account_and_a_mountpoint_are_made_once_and_told_as_made(string way)
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: Loss.Impatient(way));
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).Inject(way);

        DirectoryEntry made = (await world.Client.SendAsync(OwnRequests.Account, Cancel)).Account;

        Assert.Equal((OwnRequests.Account.Name, world.UserId(OwnRequests.Account.Name)), (made.Name, made.Id));
        Assert.Equal("pa55word", world.Server.GuestOf(SharingWorld.Guest, "monasso.org")?.Password);

        await world.Client.OnBehalfOf(SharingWorld.Owner).SendAsync(OwnRequests.Grant(world), Cancel);
        var link = new CreateMountpointRequest("Agenda")
        {
            OwnerId = world.UserId(SharingWorld.Owner),
            RemoteId = OwnRequests.Grant(world).FolderId,
        };
        world.Server.Misbehave.On("CreateMountpointRequest").Call(1).Inject(way);

        Folder mounted = (await world.Client.OnBehalfOf(OwnRequests.Account.Name).SendAsync(link, Cancel)).Mountpoint;

        Assert.Equal(("Agenda", OwnRequests.Grant(world).FolderId), (mounted.Name, mounted.Target?.FolderId));
    }

    [Fact]
    public async Task An_account_that_was_found_is_told_with_all_that_the_lost_reply_held()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        DirectoryEntry whole = (await world.Client.SendAsync(OwnRequests.Account, Cancel)).Account;
        await world.Client.SendAsync(new DeleteAccountRequest(whole.Id), Cancel);
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetAfterEffect();

        DirectoryEntry found = (await world.Client.SendAsync(OwnRequests.Account, Cancel)).Account;

        Assert.Empty(whole.Attributes.Select(attribute => attribute.Key).Except(found.Attributes.Select(attribute => attribute.Key)));
    }

    [Fact]
    public async Task An_account_that_may_be_another_s_is_not_told_as_made()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetAfterEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(
                new CreateAccountRequest("paul@monasso.org") { Password = "pa55word", Attributes = OwnRequests.GuestAttributes },
                Cancel
            )
        );

        Assert.EndsWith(
            "Look with GetAccountRequest for paul@monasso.org: whether it exists, is the one that was wanted, and has its "
                + "password, which is written last (SetPasswordRequest sets one that is missing).",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Single(world.Server.Misbehave.Injected);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task What_is_lost_again_and_again_is_sent_as_often_as_the_settings_say(int retries, int sent)
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options => options.MaxRetries = retries);
        world.Server.Misbehave.On("CreateAccountRequest").ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(OwnRequests.Account, Cancel)
        );

        Assert.Equal("CreateAccountRequest", e.Operation);
        Assert.Equal(sent, world.Server.Misbehave.Injected.Count);
    }

    [Fact]
    public async Task What_came_through_in_the_last_attempt_is_told_as_made()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options => options.MaxRetries = 1);
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetBeforeEffect();
        world.Server.Misbehave.On("CreateAccountRequest").Call(2).ResetAfterEffect();

        Assert.Equal(OwnRequests.Account.Name, (await world.Client.SendAsync(OwnRequests.Account, Cancel)).Account.Name);
    }

    [Fact]
    public async Task What_the_server_began_to_answer_and_did_not_do_is_told_as_not_done()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options => options.MaxReplyBytes = 64 * 1024);
        world.Server.Misbehave.On("CreateAccountRequest").EndlessBody();

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            world.Client.SendAsync(OwnRequests.Account, Cancel)
        );

        Assert.Equal(("CreateAccountRequest", true), (e.Operation, e.IsTransient));
        Assert.Equal(
            "CreateAccountRequest: the reply was lost, and the server's state, read afterwards, shows that nothing was changed.",
            e.Message
        );
    }

    [Fact]
    public async Task A_name_that_was_taken_before_is_refused_as_without_a_loss()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        var link = new CreateMountpointRequest("my-events") { OwnerId = world.UserId("paul@monasso.org"), RemoteId = "10" };
        world.Server.Misbehave.On("CreateMountpointRequest").Call(1).ResetBeforeEffect();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.OnBehalfOf(SharingWorld.Owner).SendAsync(link, Cancel)
        );

        Assert.Equal(("CreateMountpointRequest", true), (e.Operation, e.IsOutcomeKnown));
    }

    [Fact]
    public async Task A_fault_that_leaves_it_open_and_was_looked_after_is_told_as_having_changed_nothing()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options => options.MaxReplyBytes = 64 * 1024);
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).EndlessBody();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).Fault("service.FAILURE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => world.Client.SendAsync(OwnRequests.Account, Cancel));

        Assert.Equal(("service.FAILURE", true), (e.Code, e.IsOutcomeKnown));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_leaves_once_and_is_told_as_sent_where_its_copy_is_found(bool leaves)
    {
        await using SharingWorld world = await SharingWorld.StartAsync(options: options => options.MaxReplyBytes = 64 * 1024);
        await world.Client.SendAsync(OwnRequests.Grant(world), Cancel);
        MisbehaviourTrigger trigger = world.Server.Misbehave.On("SendShareNotificationRequest").Call(1);
        _ = leaves ? trigger.ResetAfterEffect() : trigger.EndlessBody();

        Assert.NotNull(
            await world.Client.SendAsync(
                SendShareNotificationRequest.Created(OwnRequests.Grant(world).FolderId, SharingWorld.Guest),
                Cancel
            )
        );

        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_mail_is_told_from_an_earlier_one()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        SendShareNotificationRequest mail = SendShareNotificationRequest.Created(OwnRequests.Grant(world).FolderId, SharingWorld.Guest);
        await world.Client.SendAsync(new BatchRequest([OwnRequests.Grant(world), mail]), Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(mail, Cancel)
        );

        Assert.Contains("Look into the owner's Sent folder", e.Message, StringComparison.Ordinal);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_mail_of_a_batch_that_certainly_did_not_leave_is_sent_again_unless_it_has_more_addresses(int addresses, bool isSent)
    {
        await using SharingWorld world = await SharingWorld.StartAsync(options: options => options.MaxReplyBytes = 64 * 1024);
        FolderActionRequest grant = OwnRequests.Grant(world);
        var mail = new SendShareNotificationRequest(grant.FolderId, [.. new[] { SharingWorld.Guest, "paul@monasso.org" }.Take(addresses)]);
        await world.Client.SendAsync(FolderActionRequest.Grant(grant.FolderId, FolderGrant.User("paul@monasso.org", "r")), Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).EndlessBody();

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([grant, mail]), Cancel);

        Assert.Equal((isSent, !isSent), (answers.OutcomeOf(mail).Succeeded, answers.OutcomeOf(mail).LostReply is not null));
        Assert.Equal(isSent ? 1 : 0, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_mail_of_a_batch_that_was_refused_in_the_lost_reply_is_told_as_refused()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        FolderActionRequest grant = OwnRequests.Grant(world);
        SendShareNotificationRequest mail = SendShareNotificationRequest.Created(grant.FolderId, SharingWorld.Guest);
        world.Server.Misbehave.OnRecipient().RefuseAddress();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).CutReply();

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([grant, mail]), Cancel);

        Assert.Equal(ZimbraFaultCodes.SendAbortedAddressFailure, answers.OutcomeOf(mail).Fault?.Code);
        Assert.Empty(world.Server.Outbox.Mails);
    }
}
