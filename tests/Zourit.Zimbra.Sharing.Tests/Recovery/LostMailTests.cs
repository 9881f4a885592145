using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Calendars;

namespace Zourit.Zimbra.Sharing.Tests.Recovery;

/// <summary>Mails of callers' own requests whose replies were lost: one that certainly did not leave is sent again, and no other.</summary>
public sealed class LostMailTests
{
    private static readonly string[] Both = [SharingWorld.Guest, "paul@monasso.org"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_mails_of_one_request_that_all_left_are_told_as_sent()
    {
        await using SharingWorld world = await StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetAfterEffect();

        Assert.NotNull(await world.Client.SendAsync(new SendShareNotificationRequest(OwnRequests.FolderId(world), Both), Cancel));

        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task Of_several_mails_that_did_not_all_leave_none_is_sent_again()
    {
        await using SharingWorld world = await StartAsync();
        world.Server.Misbehave.OnRecipient().Call(2).RefuseAddress();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).CutReply();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(new SendShareNotificationRequest(OwnRequests.FolderId(world), Both), Cancel)
        );

        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_mail_about_an_end_is_not_sent_again_where_no_grant_tells_whose_the_address_is()
    {
        await using SharingWorld world = await StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").EndlessBody();
        var mail = new SendShareNotificationRequest(OwnRequests.FolderId(world), ["bureau@monasso.org"]) { Notice = ShareNotice.Revoked };

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => world.Client.SendAsync(mail, Cancel));

        Assert.Single(world.Server.Misbehave.Injected);
    }

    [Fact]
    public async Task A_mail_that_does_not_leave_time_after_time_is_told_as_not_sent()
    {
        await using SharingWorld world = await StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").EndlessBody();

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            world.Client.SendAsync(OwnRequests.Mail(world), Cancel)
        );

        Assert.Equal("SendShareNotificationRequest", e.Operation);
        Assert.Equal(2, world.Server.Misbehave.Injected.Count);
    }

    [Fact]
    public async Task A_mail_about_a_folder_that_cannot_be_named_is_not_known()
    {
        await using SharingWorld world = await StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(SendShareNotificationRequest.Created(" ", SharingWorld.Guest), Cancel)
        );

        Assert.Contains("Look into the owner's Sent folder", e.Message, StringComparison.Ordinal);
    }

    private static async Task<SharingWorld> StartAsync()
    {
        SharingWorld world = await SharingWorld.StartAsync(options: options =>
        {
            options.MaxRetries = 1;
            options.MaxReplyBytes = 64 * 1024;
        });
        await world.Client.SendAsync(OwnRequests.Grant(world), Cancel);
        await world.Client.SendAsync(
            FolderActionRequest.Grant(OwnRequests.FolderId(world), FolderGrant.User("paul@monasso.org", "r")),
            Cancel
        );
        return world;
    }
}
