using System.Net;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>Some faults leave open whether the change was made (docs/protocol.md §10.1). The folder tells.</summary>
public sealed class OpenFaultTests
{
    private static readonly AccessGrant Standing = new(Guest, "guest", "r");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("service.FAILURE", true)]
    [InlineData("service.PROXY_ERROR", false)]
    public async Task A_share_that_the_folder_does_not_show_is_reported_as_not_made_where_the_server_is_through_with_it(
        string code,
        bool isKnown
    )
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Fault(code);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Equal((code, isKnown), (e.Code, e.IsOutcomeKnown));
        Assert.Contains(isKnown ? "nothing was changed" : "may be at it even now", e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Grants());
    }

    [Theory]
    [InlineData(true, NotificationStatus.Sent)]
    [InlineData(false, NotificationStatus.NotRequested)]
    public async Task A_share_that_exists_all_the_same_is_reported_as_made(bool notify, NotificationStatus mail)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await using ZimbraClient client = Connect(world, () => world.Seed(Events, Standing));
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.FAILURE");

        GuestShare share = await client.Mailbox(Owner).Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = notify }, Cancel);

        // The batch stops at the fault, so that the mail in it did not leave, and is sent by itself.
        Assert.Equal((ShareOutcome.Created, mail), (share.Outcome, share.Notification.Status));
        Assert.Equal(notify ? 1 : 0, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_share_in_a_list_that_exists_all_the_same_is_reported_as_made_and_mailed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await using ZimbraClient client = Connect(world, () => world.Seed(Events, Standing));
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.FAILURE");

        BulkOutcome<GuestShareItem, GuestShare> outcome = await client
            .Mailbox(Owner)
            .Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Guest }], cancellationToken: Cancel)
            .SingleAsync(Cancel);

        Assert.Equal(
            (ShareOutcome.Created, NotificationStatus.Sent),
            (outcome.ResultOrThrow().Outcome, outcome.ResultOrThrow().Notification.Status)
        );
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_share_in_a_list_that_another_mail_host_makes_a_moment_later_is_reported_as_made_and_mailed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        int answers = 0;
        await using ZimbraClient client = Connect(
            world,
            () => { },
            () =>
            {
                if (answers++ == 0)
                {
                    world.Seed(Events, Standing);
                }
            }
        );
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.RESOURCE_UNREACHABLE");

        BulkOutcome<GuestShareItem, GuestShare> outcome = await client
            .Mailbox(Owner)
            .Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Guest }], cancellationToken: Cancel)
            .SingleAsync(Cancel);

        Assert.Equal(
            (ShareOutcome.Created, NotificationStatus.Sent),
            (outcome.ResultOrThrow().Outcome, outcome.ResultOrThrow().Notification.Status)
        );
        Assert.Single(world.Server.Outbox.Mails);
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_share_in_a_list_that_does_not_stand_is_reported_as_not_made()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.FAILURE");

        BulkOutcome<GuestShareItem, GuestShare> outcome = await world
            .Client.Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Guest }], cancellationToken: Cancel)
            .SingleAsync(Cancel);

        Assert.True(Assert.IsType<ZimbraFaultException>(outcome.Error).IsOutcomeKnown);
    }

    [Fact]
    public async Task A_revocation_that_was_done_all_the_same_is_reported_as_done()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, Standing);
        await using ZimbraClient client = Connect(world, () => world.Server.Change(_ => world.Folder(Events).Acl!.Grants.Clear()));
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.FAILURE");

        Revocation revocation = await client.Mailbox(Owner).Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
    }

    [Theory]
    [InlineData("service.FAILURE", true)]
    [InlineData("service.INTERRUPTED", false)]
    public async Task A_revocation_whose_grant_still_exists_is_reported_as_not_done_where_the_server_is_through_with_it(
        string code,
        bool isKnown
    )
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, Standing);
        world.Server.Misbehave.On("FolderActionRequest").Fault(code);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Equal((code, isKnown), (e.Code, e.IsOutcomeKnown));
    }

    [Fact]
    public async Task A_revocation_that_another_mail_host_makes_a_moment_later_is_reported_as_done()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, Standing);
        int looks = 0;
        await using ZimbraClient client = Connect(
            world,
            () => { },
            () => world.Server.Change(_ => world.Folder(Events).Acl!.Grants.RemoveAll(_ => ++looks > 0))
        );
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.PROXY_ERROR");

        Revocation revocation = await client.Mailbox(Owner).Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal((RevocationOutcome.Removed, 1), (revocation.Outcome, looks));
    }

    [Fact]
    public async Task A_revocation_that_another_mail_host_may_be_at_stays_open_where_the_second_look_fails()
    {
        await using AssociationWorld world = await new Association().Using(options => options.MaxRetries = 0).StartAsync();
        world.Seed(Events, Standing);
        await using ZimbraClient client = Connect(
            world,
            () => { },
            () => world.Server.Misbehave.On("GetFolderRequest").FromCall(1).ServiceUnavailable()
        );
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.PROXY_ERROR");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            client.Mailbox(Owner).Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Equal(("service.PROXY_ERROR", false), (e.Code, e.IsOutcomeKnown));
    }

    [Fact]
    public async Task What_cannot_be_looked_at_stays_unknown()
    {
        await using AssociationWorld world = await new Association().Using(options => options.MaxRetries = 0).StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.FAILURE");

        // The folder and the root were read before; the batch of the change would read again.
        world.Server.Misbehave.On("GetFolderRequest").FromCall(4).ServiceUnavailable();

        ZimbraException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Contains("service.FAILURE", e.Message, StringComparison.Ordinal);
    }

    private static ZimbraClient Connect(AssociationWorld world, Action asTheChangeArrives, Action? onceItIsAnswered = null) =>
        new(
            new Connection(
                world.Server.ServerUri,
                new ZimbraClientOptions
                {
                    AdminUri = world.Server.AdminUri,
                    RetryDelay = TimeSpan.Zero,
                    MaxRetryDelay = TimeSpan.Zero,
                }.ToSettings(),
                new Doing(asTheChangeArrives, onceItIsAnswered)
            ),
            ZimbraCredentials.Admin(world.Server.AdminName, new Secret(world.Server.AdminPassword))
        );

    /// <summary>Does in the server's place what it is asked for, before or after it answers, and leaves its answer to it.</summary>
    private sealed class Doing(Action before, Action? after)
        : DelegatingHandler(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
            }
        )
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (
                request.Content is not { } content
                || !(await content.ReadAsStringAsync(cancellationToken)).Contains("<FolderActionRequest", StringComparison.Ordinal)
            )
            {
                return await base.SendAsync(request, cancellationToken);
            }

            before();
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            after?.Invoke();
            return response;
        }
    }
}
