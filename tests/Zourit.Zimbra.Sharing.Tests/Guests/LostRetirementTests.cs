using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// Retiring a guest when replies are lost or broken off: what was done is reported as done, and what cannot be known as unknown.
/// </summary>
public sealed class LostRetirementTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_grant_that_is_gone_is_reported_as_removed_though_its_folder_was_not_shown_in_the_same_reply()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("GetFolderRequest").Call(3).Fault("mail.MAINTENANCE");

        GuestRevocation told = Assert.Single((await RetireAsync(world)).Revocations);

        Assert.Equal(GuestRevocationOutcome.Removed, told.Outcome);
        Assert.Null(told.Failure);
    }

    [Fact]
    public async Task A_grant_whose_folder_cannot_be_read_afterwards_is_not_reported_as_removed()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("GetFolderRequest").FromCall(3).Fault("service.PERM_DENIED");

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => RetireAsync(world));

        Assert.Equal("FolderActionRequest", e.Operation);
        Assert.StartsWith(
            "The share of '/my-events' of moncompte@monasso.org was revoked as far as the server said, but its ACL could not be read "
                + "back. Revoke again to be sure. GetFolderRequest",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "D’après le serveur, le partage de «\u00A0/my-events\u00A0» de moncompte@monasso.org a été révoqué",
            e.Explanation.French,
            StringComparison.Ordinal
        );
        Assert.Contains("GetFolderRequest (service.PERM_DENIED)", e.Explanation.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_comes_without_the_folder_is_reported_without_another_look()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.PERM_DENIED");
        world.Server.Misbehave.On("GetFolderRequest").FromCall(3).Fault("service.PERM_DENIED");

        GuestRevocation told = Assert.Single((await RetireAsync(world)).Revocations);

        Assert.Equal((GuestRevocationOutcome.Failed, "FolderActionRequest"), (told.Outcome, told.Failure?.Operation));
        Assert.Equal(2, world.Server.Misbehave.Injected.Count);
    }

    [Fact]
    public async Task A_refusal_after_a_lost_attempt_that_took_the_grant_back_is_reported_as_removed()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).Fault("service.PERM_DENIED");
        world.Server.Misbehave.On("GetFolderRequest").Call(3).Fault("service.PERM_DENIED");

        Assert.Equal(GuestRevocationOutcome.Removed, Assert.Single((await RetireAsync(world)).Revocations).Outcome);
    }

    [Fact]
    public async Task A_refusal_after_a_lost_attempt_that_may_still_run_says_nothing_of_that()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).Fault("service.PERM_DENIED");

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => RetireAsync(world));

        Assert.Equal("BatchRequest", e.Operation);
        Assert.Contains(
            " A further attempt failed: The share of '/my-events' of moncompte@monasso.org was not revoked. service.PERM_DENIED",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Une nouvelle tentative a échoué\u00A0: Le partage de «\u00A0/my-events\u00A0» de moncompte@monasso.org n’a pas été révoqué. "
                + "Le serveur a répondu service.PERM_DENIED.",
            e.Explanation.French,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_grant_whose_every_reply_was_lost_is_looked_for_and_reported_as_removed()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").CutReply();

        GuestRetirement retired = await RetireAsync(world);

        Assert.True(retired.IsComplete);
        Assert.Empty(world.Server.GrantsOf(Owner, Events));
    }

    [Fact]
    public async Task A_grant_that_exists_after_the_server_started_to_answer_ends_the_call_with_nothing_changed()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").EndlessBody();

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            RetireAsync(world, options => options.MaxReplyBytes = 64 * 1024)
        );

        Assert.EndsWith(
            "the reply was lost, and '/my-events' read afterwards shows that nothing was changed.",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.True((await RetireAsync(world, clear: true)).IsComplete);
    }

    [Fact]
    public async Task A_grant_that_the_server_may_be_taking_back_even_now_is_not_known()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").ResetBeforeEffect();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => RetireAsync(world));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("reset")]
    public async Task A_deletion_whose_every_reply_was_lost_is_looked_for(string way)
    {
        await using AssociationWorld world = await StartAsync();
        MisbehaviourTrigger trigger = world.Server.Misbehave.On("DeleteAccountRequest");
        _ = way == "cut" ? trigger.CutReply() : trigger.ResetAfterEffect();

        GuestRetirement retired = await RetireAsync(world);

        Assert.Equal(RetiredAccount.Deleted, retired.Account);
        Assert.Null(world.Server.Directory.FindAccount(Identifier));
    }

    [Theory]
    [InlineData("service.FAILURE", true)]
    [InlineData("service.PROXY_ERROR", false)]
    [InlineData("service.PERM_DENIED", true)]
    public async Task A_deletion_that_was_refused_and_is_not_seen_is_reported_as_far_as_it_is_known(string code, bool isKnown)
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("DeleteAccountRequest").Fault(code);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => RetireAsync(world));

        Assert.Equal((code, "DeleteAccountRequest", isKnown), (e.Code, e.Operation, e.IsOutcomeKnown));
        Assert.NotNull(world.Server.Directory.FindAccount(Identifier));
    }

    [Fact]
    public async Task A_deletion_that_cannot_be_looked_for_is_not_known()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("DeleteAccountRequest").CutReply();
        world.Server.Misbehave.On("GetAccountRequest").FromCall(4).Fault("service.PERM_DENIED");

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => RetireAsync(world));

        Assert.Equal("DeleteAccountRequest", e.Operation);
    }

    /// <summary>A server with a guest who has an account and one calendar.</summary>
    private static async Task<AssociationWorld> StartAsync()
    {
        AssociationWorld world = await AssociationWorld.StartAsync();
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = Owner,
                    Calendar = Events,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );
        return world;
    }

    private static Task<GuestRetirement> RetireAsync(
        AssociationWorld world,
        Action<ZimbraClientOptions>? options = null,
        bool clear = false
    )
    {
        if (clear)
        {
            world.Server.Misbehave.Clear();
        }

        return world.AsAdmin(options).Guests.RetireAsync("monasso.org", Guest, new GuestRetirementOptions { DeleteAccount = true }, Token);
    }
}
