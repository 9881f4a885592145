using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>A ceiling that no policy explains: the one that set it is gone, or may not be read.</summary>
public sealed class UnknownCeilingTests
{
    private const string Colleague = "paul@monasso.org";
    private const string Lifetime = "zimbraExternalShareLifetime";

    private static readonly GuestShareOptions Quiet = new() { Notify = false };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_end_that_was_to_stay_is_named_when_it_lies_after_a_ceiling_whose_policy_is_gone()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        DateTimeOffset end = TimeProvider.System.GetUtcNow().AddDays(50);
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Quiet with { Expiry = end }, Cancel);
        await Limit(world, "10d").Calendars.ShareWithGuestAsync(Events, "autre@orange.fr", Quiet, Cancel);
        ZimbraClient owner = Limit(world, "0");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            owner.Calendars.ShareWithGuestAsync(Events, Guest, Quiet with { Permissions = Permissions.Editor }, Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.PermissionDenied, e.Code);
        Assert.Contains($"{end:yyyy-MM-dd HH:mm}", e.Message, StringComparison.Ordinal);
        Assert.Contains("guestGrantExpiry", e.Message, StringComparison.Ordinal);
        Assert.Equal("r", world.Grants()[0].Rights);
    }

    [Fact]
    public async Task A_colleague_who_cannot_read_the_policy_does_not_move_a_ceiling_to_be_without_end()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association()
            .WithOwner(account => account.Attribute(Lifetime, "10d"))
            .Amid(others)
            .StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Quiet, Cancel);
        await world.Client.Calendars.ShareWithUserAsync(
            Events,
            Colleague,
            new() { Notify = false, Permissions = Permissions.Parse("rwidxa") },
            Cancel
        );
        bool isListWritten = false;
        others.Before("op=\"update\"", () => isListWritten = true);

        RenewedShare share = await world
            .As(Colleague, way: others)
            .Mailbox(Owner)
            .Calendars.RenewAsync(Events, Guest, ShareExpiry.Never, Cancel);

        Assert.NotNull(share.EffectiveExpiry);
        Assert.False(isListWritten);
    }

    /// <summary>A client of the owner's that has read nothing before the policy was changed.</summary>
    private static ZimbraClient Limit(AssociationWorld world, string lifetime)
    {
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes[Lifetime] = lifetime);
        return world.AsOwner();
    }
}
