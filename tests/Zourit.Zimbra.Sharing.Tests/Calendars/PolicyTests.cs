using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class PolicyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_guest_that_is_invalid_is_refused_before_anything_is_sent()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => world.Client.Calendars.CheckPolicyAsync(new() { Guest = "nobody" }, Cancel));

        Assert.Equal(0, world.RoundTrips);
    }

    [Fact]
    public async Task What_was_learned_a_moment_ago_is_asked_for_again_unless_it_may_be_as_old()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.PlanAsync("/my-events", Guest, cancellationToken: Cancel);
        int before = world.RoundTrips;

        await world.Client.Calendars.CheckPolicyAsync(new() { MaxAge = TimeSpan.FromMinutes(1) }, Cancel);
        int known = world.RoundTrips - before;
        await world.Client.Calendars.CheckPolicyAsync(cancellationToken: Cancel);

        Assert.Equal((0, 1), (known, world.RoundTrips - before));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new PolicyCheckOptions { MaxAge = TimeSpan.FromSeconds(-1) });
    }

    [Fact]
    public async Task An_owner_learns_what_is_switched_off_but_not_where_nor_the_white_list()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        Set(world, "zimbraPublicSharingEnabled", "FALSE");

        SharingPolicy policy = await world.Client.Calendars.CheckPolicyAsync(cancellationToken: Cancel);

        Assert.Equal(1, world.RoundTrips);
        Assert.Equal(Owner, policy.Owner);
        Assert.Equal(PolicyAnswer.Refused, policy.Public.Answer);
        PolicyRule rule = Assert.Single(policy.Public.Rules, rule => rule.Answer == PolicyAnswer.Refused);
        Assert.Equal(("zimbraPublicSharingEnabled", "FALSE", PolicyLevel.Unknown), (rule.Attribute, rule.Value, rule.Level));
        Assert.Contains("zimbraPublicSharingEnabled is FALSE", policy.Public.ToString(), StringComparison.Ordinal);
        Assert.Equal(PolicyAnswer.Unknown, policy.Guests.Answer);
        Assert.Equal(
            "zimbraExternalShareDomainWhitelistEnabled",
            Assert.Single(policy.Guests.Rules, rule => rule.Answer == PolicyAnswer.Unknown).Attribute
        );
        Assert.Equal(PolicyAnswer.Allowed, policy.Users.Answer);
        Assert.Null(policy.GuestIsInternal);
    }

    [Fact]
    public async Task With_nothing_forbidden_an_administrator_knows_that_all_is_allowed()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();

        SharingPolicy policy = await world.Client.Mailbox(Owner).Calendars.CheckPolicyAsync(new() { Guest = Guest }, Cancel);

        Assert.Equal(
            (PolicyAnswer.Allowed, PolicyAnswer.Allowed, PolicyAnswer.Allowed),
            (policy.Guests.Answer, policy.Public.Answer, policy.Users.Answer)
        );
        Assert.False(policy.GuestIsInternal);
        Assert.Null(policy.Guests.Lifetime);
        Assert.All(policy.Public.Rules, rule => Assert.Equal(PolicyLevel.ClassOfService, rule.Level));
    }

    [Theory]
    [InlineData("account", PolicyLevel.Account)]
    [InlineData("cos", PolicyLevel.ClassOfService)]
    [InlineData("domain", PolicyLevel.Domain)]
    [InlineData("nowhere", PolicyLevel.Global)]
    public async Task An_administrator_learns_at_which_level_a_switch_is_set(string where, PolicyLevel level)
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        world.Server.Change(directory =>
        {
            const string Name = "zimbraExternalSharingEnabled";
            foreach (var cos in directory.ClassesOfService)
            {
                cos.Attributes[Name] = where is "cos" ? "FALSE" : null;
            }

            directory.FindAccount(Owner)!.Attributes[Name] = where is "account" ? "FALSE" : null;
            directory.FindDomain("monasso.org")!.Attributes[Name] = where is "domain" ? "FALSE" : null;
        });

        SharingPolicy policy = await world.Client.Mailbox(Owner).Calendars.CheckPolicyAsync(cancellationToken: Cancel);

        PolicyRule rule = Assert.Single(policy.Guests.Rules, rule => rule.Attribute == "zimbraExternalSharingEnabled");
        Assert.Equal((level, where is "nowhere" ? PolicyAnswer.Allowed : PolicyAnswer.Refused), (rule.Level, rule.Answer));
    }

    [Theory]
    [InlineData("adresse@orange.fr", PolicyAnswer.Refused)]
    [InlineData("adresse@Free.FR", PolicyAnswer.Allowed)]
    [InlineData("adresse@sub.free.fr", PolicyAnswer.Refused)]
    [InlineData(null, PolicyAnswer.Unknown)]
    public async Task The_white_list_is_read_by_an_administrator_and_answers_as_the_server_does(string? guest, PolicyAnswer answer)
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        Set(world, "zimbraExternalShareDomainWhitelistEnabled", "TRUE");
        Set(world, "zimbraExternalShareWhitelistDomain", "free.fr");
        CalendarClient calendars = world.Client.Mailbox(Owner).Calendars;

        SharingPolicy policy = await calendars.CheckPolicyAsync(new() { Guest = guest }, Cancel);

        Assert.Equal(answer, policy.Guests.Answer);
        if (guest is not null)
        {
            Exception? e = await Record.ExceptionAsync(() => calendars.ShareWithGuestAsync(Events, guest, cancellationToken: Cancel));
            Assert.Equal(answer == PolicyAnswer.Refused, e is ZimbraFaultException { Code: ZimbraFaultCodes.PermissionDenied });
        }
    }

    [Theory]
    [InlineData(29, PolicyAnswer.Allowed)]
    [InlineData(31, PolicyAnswer.Refused)]
    public async Task A_lifetime_answers_for_the_end_that_is_wanted(int days, PolicyAnswer answer)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        Set(world, "zimbraShareLifetime", "30d");
        DateTimeOffset end = TimeProvider.System.GetUtcNow().AddDays(days);

        SharingPolicy policy = await world.Client.Calendars.CheckPolicyAsync(new() { Expiry = end }, Cancel);

        Assert.Equal(answer, policy.Users.Answer);
        Assert.Equal(TimeSpan.FromDays(30), policy.Users.Lifetime);
        Exception? e = await Record.ExceptionAsync(() =>
            world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Expiry = end }, Cancel)
        );
        Assert.Equal(answer == PolicyAnswer.Refused, e is ZimbraFaultException { Code: ZimbraFaultCodes.PermissionDenied });
    }

    [Fact]
    public async Task A_public_share_without_end_is_refused_under_a_lifetime()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        Set(world, "zimbraPublicShareLifetime", "12h");

        SharingPolicy never = await world.Client.Calendars.CheckPolicyAsync(new() { Expiry = ShareExpiry.Never }, Cancel);
        SharingPolicy kept = await world.Client.Calendars.CheckPolicyAsync(cancellationToken: Cancel);

        Assert.Equal((PolicyAnswer.Refused, PolicyAnswer.Allowed), (never.Public.Answer, kept.Public.Answer));
        Assert.Equal(TimeSpan.FromHours(12), kept.Public.Lifetime);
    }

    [Theory]
    [InlineData("president@monasso.org", true)]
    [InlineData("voisin@autre.org", true)]
    [InlineData("inconnu@monasso.org", false)]
    public async Task An_administrator_learns_whether_the_guest_is_internal(string guest, bool isInternal)
    {
        await using AssociationWorld world = await new Association()
            .AsAdmin()
            .With(seed => seed.Account("voisin@autre.org", OwnerPassword))
            .StartAsync();

        SharingPolicy policy = await world.Client.Mailbox(Owner).Calendars.CheckPolicyAsync(new() { Guest = guest }, Cancel);

        Assert.Equal(isInternal, policy.GuestIsInternal);
    }

    [Fact]
    public async Task Across_domains_an_account_is_internal_only_where_the_domain_allows_it()
    {
        await using AssociationWorld world = await new Association()
            .AsAdmin()
            .With(seed => seed.Account("voisin@autre.org", OwnerPassword))
            .StartAsync();
        world.Server.Change(directory =>
            directory.FindDomain("monasso.org")!.Attributes["zimbraInternalSharingCrossDomainEnabled"] = "FALSE"
        );
        CalendarClient calendars = world.Client.Mailbox(Owner).Calendars;

        SharingPolicy policy = await calendars.CheckPolicyAsync(new() { Guest = "voisin@autre.org" }, Cancel);
        GuestShare share = await calendars.ShareWithGuestAsync(Events, "voisin@autre.org", cancellationToken: Cancel);

        Assert.False(policy.GuestIsInternal);
        Assert.Equal(Sharing.Values.GranteeType.Guest, share.Grantee.Type);
    }

    [Fact]
    public async Task An_alias_is_revoked_by_an_administrator_who_can_look_it_up()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        CalendarClient calendars = world.Client.Mailbox(Owner).Calendars;
        await calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);

        Revocation revocation = await calendars.RevokeUserAsync(Events, "president", cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Empty(world.Grants());
    }

    [Theory]
    [InlineData("30d", 2_592_000d)]
    [InlineData("12h", 43_200d)]
    [InlineData("15m", 900d)]
    [InlineData("3600s", 3_600d)]
    [InlineData("500ms", 0.5)]
    [InlineData("60", 60d)]
    [InlineData("0", 0d)]
    [InlineData("99999999999d", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("soon", null)]
    [InlineData("3w", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Lifetimes_are_read_as_the_directory_writes_them(string? text, double? seconds) =>
        Assert.Equal(seconds, Sharing.Messages.DirectoryDuration.Parse(text)?.TotalSeconds);

    private static void Set(AssociationWorld world, string name, string value) =>
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes[name] = value);
}
