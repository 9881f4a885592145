using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// An alias shows in an ACL only under its account's primary name: what stands is found all the same, what became of a lost grant as far as
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
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, Alias, cancellationToken: Cancel);

        GuestShare again = await world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, Alias, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Unchanged, again.Outcome);
        Assert.Equal(Primary, again.Grantee.Name);
        Assert.Equal(NotificationStatus.NotRequested, again.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Sharing_by_an_alias_does_not_lose_the_end_that_stands_under_the_primary_name()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(SharingWorld.Events, Primary, UntilThen, Cancel);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
            Alias,
            new() { Permissions = Permissions.Manager, Notify = false },
            Cancel
        );

        Assert.Equal(ShareOutcome.Changed, share.Outcome);
        Assert.Equal(End, share.Expiry);
        Assert.Equal(End.ToUnixTimeMilliseconds(), Assert.Single(world.Grants()).Expiry);
    }

    [Theory]
    [InlineData("service.PERM_DENIED")]
    [InlineData("service.FAILURE")]
    public async Task Where_the_end_under_the_primary_name_cannot_be_set_again_that_is_told_with_the_end(string code)
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(SharingWorld.Events, Primary, UntilThen, Cancel);
        world.Server.Misbehave.On("FolderActionRequest").FromCall(2).Fault(code);

        ZimbraOutcomeUnknownException refusal = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(
                SharingWorld.Events,
                Alias,
                new() { Permissions = Permissions.Manager, Notify = false },
                Cancel
            )
        );

        Assert.Contains($"{End:u}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("RenewAsync", refusal.Message, StringComparison.Ordinal);

        world.Server.Misbehave.Clear();
        await world.Client.Calendars.RenewAsync(SharingWorld.Events, Primary, End, Cancel);
        Assert.Equal((End.ToUnixTimeMilliseconds(), "rwidx"), (Assert.Single(world.Grants()).Expiry, Assert.Single(world.Grants()).Rights));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_grant_whose_replies_were_lost_is_not_told_as_undone(bool inList)
    {
        await using SharingWorld world = await SharingWorld.StartAsync(options: options => options.MaxRetries = 0);
        world.Server.Misbehave.On("FolderActionRequest").CutReply();

        Exception? e = inList
            ? (
                await world
                    .Client.Calendars.ShareWithGuestsAsync([new(SharingWorld.Events, Alias)], cancellationToken: Cancel)
                    .SingleAsync(Cancel)
            ).Error
            : await Assert.ThrowsAnyAsync<ZimbraException>(() =>
                world.Client.Calendars.ShareWithUserAsync(SharingWorld.Events, Alias, new() { Notify = false }, Cancel)
            );

        Assert.IsType<ZimbraOutcomeUnknownException>(e);
        Assert.Contains("primary address", e.Message, StringComparison.Ordinal);
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_grant_whose_replies_were_lost_is_found_by_an_administrator()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options => options.MaxRetries = 0);
        world.Server.Misbehave.On("FolderActionRequest").CutReply();

        UserShare share = await world
            .Client.OnBehalfOf(SharingWorld.Owner)
            .Calendars.ShareWithUserAsync(SharingWorld.Events, Alias, new() { Notify = false }, Cancel);

        Assert.Equal((ShareOutcome.Created, Primary), (share.Outcome, share.Grantee.Name));
    }

    [Fact]
    public async Task A_mail_that_left_with_a_lost_reply_is_told()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(SharingWorld.Events, Alias, cancellationToken: Cancel);

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
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(SharingWorld.Events, Primary, UntilThen, Cancel);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(
            SharingWorld.Events,
            Alias,
            Manager with
            {
                Notify = notify,
            },
            Cancel
        );

        Assert.Equal((ShareOutcome.Changed, End), (share.Outcome, share.Expiry));
        Assert.Equal((End.ToUnixTimeMilliseconds(), "rwidx"), (Assert.Single(world.Grants()).Expiry, Assert.Single(world.Grants()).Rights));
        Assert.Equal(notify ? 1 : 0, world.Server.Outbox.Mails.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_end_of_which_it_is_not_known_whether_it_was_given_back_is_told_so_and_nothing_is_sent_again(bool notify)
    {
        await using SharingWorld world = await SharingWorld.StartAsync(options: options => options.MaxRetries = 1);
        await world.Client.Calendars.ShareWithUserAsync(SharingWorld.Events, Primary, UntilThen, Cancel);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();
        world.Server.Misbehave.On("FolderActionRequest").FromCall(3).CutReply();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.Calendars.ShareWithUserAsync(SharingWorld.Events, Alias, Manager with { Notify = notify }, Cancel)
        );

        Assert.Contains("not known whether the share still ends", e.Message, StringComparison.Ordinal);
        Assert.Equal("rwidx", Assert.Single(world.Grants()).Rights);
        Assert.Equal(notify ? 1 : 0, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task Where_two_grants_may_be_the_one_whose_end_was_taken_away_that_is_told_as_not_known()
    {
        using var others = new Interference();
        await using SharingWorld world = await SharingWorld.StartAmidAsync(others);
        await world.Client.Calendars.ShareWithUserAsync(SharingWorld.Events, Primary, UntilThen, Cancel);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();
        others.Before("op=\"grant\"", () =>
            world.Seed(SharingWorld.Events, new AccessGrant("c0ffee00-0000-4000-8000-000000000001", "usr", "rwidx"))
        );

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.Calendars.ShareWithUserAsync(SharingWorld.Events, Alias, Manager, Cancel)
        );

        Assert.Contains("the end that the share is to have", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_asks_first_and_never_takes_the_end_away()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        CalendarClient calendars = world.Client.OnBehalfOf(SharingWorld.Owner).Calendars;
        await calendars.ShareWithUserAsync(SharingWorld.Events, Primary, UntilThen, Cancel);
        world.Server.Journal.Clear();

        UserShare share = await calendars.ShareWithUserAsync(SharingWorld.Events, Alias, Manager, Cancel);

        Assert.Equal((ShareOutcome.Changed, End), (share.Outcome, share.Expiry));
        Assert.Single(world.Server.Journal.Entries, entry => entry.Operations.Contains("FolderActionRequest"));
    }
}
