using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// Whose a group's alias is, nobody but an administrator can ask: only the answer to the grant shows it, and after a lost reply nothing.
/// </summary>
public sealed class GroupAliasTests
{
    private const string Alias = "conseil@monasso.org";
    private const string Primary = "bureau@monasso.org";
    private static readonly DateTimeOffset End = DateTimeOffset.FromUnixTimeSeconds(
        TimeProvider.System.GetUtcNow().AddDays(30).ToUnixTimeSeconds()
    );
    private static readonly UserShareOptions Reader = new() { Notify = false };
    private static readonly UserShareOptions Manager = new() { Permissions = Permissions.Manager, Notify = false };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_end_that_cannot_be_set_again_is_named_since_no_later_call_would_find_it()
    {
        await using AssociationWorld world = await StartAsync();
        await ShareAsync(world, Primary, Reader with { Expiry = End });
        world.Server.Misbehave.On("FolderActionRequest").Call(2).Fault("service.PERM_DENIED");

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => ShareAsync(world, Alias, Manager));

        Assert.Contains($"still ends at {End:u}", e.Message, StringComparison.Ordinal);
        Assert.Contains("RenewAsync", e.Message, StringComparison.Ordinal);
        Assert.Equal("FolderActionRequest", e.Operation);
    }

    [Fact]
    public async Task New_rights_by_the_alias_keep_the_end_that_the_group_had()
    {
        await using AssociationWorld world = await StartAsync();
        await ShareAsync(world, Primary, Reader with { Expiry = End });

        UserShare share = await ShareAsync(world, Alias, Manager);

        Assert.Equal((ShareOutcome.Changed, Primary, End), (share.Outcome, share.Grantee.Name, share.Expiry));
        Assert.Equal((End.ToUnixTimeMilliseconds(), "rwidx"), (Assert.Single(world.Grants()).Expiry, Assert.Single(world.Grants()).Rights));
    }

    [Fact]
    public async Task A_share_that_was_over_is_made_anew_by_the_alias_without_its_end()
    {
        await using AssociationWorld world = await StartAsync();
        await ShareAsync(world, Primary, Reader with { Expiry = End });
        world.ChangeGrants(Events, grants => grants[0].Expiry = End.AddDays(-40).ToUnixTimeMilliseconds());

        UserShare share = await ShareAsync(world, Alias, Reader);

        Assert.Equal((ShareOutcome.Created, null), (share.Outcome, share.Expiry));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_rights_by_the_alias_change_nothing(bool ends)
    {
        await using AssociationWorld world = await StartAsync();
        await ShareAsync(world, Primary, ends ? Reader with { Expiry = End } : Reader);

        UserShare share = await ShareAsync(world, Alias, new());

        Assert.Equal((ShareOutcome.Unchanged, Primary, ends ? End : null), (share.Outcome, share.Grantee.Name, share.Expiry));
        Assert.Equal(ends ? End.ToUnixTimeMilliseconds() : 0, Assert.Single(world.Grants()).Expiry);
    }

    [Fact]
    public async Task Which_of_two_groups_has_the_alias_is_not_guessed()
    {
        await using AssociationWorld world = await StartAsync(new Association().With(seed => seed.Group("chorale@monasso.org")));
        await ShareAsync(world, Primary, Reader);
        await ShareAsync(world, "chorale@monasso.org", Reader);

        UserShare share = await ShareAsync(world, Alias, Reader);

        Assert.Equal((ShareOutcome.Unchanged, Alias), (share.Outcome, share.Grantee.Name));
    }

    [Fact]
    public async Task A_share_that_somebody_else_makes_with_the_group_at_the_same_moment_is_theirs()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(new Association().Amid(others));
        ZimbraClient another = world.AsOwner();
        others.Before("op=\"grant\"", () => another.Calendars.ShareWithUserAsync(Events, Primary, Reader, Cancel));

        UserShare share = await ShareAsync(world, Alias, Reader);

        Assert.Equal((ShareOutcome.Unchanged, Primary), (share.Outcome, share.Grantee.Name));
    }

    [Fact]
    public async Task A_share_that_was_there_before_is_unchanged_though_a_reply_was_lost()
    {
        await using AssociationWorld world = await StartAsync();
        await ShareAsync(world, Primary, Reader);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();

        UserShare share = await ShareAsync(world, Alias, Reader);

        Assert.Equal((ShareOutcome.Unchanged, Primary), (share.Outcome, share.Grantee.Name));
    }

    [Fact]
    public async Task A_share_whose_replies_were_all_lost_is_not_said_to_be_the_alias_s()
    {
        await using AssociationWorld world = await StartAsync(new Association().Using(options => options.MaxRetries = 0));
        world.Server.Misbehave.On("FolderActionRequest").CutReply();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => ShareAsync(world, Alias, Reader));

        Assert.Contains($"as was asked for {Alias}", e.Message, StringComparison.Ordinal);
        Assert.Equal("FolderActionRequest", e.Operation);
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_share_whose_reply_was_lost_though_nothing_was_done_is_made()
    {
        await using AssociationWorld world = await StartAsync();
        await ShareAsync(world, "chorale@orange.fr", Reader);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();

        UserShare share = await ShareAsync(world, Alias, Reader);

        Assert.Equal((ShareOutcome.Created, Primary), (share.Outcome, share.Grantee.Name));
    }

    [Fact]
    public async Task The_mail_of_a_share_that_a_lost_attempt_made_is_not_sent_again_and_not_known_to_have_left()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();

        UserShare share = await ShareAsync(world, Alias, new());

        Assert.Equal((ShareOutcome.Created, Primary), (share.Outcome, share.Grantee.Name));
        Assert.Equal(NotificationStatus.Unknown, share.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    private static async Task<AssociationWorld> StartAsync(Association? association = null)
    {
        AssociationWorld world = await (association ?? new()).StartAsync();
        world.Server.Change(directory => directory.FindGroup(Primary)!.Aliases.Add(Alias));
        return world;
    }

    private static Task<UserShare> ShareAsync(AssociationWorld world, string user, UserShareOptions options) =>
        world.Client.Calendars.ShareWithUserAsync(Events, user, options, Cancel);
}
