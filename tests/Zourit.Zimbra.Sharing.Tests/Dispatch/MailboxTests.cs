using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Guests;

namespace Zourit.Zimbra.Sharing.Tests.Dispatch;

public sealed class MailboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_logs_in_once_for_an_account_however_many_mailboxes_are_made()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        ZimbraClient admin = world.AsAdmin();

        for (int i = 0; i < 3; i++)
        {
            await admin.Mailbox(SharingWorld.Owner.ToUpperInvariant()).SendAsync(new NoOpRequest(), Token);
            await admin.Mailbox($" {SharingWorld.Owner} ").SendAsync(new GetInfoRequest(), Token);
        }

        Assert.Equal(
            1,
            world.Zimbra.Journal.Entries.Count(entry => entry.RequestBody.Contains("<DelegateAuthRequest", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Two_accounts_never_share_a_token()
    {
        await using SharingWorld world = await SharingWorld.StartAsync(seed => seed.Account("paul@monasso.org", "pa55word"));
        ZimbraClient admin = world.AsAdmin();

        GetInfoResponse owner = await admin.Mailbox(SharingWorld.Owner).SendAsync(new GetInfoRequest(), Token);
        GetInfoResponse paul = await admin.Mailbox("paul@monasso.org").SendAsync(new GetInfoRequest(), Token);

        Assert.Equal((SharingWorld.Owner, "paul@monasso.org"), (owner.Name, paul.Name));
    }

    [Fact]
    public async Task A_mailbox_shares_its_owner_s_calendar_and_prints_no_secret()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        ZimbraMailbox mailbox = world.AsAdmin().Mailbox(SharingWorld.Owner);

        await mailbox.Calendars.ShareWithGuestAsync(SharingWorld.Calendar, SharingWorld.Guest, new() { Notify = false }, Token);

        Assert.Equal($"{SharingWorld.Owner} at {world.Zimbra.ServerUri}", mailbox.ToString());
        Assert.Equal(SharingWorld.Owner, mailbox.Account);
        Assert.DoesNotContain("Passw0rd", world.AsAdmin().Mailbox("guest:Passw0rd").ToString(), StringComparison.Ordinal);
    }
}
