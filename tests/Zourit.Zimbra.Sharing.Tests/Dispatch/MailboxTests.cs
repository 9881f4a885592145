using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Dispatch;

public sealed class MailboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_logs_in_once_for_an_account_however_many_mailboxes_are_made()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        ZimbraClient admin = world.AsAdmin();

        for (int i = 0; i < 3; i++)
        {
            await admin.Mailbox(Owner.ToUpperInvariant()).SendAsync(new NoOpRequest(), Token);
            await admin.Mailbox($" {Owner} ").SendAsync(new GetInfoRequest(), Token);
        }

        Assert.Equal(
            1,
            world.Server.Journal.Entries.Count(entry => entry.RequestBody.Contains("<DelegateAuthRequest", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Two_accounts_never_share_a_token()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        ZimbraClient admin = world.AsAdmin();

        GetInfoResponse owner = await admin.Mailbox(Owner).SendAsync(new GetInfoRequest(), Token);
        GetInfoResponse paul = await admin.Mailbox("paul@monasso.org").SendAsync(new GetInfoRequest(), Token);

        Assert.Equal((Owner, "paul@monasso.org"), (owner.Name, paul.Name));
    }

    [Fact]
    public async Task A_mailbox_shares_its_owner_s_calendar_and_prints_no_secret()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        ZimbraMailbox mailbox = world.AsAdmin().Mailbox(Owner);

        await mailbox.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Token);

        Assert.Equal($"{Owner} at {world.Server.ServerUri}", mailbox.ToString());
        Assert.Equal(Owner, mailbox.Account);
        Assert.DoesNotContain("Passw0rd", world.AsAdmin().Mailbox("guest:Passw0rd").ToString(), StringComparison.Ordinal);
    }
}
