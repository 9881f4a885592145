using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Makes the account of the association's guest, and looks at it on the server.</summary>
internal static class GuestCreations
{
    public const string OwnerDomain = "monasso.org";

    public static readonly NewGuestAccount WithCalendar = new()
    {
        Owner = Owner,
        Calendar = Events,
        Guest = Guest,
        Password = new Secret(GuestPassword),
    };

    public static Account? GuestOf(AssociationWorld world) => world.Server.Directory.FindAccount(Identifier);

    public static Task<GuestCreation> CreateAsync(AssociationWorld world, NewGuestAccount? account = null) =>
        world.AsAdmin().Guests.CreateAsync(account ?? WithCalendar, TestContext.Current.CancellationToken);
}
