using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Makes the account of the association's guest, and looks at it on the server.</summary>
internal static class GuestCreations
{
    public const string OwnerDomain = "monasso.org";

    public static readonly GuestCreationOptions WithCalendar = new()
    {
        Calendars = [new SharedCalendar(SharingWorld.Owner, SharingWorld.Calendar)],
    };

    public static Account? GuestOf(SharingWorld world) => world.Zimbra.Directory.FindAccount(SharingWorld.Identifier);

    public static Task<GuestCreation> CreateAsync(
        SharingWorld world,
        GuestCreationOptions? options = null,
        string guest = SharingWorld.Guest
    ) =>
        world
            .AsAdmin()
            .Guests.CreateAsync(
                guest,
                OwnerDomain,
                new Secret(SharingWorld.Password),
                options ?? WithCalendar,
                TestContext.Current.CancellationToken
            );
}
