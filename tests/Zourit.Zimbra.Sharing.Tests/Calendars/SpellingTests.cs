using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>Calendars and guests whose names hold what a careless client stumbles over.</summary>
public sealed class SpellingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/Événements de l'asso/Sorties d'été")]
    [InlineData("événements de l'asso/sorties d'été")]
    public async Task Accents_spaces_and_nesting_are_fine(string calendar)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(calendar, Guest, cancellationToken: Cancel);

        Assert.Equal("/Événements de l'asso/Sorties d'été", share.Path.Value);
        Assert.EndsWith(
            "/%C3%89v%C3%A9nements%20de%20l'asso/Sorties%20d'%C3%A9t%C3%A9.ics",
            share.IcsAddress.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Marie+Asso@orange.fr", "marie+asso@orange.fr", "marie+asso.orange.fr@monasso.org")]
    [InlineData("o'neil@free.fr", "o'neil@free.fr", "o'neil.free.fr@monasso.org")]
    public async Task Plus_signs_quotes_and_upper_case_work(string guest, string stored, string identifier)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, guest, cancellationToken: Cancel);

        Assert.Equal(stored, share.Grantee.Id);
        Assert.Equal(identifier, share.GuestIdentifier?.Value);
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Single(world.Server.Outbox.To(stored));
    }

    [Theory]
    [InlineData("Marie+Asso@Orange.FR", "marie+asso@orange.fr", "marie+asso.orange.fr@monasso.org")]
    [InlineData(" O'Neil@free.fr ", "o'neil@free.fr", "o'neil.free.fr@monasso.org")]
    public async Task Such_names_go_through_every_call_from_the_share_to_the_end(string guest, string mail, string identifier)
    {
        const string Calendar = "événements de l'asso/SORTIES d'été";
        const string Path = "/Événements de l'asso/Sorties d'été";
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        ZimbraMailbox owner = world.Client.Mailbox(Owner);
        GuestClient guests = world.Client.Guests;

        SharingPolicy policy = await owner.Calendars.CheckPolicyAsync(new() { Guest = guest }, Cancel);
        GuestShare share = await owner.Calendars.ShareWithGuestAsync(Calendar, guest, cancellationToken: Cancel);
        PersonalLink computed = await owner.Invitations.ComputeLinkAsync(share.Path, guest, Cancel);
        SentInvitation? sent = await owner.Invitations.FindAsync(new InvitationSearch { Guest = guest, Calendar = share.Path }, Cancel);
        RenewedShare renewed = await owner.Calendars.RenewAsync(Calendar, guest, TimeProvider.System.GetUtcNow().AddDays(30), Cancel);
        ShareNotification again = await owner.Calendars.NotifyAgainAsync(Calendar, guest, cancellationToken: Cancel);
        AcceptedInvitation accepted = await owner.Invitations.AcceptAsync(
            sent!.Link,
            "Élodie d'Été & Cie",
            new Secret("gu3st-Pässword"),
            cancellationToken: Cancel
        );
        GuestCreation made = await guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = Owner,
                Calendar = Calendar,
                Guest = guest,
                Password = new Secret("0ther-Pässword"),
            },
            Cancel
        );
        GuestAccount? account = await guests.FindByMailAsync("MonAsso.org", guest, Cancel);
        Feed feed = await owner.Feeds.ReadAsync(
            share.IcsAddress,
            new() { Credentials = FeedCredentials.ForGuest(share.GuestIdentifier!.Value, new Secret("gu3st-Pässword")) },
            cancellationToken: Cancel
        );
        FeedDiagnosis diagnosis = await owner.Feeds.DiagnoseAsync(Owner, Calendar, guest, cancellationToken: Cancel);
        GuestAccess seen = Assert.Single(
            await guests.ListAccessAsync(guest, new GuestAccessOptions { OwnerDomain = "monasso.org" }, Cancel).ToListAsync(Cancel)
        );
        Revocation revoked = await owner.Calendars.RevokeGuestAsync(Calendar, guest, cancellationToken: Cancel);
        GuestRetirement retired = await guests.RetireAsync("monasso.org", guest, cancellationToken: Cancel);

        Assert.Equal(PolicyAnswer.Allowed, policy.Guests.Answer);
        Assert.Equal((Path, mail, identifier), (share.Path.Value, share.Grantee.Id, share.GuestIdentifier.Value.Value));
        Assert.Equal(sent.Link.Uri, computed.Uri);
        Assert.Equal(ShareOutcome.Changed, renewed.Outcome);
        Assert.Equal(NotificationStatus.Sent, again.Status);
        Assert.Equal(AcceptanceOutcome.AccountCreated, accepted.Outcome);
        Assert.Equal((identifier, GuestStep.Unchanged), (made.Identifier.Value, made.Step));
        Assert.Equal(("Élodie d'Été & Cie", mail), (account?.DisplayName, account?.Mail));
        Assert.Equal(share.IcsAddress, feed.Address);
        Assert.Empty(diagnosis.Causes);
        Assert.Equal(Path, seen.Folder.Calendar.Value);
        Assert.Equal(RevocationOutcome.Removed, revoked.Outcome);
        Assert.Empty(retired.Revocations);
        Assert.Equal(2, world.Server.Outbox.To(mail).Count);
    }
}
