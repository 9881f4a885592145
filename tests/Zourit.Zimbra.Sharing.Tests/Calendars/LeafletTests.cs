using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Guides;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>What a share's leaflet says is tried at the server: its address and user name open the calendar.</summary>
public sealed class LeafletTests
{
    private const string GuestPassword = "gu3st-Pässword";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_that_lets_nobody_in_has_no_leaflet()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        UserShare share = await world.Client.Calendars.ShareWithUserAsync(Events, "nobody@example.org", new() { Notify = false }, Cancel);
        UserShare broken = share with { Grantee = share.Grantee with { Id = "Name <nobody@example.org>" } };

        var e = Assert.Throws<InvalidOperationException>(() => broken.ToSubscription());

        Assert.Contains("Name <nobody@example.org>", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GuideLanguage.English)]
    [InlineData(GuideLanguage.French)]
    public async Task A_guest_gets_in_by_the_leaflet_alone(GuideLanguage language)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        SentInvitation? mail = await world.Client.Invitations.FindAsync(
            new InvitationSearch { Guest = Guest, Calendar = share.Path },
            Cancel
        );
        Subscription subscription = share.ToSubscription() with { OwnerName = "Mon asso", PersonalLink = mail!.Link };
        var guide = new SubscriptionGuide(subscription);
        string page = guide.ToHtml(language),
            text = guide.ToText(language);

        string link = Page.Read(page)
            .Descendants("a")
            .Attributes("href")
            .Single(a => a.Value.Contains("extuserprov", StringComparison.Ordinal))
            .Value;
        Assert.Contains($"    {link}\n", text, StringComparison.Ordinal);
        await using ZimbraClient anybody = new(world.Server.ServerUri, ZimbraCredentials.Anonymous);
        await anybody.Invitations.AcceptAsync(PersonalLink.Parse(link), "Adresse", new Secret(GuestPassword), cancellationToken: Cancel);
        string userName = Page.Read(page).Descendants("dd").Elements("code").ElementAt(1).Value;
        await anybody.Feeds.ReadAsync(
            IcsAddress.Parse(Page.QrText(page)!),
            new() { Credentials = new FeedCredentials(userName, new Secret(GuestPassword)) },
            cancellationToken: Cancel
        );

        Assert.Equal("adresse.orange.fr@monasso.org", userName);
        Assert.DoesNotContain(GuestPassword, page + text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_servers_http_address_is_warned_of()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);

        Assert.True(share.ToSubscription().ExposesPassword);
        Assert.Contains(
            "would travel in clear",
            new SubscriptionGuide(share.ToSubscription()).ToMarkdown(GuideLanguage.English),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_grant_password_is_in_no_form_of_the_leaflet_and_opens_the_calendar_by_its_user_name()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new()
            {
                Notify = false,
                GrantPassword = new Secret(GuestPassword),
                Expiry = ShareExpiry.At(DateTimeOffset.UnixEpoch.AddYears(200)),
            },
            Cancel
        );
        Subscription subscription = share.ToSubscription();
        var guide = new SubscriptionGuide(subscription);

        Assert.Equal(SubscriberKind.GuestWithGrantPassword, subscription.Subscriber.Kind);
        Assert.All(
            Enum.GetValues<GuideLanguage>()
                .SelectMany(language =>
                    new[]
                    {
                        guide.ToText(language),
                        guide.ToMarkdown(language),
                        guide.ToHtml(language),
                        guide.AppleProfile.ToMobileConfig(language),
                    }
                ),
            form => Assert.DoesNotContain(GuestPassword, form, StringComparison.Ordinal)
        );
        Assert.Contains("1er janvier 2170", guide.ToText(GuideLanguage.French), StringComparison.Ordinal);
        await using ZimbraClient anybody = new(world.Server.ServerUri, ZimbraCredentials.Anonymous);
        await anybody.Feeds.ReadAsync(
            subscription.BestAddress,
            new() { Credentials = new FeedCredentials(subscription.Subscriber.UserName!, new Secret(GuestPassword)) },
            cancellationToken: Cancel
        );
    }

    [Fact]
    public async Task A_public_calendar_is_read_by_the_leaflets_address_without_signing_in()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        PublicShare share = await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        string page = new SubscriptionGuide(share.ToSubscription()).ToHtml(GuideLanguage.French);

        Assert.Same(Subscriber.Everybody, share.ToSubscription().Subscriber);
        await using ZimbraClient anybody = new(world.Server.ServerUri, ZimbraCredentials.Anonymous);
        await anybody.Feeds.ReadAsync(IcsAddress.Parse(Page.QrText(page)!), cancellationToken: Cancel);
    }

    [Fact]
    public async Task Whom_the_server_takes_for_another_signs_in_as_that_one()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShare paul = await world.Client.Calendars.ShareWithGuestAsync(Events, "paul@monasso.org", new() { Notify = false }, Cancel);
        UserShare unknown = await world.Client.Calendars.ShareWithUserAsync(Events, "nobody@example.org", new() { Notify = false }, Cancel);
        UserShare group = await world.Client.Calendars.ShareWithUserAsync(Events, "bureau@monasso.org", new() { Notify = false }, Cancel);

        Assert.Equal(Subscriber.User("paul@monasso.org"), paul.ToSubscription().Subscriber);
        Assert.Equal(Subscriber.Guest(GuestIdentifier.Parse("nobody.example.org@monasso.org")), unknown.ToSubscription().Subscriber);
        Assert.Equal(Subscriber.AnyUser, group.ToSubscription().Subscriber);
    }

    [Fact]
    public async Task A_listed_grant_that_lets_nobody_in_has_no_leaflet()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        CalendarGrant grant = await world
            .Client.Calendars.ListSharesAsync(new() { Calendar = Events }, cancellationToken: Cancel)
            .SingleAsync(Cancel);

        var ended = Assert.Throws<InvalidOperationException>(() => (grant with { IsExpired = true }).ToSubscription());
        var orphan = Assert.Throws<InvalidOperationException>(() => (grant with { IsOrphan = true }).ToSubscription());
        var broken = Assert.Throws<InvalidOperationException>(() =>
            (grant with { GuestIdentifier = null, Grantee = grant.Grantee with { Id = "Name <nobody@example.org>" } }).ToSubscription()
        );

        Assert.Contains("expired", ended.Message, StringComparison.Ordinal);
        Assert.Contains("was deleted", orphan.Message, StringComparison.Ordinal);
        Assert.Contains("Name <nobody@example.org>", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_leaflet_of_a_share_that_exists_is_that_of_the_share_as_made()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        CalendarClient calendars = world.Client.Calendars;
        var end = ShareExpiry.At(DateTimeOffset.UnixEpoch.AddYears(200));
        Subscription[] made =
        [
            (await calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false, Expiry = end }, Cancel)).ToSubscription(),
            (
                await calendars.ShareWithGuestAsync(
                    Events,
                    "autre@orange.fr",
                    new() { Notify = false, GrantPassword = new Secret(GuestPassword) },
                    Cancel
                )
            ).ToSubscription(),
            (await calendars.ShareWithGuestAsync(Events, "paul@monasso.org", new() { Notify = false }, Cancel)).ToSubscription(),
            (await calendars.ShareWithUserAsync(Events, "bureau@monasso.org", new() { Notify = false }, Cancel)).ToSubscription(),
            (await calendars.SharePubliclyAsync(Events, cancellationToken: Cancel)).ToSubscription(),
        ];

        Subscription[] listed = await calendars
            .ListSharesAsync(new() { Calendar = Events }, cancellationToken: Cancel)
            .Select(grant => grant.ToSubscription())
            .ToArrayAsync(Cancel);

        Assert.Equivalent(made, listed, strict: true);
        Assert.All(made, each => Assert.Contains(each, listed));
    }

    [Fact]
    public void A_leaflet_for_a_group_names_no_user()
    {
        var subscription = new Subscription
        {
            Address = IcsAddress.Parse("https://mail1.example.net/home/owner@monasso.org/Calendar.ics"),
            Subscriber = Subscriber.AnyUser,
        };
        var guide = new SubscriptionGuide(subscription);

        Assert.Contains("\n    the name of your account\n", guide.ToText(GuideLanguage.English), StringComparison.Ordinal);
        Assert.Contains("**Identifiant** — le nom de votre compte\n", guide.ToMarkdown(GuideLanguage.French), StringComparison.Ordinal);
        Assert.DoesNotContain("/dav//", guide.ToText(GuideLanguage.English), StringComparison.Ordinal);
        Assert.DoesNotContain("SubCalAccountUsername", guide.AppleProfile.ToMobileConfig(GuideLanguage.English), StringComparison.Ordinal);
    }
}
