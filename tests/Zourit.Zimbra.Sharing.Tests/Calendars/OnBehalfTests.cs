using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>What an owner can do, done for the owner by an administrator.</summary>
public sealed class OnBehalfTests
{
    private static readonly DateTimeOffset End = TimeProvider.System.GetUtcNow().AddDays(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_that_does_not_exist_is_named()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();

        ZimbraException e = await Assert.ThrowsAnyAsync<ZimbraException>(() =>
            world.Client.Mailbox("personne@monasso.org").Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel)
        );

        Assert.Contains("personne@monasso.org", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_of_every_kind_are_made_listed_renewed_mailed_again_and_revoked()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        CalendarClient calendars = world.Client.Mailbox(Owner).Calendars;

        GuestShare guest = await calendars.ShareWithGuestAsync(Events, Guest, new() { Expiry = End }, Cancel);
        UserShare user = await calendars.ShareWithUserAsync(Events, "paul", cancellationToken: Cancel);
        PublicShare open = await calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        Assert.All<CalendarShare>([guest, user, open], share => Assert.Equal((ShareOutcome.Created, Owner), (share.Outcome, share.Owner)));
        Assert.Equal(3, await calendars.ListSharesAsync(new() { Calendar = Events }, cancellationToken: Cancel).CountAsync(Cancel));
        Assert.Equal(
            Guest,
            (await calendars.ListEndingAsync(TimeSpan.FromDays(30), cancellationToken: Cancel).SingleAsync(Cancel)).Grantee.Id
        );

        Assert.Equal(ShareOutcome.Changed, (await calendars.RenewAsync(Events, Guest, End.AddDays(365), Cancel)).Outcome);
        Assert.Equal(NotificationStatus.Sent, (await calendars.NotifyAgainAsync(Events, Guest, cancellationToken: Cancel)).Status);
        Assert.Equal([Owner], world.Server.Outbox.Mails.Select(mail => mail.From).Distinct());

        Assert.Equal(RevocationOutcome.Removed, (await calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel)).Outcome);
        Assert.Equal(RevocationOutcome.Removed, (await calendars.RevokeUserAsync(Events, "paul", cancellationToken: Cancel)).Outcome);
        Assert.Equal(RevocationOutcome.Removed, (await calendars.RevokePublicAsync(Events, Cancel)).Outcome);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task Links_diagnoses_and_reviews_are_had_for_the_owner()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        ZimbraMailbox owner = world.Client.Mailbox(Owner);
        await owner.Calendars.ShareWithGuestAsync(Events, Guest, new() { Permissions = Permissions.Manager }, Cancel);

        SentInvitation? invitation = await owner.Invitations.FindAsync(
            new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse(Events) },
            Cancel
        );
        FeedDiagnosis diagnosis = await owner.Feeds.DiagnoseAsync(Owner, Events, Guest, cancellationToken: Cancel);
        List<ReviewFinding> review = await owner.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(Assert.Single(world.Server.Outbox.Mails).PersonalLink, invitation?.Link.Uri);
        Assert.Contains(diagnosis.Findings, finding => finding.Code == FeedFindingCode.NoGuestAccount);
        Assert.Contains(review, finding => finding.Code == ReviewCode.OutsiderCanWrite && finding.Owner == Owner);
    }
}
