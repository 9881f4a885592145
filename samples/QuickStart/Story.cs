using System.Net;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace QuickStart;

/// <summary>The main job from end to end. Each step checks that it did what it says.</summary>
internal static class Story
{
    public static async Task<Outcome> TellAsync(Stage stage, Narrator narrator, CancellationToken cancellationToken)
    {
        ZimbraClient zimbra = stage.Owner;
        narrator.Say(
            stage.IsFake
                ? $"This is a fake Zimbra server, started for this story at {zimbra.Server}. Nothing leaves this machine."
                : $"The server is {zimbra.Server}."
        );

        narrator.Chapter($"{stage.User} shares the calendar '{stage.Calendar}' with {stage.Guest}");
        bool wasPublic = await IsPublicAsync(stage, cancellationToken);
        GuestShare share = await zimbra.Calendars.ShareWithGuestAsync(stage.Calendar, stage.Guest, cancellationToken: cancellationToken);
        narrator.Did($"'{share.Path}' is shared with {stage.Guest} ({share.Outcome}, mail {share.Notification.Status})");
        narrator.Say($"The share: {share.Outcome}, rights '{share.Permissions}'. The mail to the guest: {share.Notification}.");
        foreach (
            ShareWarning warning in share.Warnings.Where(warning => !(stage.IsFake && warning.Code == ShareWarningCode.UnencryptedAddress))
        )
        {
            narrator.Say($"Mind: {warning}");
        }

        UnexpectedTurnException.Unless(
            share.Notification.Status is NotificationStatus.Sent or NotificationStatus.NotRequested,
            $"The guest was not mailed: {share.Notification}"
        );

        narrator.Chapter("The mail holds a personal link");
        SentInvitation? invitation = await zimbra.Invitations.FindAsync(
            new InvitationSearch { Guest = stage.Guest, Calendar = share.Path },
            cancellationToken
        );
        narrator.Say(
            invitation is null ? "No mail with a link is in the owner's Sent folder (any more)." : invitation.Link.Uri.AbsoluteUri
        );

        Feed? guestFeed = null;
        if (stage.GuestPassword is { } password)
        {
            narrator.Chapter("The guest opens the link and chooses a display name and a password");
            UnexpectedTurnException.Unless(invitation is not null, "Without its link the invitation cannot be accepted.");
            AcceptedInvitation accepted = await zimbra.Invitations.AcceptAsync(
                invitation!.Link,
                "Adresse",
                password,
                cancellationToken: cancellationToken
            );
            narrator.Did("the guest's account exists");
            narrator.Say($"The server answers: {accepted.Outcome}.");
            guestFeed = await ReadAsGuestAsync(stage, share, password, wasPublic, narrator, cancellationToken);
        }

        Feed? publicFeed = stage.SharesPublicly ? await SharePubliclyAsync(stage, narrator, cancellationToken) : null;
        if (stage.Revokes)
        {
            await RevokeAsync(stage, share, keepPublic: wasPublic, narrator, cancellationToken);
        }

        TellTheGuest(stage, share, narrator);
        return new Outcome(
            share.IcsAddress.ToString(),
            share.GuestIdentifier?.Value,
            Outcome.EventsOf(guestFeed),
            Outcome.EventsOf(publicFeed),
            stage.Revokes
        );
    }

    private static async Task<Feed> ReadAsGuestAsync(
        Stage stage,
        GuestShare share,
        Secret password,
        bool isPublic,
        Narrator narrator,
        CancellationToken cancellationToken
    )
    {
        FeedClient feeds = stage.Owner.Feeds;
        string userName = share.Login.UserName
            ?? throw new UnexpectedTurnException($"{stage.Guest} signs in with an account of the server: {share.Login}.");
        narrator.Chapter("The guest reads the calendar");
        narrator.Say($"Address:  {share.IcsAddress}");
        narrator.Say($"Sign in:  {userName}");
        Feed feed = await feeds.ReadAsync(
            share.IcsAddress,
            new() { Credentials = new FeedCredentials(userName, password) },
            cancellationToken: cancellationToken
        );
        narrator.Events(feed);

        if (isPublic)
        {
            narrator.Say("The calendar was public already: it takes any password, so no wrong one is tried.");
            return feed;
        }

        narrator.Chapter("With a wrong password the guest stays outside");
        narrator.Say(
            await RefusalAsync(feeds, share.IcsAddress, new FeedCredentials(userName, new Secret("wr0ng-password")), cancellationToken)
        );
        return feed;
    }

    private static async Task<Feed> SharePubliclyAsync(Stage stage, Narrator narrator, CancellationToken cancellationToken)
    {
        narrator.Chapter("The owner opens the calendar to everybody, and anybody reads it without signing in");
        PublicShare open = await stage.Owner.Calendars.SharePubliclyAsync(stage.Calendar, cancellationToken: cancellationToken);
        narrator.Did("the calendar is public");
        narrator.Say($"The public share: {open.Outcome}.");
        Feed feed = await stage.Owner.Feeds.ReadAsync(open.IcsAddress, cancellationToken: cancellationToken);
        narrator.Events(feed);
        return feed;
    }

    private static async Task RevokeAsync(
        Stage stage,
        GuestShare share,
        bool keepPublic,
        Narrator narrator,
        CancellationToken cancellationToken
    )
    {
        narrator.Chapter(
            keepPublic ? "The owner revokes the guest's share"
            : stage.SharesPublicly ? "The owner revokes both shares, and nobody reads the calendar any more"
            : "The owner revokes the share, and nobody reads the calendar any more"
        );
        CalendarClient calendars = stage.Owner.Calendars;
        Revocation guest = await calendars.RevokeGuestAsync(stage.Calendar, stage.Guest, cancellationToken: cancellationToken);
        narrator.Did("the guest's share is revoked");
        narrator.Say($"The guest's share: {guest.Outcome}.");
        if (keepPublic)
        {
            narrator.Say("The calendar was public before this story, and stays so.");
            return;
        }

        if (stage.SharesPublicly)
        {
            Revocation everybody = await calendars.RevokePublicAsync(stage.Calendar, cancellationToken);
            narrator.Did("the public share is revoked");
            narrator.Say($"The public share: {everybody.Outcome}.");
        }

        narrator.Say($"Anybody:   {await RefusalAsync(stage.Owner.Feeds, share.IcsAddress, null, cancellationToken)}");
        if (stage.GuestPassword is { } password && share.Login.UserName is { } userName)
        {
            var credentials = new FeedCredentials(userName, password);
            narrator.Say($"The guest: {await RefusalAsync(stage.Owner.Feeds, share.IcsAddress, credentials, cancellationToken)}");
        }
    }

    private static void TellTheGuest(Stage stage, GuestShare share, Narrator narrator)
    {
        if (stage.IsFake)
        {
            return;
        }

        narrator.Chapter(stage.Revokes ? "Nothing is left to tell the guest: the share was revoked" : $"What to tell {stage.Guest}");
        if (stage.Revokes)
        {
            return;
        }

        foreach (string line in GuestAdvice.For(share, isAccepted: stage.GuestPassword is not null))
        {
            narrator.Say(line);
        }

        if (stage.SharesPublicly)
        {
            narrator.Say(
                "The calendar is now open to everybody as well: whoever finds the address can read it. Running again with --revoke "
                    + "revokes the guest's share only, since the calendar is public by then: close it with zimbra-share public off."
            );
        }
    }

    private static async Task<bool> IsPublicAsync(Stage stage, CancellationToken cancellationToken)
    {
        await foreach (
            CalendarGrant grant in stage.Owner.Calendars.ListSharesAsync(
                new() { Calendar = stage.Calendar },
                cancellationToken: cancellationToken
            )
        )
        {
            if (grant.Grantee.Type == Zourit.Zimbra.Sharing.Values.GranteeType.Public)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<string> RefusalAsync(
        FeedClient feeds,
        IcsAddress address,
        FeedCredentials? credentials,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await feeds.ReadAsync(address, new() { Credentials = credentials }, cancellationToken: cancellationToken);
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.Rejected)
        {
            return "not let in (HTTP 401).";
        }
        catch (ZimbraFeedException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return "signed in, but there is no calendar any more (HTTP 404).";
        }

        throw new UnexpectedTurnException($"{address} let {credentials?.ToString() ?? "anybody"} in, though it should not.");
    }
}
