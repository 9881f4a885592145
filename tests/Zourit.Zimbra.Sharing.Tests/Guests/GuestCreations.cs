using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Makes the account of the association's guest, and looks at it on the server.</summary>
internal static class GuestCreations
{
    public const string OwnerDomain = "monasso.org";

    public static readonly NewGuestAccount WithCalendar = new()
    {
        Owner = SharingWorld.Owner,
        Calendar = SharingWorld.Calendar,
        Guest = SharingWorld.Guest,
        Password = new Secret(SharingWorld.Password),
    };

    public static Account? GuestOf(SharingWorld world) => world.Zimbra.Directory.FindAccount(SharingWorld.Identifier);

    public static Task<GuestCreation> CreateAsync(SharingWorld world, NewGuestAccount? account = null) =>
        world.AsAdmin().Guests.CreateAsync(account ?? WithCalendar, TestContext.Current.CancellationToken);
}
