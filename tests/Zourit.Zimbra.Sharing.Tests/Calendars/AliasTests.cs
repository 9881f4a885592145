using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// An alias shows in an ACL only under its account's primary name: what exists is found all the same, what became of a lost grant as far as
/// it can be.
/// </summary>
public sealed class AliasTests
{
    private const string Alias = "president@monasso.org";
    private const string Primary = "paul@monasso.org";
    private static readonly DateTimeOffset End = DateTimeOffset.FromUnixTimeSeconds(
        TimeProvider.System.GetUtcNow().AddDays(30).ToUnixTimeSeconds()
    );
    private static readonly UserShareOptions UntilThen = new() { Expiry = End, Notify = false };
    private static readonly UserShareOptions Manager = new() { Permissions = Permissions.Manager, Notify = false };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alias_does_not_show_in_the_acl_so_the_second_grant_exists_and_mails_nobody()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Alias, cancellationToken: Cancel);

        GuestShare again = await world.Client.Calendars.ShareWithGuestAsync(Events, Alias, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Unchanged, again.Outcome);
        Assert.Equal(Primary, again.Grantee.Name);
        Assert.Equal(NotificationStatus.NotRequested, again.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Sharing_by_an_alias_does_not_lose_the_end_that_exists_under_the_primary_name()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, Primary, UntilThen, Cancel);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Alias,
            new() { Permissions = Permissions.Manager, Notify = false },
            Cancel
        );

        Assert.Equal(ShareOutcome.Changed, share.Outcome);
        Assert.Equal(End, share.Expiry);
        Assert.Equal(End.ToUnixTimeMilliseconds(), Assert.Single(world.Grants()).Expiry);
    }

    [Fact]
    public async Task All_shares_of_who_is_named_by_an_alias_were_left_in_force()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, Primary, UntilThen, Cancel);
        await world.Client.Calendars.ShareWithUserAsync(Trips, Primary, UntilThen, Cancel);

        List<BulkOutcome<ShareItem, Revocation>> done = await world
            .Client.Calendars.RevokeAllOfGuestAsync(Alias, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal([RevocationOutcome.Removed, RevocationOutcome.Removed], done.Select(each => each.ResultOrThrow().Outcome));
        Assert.Empty(world.Grants());
        Assert.Empty(world.Grants(Trips));
    }

    [Fact]
    public async Task Two_calls_at_once_for_an_account_and_its_alias_mailed_it_two_new_shares()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        UserShare[] shares = await Task.WhenAll(
            world.Client.Calendars.ShareWithUserAsync(Events, Primary, cancellationToken: Cancel),
            world.Client.Calendars.ShareWithUserAsync(Events, Alias, new() { Permissions = Permissions.Manager }, Cancel)
        );

        Assert.Equal([ShareOutcome.Created, ShareOutcome.Changed], shares.Select(share => share.Outcome).Order());
        Assert.Equal(["Share Created", "Share Modified"], world.Server.Outbox.Mails.Select(mail => mail.Subject.Split(':')[0]));
    }

    [Fact]
    public async Task One_question_with_the_owner_s_own_token_settles_whose_an_alias_is_so_that_one_grant_is_enough()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, Primary, UntilThen, Cancel);
        world.Server.Journal.Clear();

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(Events, Alias, Manager, Cancel);

        Assert.Equal((ShareOutcome.Changed, End, Primary), (share.Outcome, share.Expiry, share.Grantee.Name));
        Assert.Equal(2, world.RoundTrips);
    }

    [Fact]
    public async Task A_share_is_revoked_renewed_and_mailed_again_by_an_alias()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        CalendarClient calendars = world.Client.Calendars;
        await calendars.ShareWithUserAsync(Events, Primary, new() { Notify = false }, Cancel);

        RenewedShare renewed = await calendars.RenewAsync(Events, Alias, End, Cancel);
        ShareNotification mailed = await calendars.NotifyAgainAsync(Events, Alias, cancellationToken: Cancel);
        Revocation revoked = await calendars.RevokeUserAsync(Events, Alias, cancellationToken: Cancel);

        Assert.Equal((Primary, End), (renewed.Grantee.Name, renewed.Expiry));
        Assert.Equal((NotificationStatus.Sent, Primary), (mailed.Status, mailed.Address));
        Assert.Equal(Primary, Assert.Single(revoked.Grantees).Name);
        Assert.Empty(world.Grants());
    }

    [Theory]
    [InlineData("president")]
    [InlineData("president@monasso.org")]
    [InlineData("PRESIDENT@monasso.org")]
    public async Task An_alias_in_a_list_or_without_its_domain_is_found_too(string alias)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, Primary, new() { Notify = false }, Cancel);

        Revocation revoked = alias.Contains('@', StringComparison.Ordinal)
            ? (
                await world
                    .Client.Calendars.RevokeSharesAsync(
                        [new GuestShareItem { Calendar = Events, Guest = alias }],
                        cancellationToken: Cancel
                    )
                    .SingleAsync(Cancel)
            ).ResultOrThrow()
            : await world.Client.Calendars.RevokeUserAsync(Events, alias, cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.Removed, revoked.Outcome);
        Assert.Empty(world.Grants());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_grant_whose_replies_were_lost_is_found_under_the_primary_name(bool inList)
    {
        await using AssociationWorld world = await new Association().Using(options => options.MaxRetries = 0).StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").CutReply();

        CalendarShare share = inList
            ? (
                await world
                    .Client.Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Alias }], cancellationToken: Cancel)
                    .SingleAsync(Cancel)
            ).ResultOrThrow()
            : await world.Client.Calendars.ShareWithUserAsync(Events, Alias, new() { Notify = false }, Cancel);

        Assert.Equal((ShareOutcome.Created, Primary), (share.Outcome, share.Grantee.Name));
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_grant_whose_replies_were_lost_is_found_by_an_administrator()
    {
        await using AssociationWorld world = await new Association().AsAdmin().Using(options => options.MaxRetries = 0).StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").CutReply();

        UserShare share = await world.Client.Mailbox(Owner).Calendars.ShareWithUserAsync(Events, Alias, new() { Notify = false }, Cancel);

        Assert.Equal((ShareOutcome.Created, Primary), (share.Outcome, share.Grantee.Name));
    }

    [Fact]
    public async Task A_mail_that_left_with_a_lost_reply_is_reported()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(Events, Alias, cancellationToken: Cancel);

        Assert.Equal(
            (ShareOutcome.Created, Primary, NotificationStatus.Sent),
            (share.Outcome, share.Grantee.Name, share.Notification.Status)
        );
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_end_under_the_primary_name_is_kept_though_a_reply_was_lost(bool notify)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, Primary, UntilThen, Cancel);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(Events, Alias, Manager with { Notify = notify }, Cancel);

        Assert.Equal((ShareOutcome.Changed, End), (share.Outcome, share.Expiry));
        Assert.Equal((End.ToUnixTimeMilliseconds(), "rwidx"), (Assert.Single(world.Grants()).Expiry, Assert.Single(world.Grants()).Rights));
        Assert.Equal(notify ? 1 : 0, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task An_administrator_asks_first_and_never_takes_the_end_away()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        CalendarClient calendars = world.Client.Mailbox(Owner).Calendars;
        await calendars.ShareWithUserAsync(Events, Primary, UntilThen, Cancel);
        world.Server.Journal.Clear();

        UserShare share = await calendars.ShareWithUserAsync(Events, Alias, Manager, Cancel);

        Assert.Equal((ShareOutcome.Changed, End), (share.Outcome, share.Expiry));
        Assert.Single(world.Server.Journal.Entries, entry => entry.Operations.Contains("FolderActionRequest"));
    }
}
