using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Tests.Calendars;

namespace Zourit.Zimbra.Sharing.Tests.Recovery;

/// <summary>
/// Whose account it is that stands after a caller's own CreateAccountRequest was lost: nobody else's is told as made, and nobody else's
/// password is touched.
/// </summary>
public sealed class LostAccountTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_whose_entry_alone_was_written_gets_its_password()
    {
        await using SharingWorld world = await LoseAsync(
            trigger => trigger.AccountEntryWithoutPassword(),
            trigger => trigger.ResetAfterEffect()
        );

        Assert.Equal(OwnRequests.Account.Name, (await world.Client.SendAsync(OwnRequests.Account, Cancel)).Account.Name);

        Assert.Equal("pa55word", world.Server.GuestOf(SharingWorld.Guest, "monasso.org")?.Password);
        Assert.Empty(world.Server.Journal.Of("AuthRequest"));
    }

    [Fact]
    public async Task An_account_that_was_asked_for_without_a_password_gets_none()
    {
        await using SharingWorld world = await LoseAsync(trigger => trigger.ResetAfterEffect());

        Assert.NotNull(await world.Client.SendAsync(OwnRequests.Account with { Password = null }, Cancel));

        Assert.Null(world.Server.GuestOf(SharingWorld.Guest, "monasso.org")!.Password);
        Assert.Empty(world.Server.Journal.Of("SetPasswordRequest"));
    }

    [Fact]
    public async Task An_account_that_another_made_with_another_password_is_not_told_as_ours_and_keeps_it()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        await world.Client.SendAsync(OwnRequests.Account with { Password = "An0ther-pipeline" }, Cancel);
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(OwnRequests.Account, Cancel)
        );

        Assert.Contains("Look with GetAccountRequest for adresse.orange.fr@monasso.org", e.Message, StringComparison.Ordinal);
        Assert.Equal("An0ther-pipeline", world.Server.GuestOf(SharingWorld.Guest, "monasso.org")?.Password);
    }

    [Theory]
    [InlineData("displayName", "Somebody else", false)]
    [InlineData("displayName", "", true)]
    public async Task An_account_is_ours_when_it_has_all_that_was_asked_for(string name, string asked, bool isOurs)
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        await world.Client.SendAsync(OwnRequests.Account, Cancel);
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetBeforeEffect();
        CreateAccountRequest request = OwnRequests.Account with
        {
            Attributes = new AttributeList([.. OwnRequests.GuestAttributes, KeyValuePair.Create(name, asked)]),
        };

        ZimbraException? e = await Record.ExceptionAsync(() => world.Client.SendAsync(request, Cancel)) as ZimbraException;

        Assert.Equal(isOurs, e is null);
        Assert.Equal(isOurs ? null : typeof(ZimbraOutcomeUnknownException), e?.GetType());
    }

    [Fact]
    public async Task An_account_that_was_asked_for_by_nothing_but_empty_values_may_be_anybody_s()
    {
        await using SharingWorld world = await LoseAsync(trigger => trigger.ResetAfterEffect());
        CreateAccountRequest request = OwnRequests.Account with
        {
            Attributes = new AttributeList([KeyValuePair.Create("displayName", "")]),
        };

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => world.Client.SendAsync(request, Cancel));

        Assert.Empty(world.Server.Journal.Of("AuthRequest"));
    }

    private static async Task<SharingWorld> LoseAsync(params Action<MisbehaviourTrigger>[] ways)
    {
        SharingWorld world = await SharingWorld.StartAsAdminAsync();
        foreach (Action<MisbehaviourTrigger> lose in ways)
        {
            lose(world.Server.Misbehave.On("CreateAccountRequest").Call(1));
        }

        return world;
    }
}
