using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Tests.Resilience;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class AcceptanceRefusalTests
{
    private static readonly AcceptOptions AskOnce = new() { PublicationWait = TimeSpan.Zero };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_altered_link_is_rejected_and_nothing_is_made()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        string link = world.LinkTo().AbsoluteUri;
        int signature = link.IndexOf('_', StringComparison.Ordinal) + 1;
        var altered = PersonalLink.Parse(
            string.Concat(link.AsSpan(0, signature), link[signature] == '0' ? "1" : "0", link.AsSpan(signature + 1))
        );

        ZimbraInvitationException e = await Assert.ThrowsAsync<ZimbraInvitationException>(() =>
            world.Anonymous().Invitations.AcceptAsync(altered, "Adresse", new Secret(GuestPassword), cancellationToken: Token)
        );

        Assert.Equal((InvitationFailure.LinkRejected, "extuserprov GET"), (e.Failure, e.Operation));
        Assert.Contains("it was altered or cut", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(altered.Token, e.ToString(), StringComparison.Ordinal);
        Assert.Null(world.Server.Directory.FindAccount(Identifier));
    }

    [Fact]
    public async Task A_link_that_has_expired_says_so()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-03-01T12:00:00Z", null));
        await using AssociationWorld world = await new Association()
            .With(seed => seed.Domain("monasso.org", domain => domain.Attributes["zimbraExternalShareInvitationUrlExpiration"] = "1d"))
            .On(new() { TimeProvider = time })
            .StartAsync();
        await world.ShareAsync();
        time.Advance(TimeSpan.FromDays(2));

        ZimbraInvitationException e = await Assert.ThrowsAsync<ZimbraInvitationException>(() =>
            world
                .Anonymous(options => options.TimeProvider = time)
                .Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                    "Adresse",
                    new Secret(GuestPassword),
                    cancellationToken: Token
                )
        );

        Assert.Equal(InvitationFailure.LinkExpired, e.Failure);
        Assert.Contains("2026-03-02", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_that_was_revoked_cannot_be_accepted()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string folder = await world.ShareAsync();
        await world.AsOwner().SendAsync(Messages.Mail.FolderActionRequest.Revoke(folder, Guest), Token);

        ZimbraInvitationException e = await Assert.ThrowsAsync<ZimbraInvitationException>(() =>
            world
                .Anonymous()
                .Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                    "Adresse",
                    new Secret(GuestPassword),
                    AskOnce,
                    Token
                )
        );

        Assert.Equal(InvitationFailure.NothingShared, e.Failure);
        Assert.Contains("Ask the owner to share again.", e.Message, StringComparison.Ordinal);
        Assert.Equal((ZimbraFaultCodes.NoShareExists, "extuserprov POST"), (e.Code, e.Operation));
    }

    [Fact]
    public async Task A_password_against_the_policy_is_refused_at_once_and_nothing_is_made()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        using var listener = new TelemetryListener();

        ZimbraInvitationException e = await Assert.ThrowsAsync<ZimbraInvitationException>(() =>
            world
                .Anonymous()
                .Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                    "Adresse",
                    new Secret("abc"),
                    cancellationToken: Token
                )
        );

        Assert.Equal(InvitationFailure.PasswordRefused, e.Failure);
        Assert.Equal("extuserprov POST", e.Operation);
        Assert.Equal(
            ["extuserprov GET", e.Operation],
            listener.SpansTo(world.Server.ServerUri).Select(span => span.GetTagItem("zimbra.operation"))
        );
        Assert.Contains("Choose a longer one", e.Message, StringComparison.Ordinal);
        Assert.Null(world.Server.Directory.FindAccount(Identifier));
        Assert.Single(world.Server.Journal.Entries, entry => entry.Operations.Contains("extuserprov POST"));
    }

    [Theory]
    [InlineData("", GuestPassword)]
    [InlineData("Adresse", "")]
    public async Task An_empty_name_or_password_is_refused_before_anything_is_sent(string name, string password)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        int before = world.Server.Journal.Entries.Count;

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world
                .Anonymous()
                .Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                    name,
                    new Secret(password),
                    cancellationToken: Token
                )
        );

        Assert.Equal(before, world.Server.Journal.Entries.Count);
    }

    [Fact]
    public async Task A_host_that_is_no_Zimbra_is_named()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        await using var other = new ScriptedServer(Replies.Http(200, "<html><body>It works!</body></html>", "text/html"));
        var link = PersonalLink.Parse(new Uri(other.Address, world.LinkTo().PathAndQuery).AbsoluteUri);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            world.Anonymous().Invitations.AcceptAsync(link, "Adresse", new Secret(GuestPassword), cancellationToken: Token)
        );

        Assert.StartsWith($"What answers at {other.Address.Authority} is not Zimbra's sign-up page.", e.Message, StringComparison.Ordinal);
        Assert.Equal("extuserprov GET", e.Operation);
    }

    [Fact]
    public async Task A_host_without_the_sign_up_page_is_a_connection_failure()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        world.Server.Misbehave.On(MisbehaviourRules.SignUp).HtmlPage(404);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            world
                .Anonymous()
                .Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                    "Adresse",
                    new Secret(GuestPassword),
                    cancellationToken: Token
                )
        );

        Assert.Equal(404, (int)e.StatusCode!);
    }

    [Fact]
    public async Task A_plain_http_link_to_another_machine_is_not_opened_because_the_password_would_travel_in_clear()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        var link = PersonalLink.Parse("http://mail1.example.net" + world.LinkTo().PathAndQuery);

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.Anonymous().Invitations.AcceptAsync(link, "Adresse", new Secret(GuestPassword), cancellationToken: Token)
        );

        Assert.Contains("plain http", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Token, e.Message, StringComparison.Ordinal);
    }
}
