using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Cancellation.CancellationWorld;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>All public operations that take a CancellationToken.</summary>
internal static class CancellableCalls
{
    private static readonly GuestShareOptions Ensured = new() { EnsureNotified = true };
    private static readonly GuestShareItem[] List =
    [
        new()
        {
            Calendar = Events,
            Guest = Guest,
            Options = Ensured,
        },
        new()
        {
            Calendar = "/libre",
            Guest = "autre@orange.fr",
            Options = Ensured,
        },
    ];

    private static readonly NewGuestAccount Account = new()
    {
        Owner = Owner,
        Calendar = Events,
        Guest = Guest,
        Password = new Secret(GuestPassword),
    };

    private static readonly ShareItem[] AllKinds =
    [
        new GuestShareItem { Calendar = Events, Guest = Known },
        new UserShareItem { Calendar = Events, User = "paul" },
        new PublicShareItem { Calendar = "/libre" },
    ];

    private static readonly RenewalItem[] Renewals =
    [
        new()
        {
            Calendar = Events,
            Grantee = Known,
            Expiry = TimeProvider.System.GetUtcNow().AddDays(9),
        },
    ];

    private static readonly NewGuestAccount[] Guests = [Account, Account with { Guest = "autre@orange.fr" }];

    public static IReadOnlyList<CancellableCall> Calendars { get; } =
    [
        new("CalendarClient.ShareWithGuestAsync", (world, token) =>
            world.OwnerClient.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, token)
        ),
        new("CalendarClient.ShareWithUserAsync", (world, token) =>
            world.Admin.Mailbox(Owner).Calendars.ShareWithUserAsync(Events, "paul", new() { EnsureNotified = true }, token)
        ),
        new("CalendarClient.SharePubliclyAsync", (world, token) =>
            world.OwnerClient.Calendars.SharePubliclyAsync("/libre", cancellationToken: token)
        ),
        new("CalendarClient.RevokeGuestAsync", (world, token) =>
            world.OwnerClient.Calendars.RevokeGuestAsync(Events, Known, cancellationToken: token)
        ),
        new("CalendarClient.RevokeUserAsync", (world, token) =>
            world.OwnerClient.Calendars.RevokeUserAsync(Events, "paul", cancellationToken: token)
        ),
        new("CalendarClient.RevokePublicAsync", (world, token) => world.OwnerClient.Calendars.RevokePublicAsync(Events, token)),
        new("CalendarClient.ListSharesAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.ListSharesAsync(cancellationToken: token))
        ),
        new("CalendarClient.ListEndingAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.ListEndingAsync(TimeSpan.FromDays(30), cancellationToken: token))
        ),
        new("CalendarClient.RenewAsync", (world, token) =>
            world.OwnerClient.Calendars.RenewAsync(Events, Known, TimeProvider.System.GetUtcNow().AddDays(9), token)
        ),
        new("CalendarClient.RenewPublicAsync", (world, token) =>
            world.OwnerClient.Calendars.RenewPublicAsync(Events, TimeProvider.System.GetUtcNow().AddDays(9), token)
        ),
        new("CalendarClient.NotifyAgainAsync", (world, token) =>
            world.OwnerClient.Calendars.NotifyAgainAsync(Events, Known, cancellationToken: token)
        )
        {
            MailsEachTime = true,
        },
        new("CalendarClient.CheckPolicyAsync", (world, token) => world.OwnerClient.Calendars.CheckPolicyAsync(cancellationToken: token)),
        new("CalendarClient.PlanAsync", (world, token) => world.OwnerClient.Calendars.PlanAsync(Events, Known, cancellationToken: token)),
        new("CalendarClient.PlanSharesAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.PlanSharesAsync(List, cancellationToken: token))
        ),
        new("CalendarClient.ShareWithGuestsAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.ShareWithGuestsAsync(List, cancellationToken: token))
        ),
        new("CalendarClient.ApplySharesAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.ApplySharesAsync(AllKinds, cancellationToken: token))
        ),
        new("CalendarClient.ShareWithUsersAsync", (world, token) =>
            All(
                world,
                world.OwnerClient.Calendars.ShareWithUsersAsync(
                    [new() { Calendar = Events, User = "paul" }, new() { Calendar = "/autre", User = "paul" }],
                    cancellationToken: token
                )
            )
        ),
        new("CalendarClient.RevokeSharesAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.RevokeSharesAsync(AllKinds, cancellationToken: token))
        ),
        new("CalendarClient.RenewSharesAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.RenewSharesAsync(Renewals, cancellationToken: token))
        ),
        new("CalendarClient.PlanRevocationAsync", (world, token) =>
            world.OwnerClient.Calendars.PlanRevocationAsync(Events, Known, cancellationToken: token)
        ),
        new("CalendarClient.PlanRevocationsAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.PlanRevocationsAsync(AllKinds, cancellationToken: token))
        ),
        new("CalendarClient.PlanRenewalAsync", (world, token) =>
            world.OwnerClient.Calendars.PlanRenewalAsync(Events, Known, ShareExpiry.Never, token)
        ),
        new("CalendarClient.PlanRenewalsAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.PlanRenewalsAsync(Renewals, cancellationToken: token))
        ),
        new("CalendarClient.RevokeAllAsync", (world, token) => world.OwnerClient.Calendars.RevokeAllAsync(Events, token)),
        new("CalendarClient.RevokeAllOfGuestAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.RevokeAllOfGuestAsync(Known, cancellationToken: token))
        ),
        new("CalendarClient.ListCalendarsAsync", (world, token) =>
            All(world, world.OwnerClient.Calendars.ListCalendarsAsync(cancellationToken: token))
        ),
        new("CalendarClient.FindShareAsync", (world, token) => world.OwnerClient.Calendars.FindShareAsync(Events, Known, token)),
        new("CalendarClient.FindPublicShareAsync", (world, token) => world.OwnerClient.Calendars.FindPublicShareAsync(Events, token)),
        new("CalendarClient.ReviewAsync", (world, token) =>
            All(world, world.Admin.Calendars.ReviewAsync(new() { WholeServer = true }, token))
        ),
    ];

    public static IReadOnlyList<CancellableCall> GuestAccounts { get; } =
    [
        new("GuestClient.CreateAsync", (world, token) =>
            world.Admin.Guests.CreateAsync(
                Account with
                {
                    FurtherCalendars = [new() { Owner = Owner, Calendar = FolderPath.Parse("/libre") }],
                },
                token
            )
        ),
        new("GuestClient.CreateAllAsync", (world, token) =>
            All(world, world.Admin.Guests.CreateAllAsync(Guests, cancellationToken: token))
        ),
        new("GuestClient.FindAsync", (world, token) => world.Admin.Guests.FindAsync(KnownIdentifier, token)),
        new("GuestClient.FindByMailAsync", (world, token) => world.Admin.Guests.FindByMailAsync("monasso.org", Known, token)),
        new("GuestClient.FindAllAsync", (world, token) => All(world, world.Admin.Guests.FindAllAsync(new(), token))),
        new("GuestClient.GetPasswordPolicyAsync", (world, token) => world.Admin.Guests.GetPasswordPolicyAsync("monasso.org", token)),
        new("GuestClient.ResetPasswordAsync", (world, token) => world.Admin.Guests.ResetPasswordAsync(KnownIdentifier, token)),
        new("GuestClient.SetPasswordAsync", (world, token) =>
            world.Admin.Guests.SetPasswordAsync(KnownIdentifier, new Secret(NewPassword), token)
        ),
        new("GuestClient.SuspendAsync", (world, token) => world.Admin.Guests.SuspendAsync(KnownIdentifier, token)),
        new("GuestClient.ResumeAsync", (world, token) => world.Admin.Guests.ResumeAsync(KnownIdentifier, token)),
        new("GuestClient.ListAccessAsync", (world, token) =>
            All(world, world.Admin.Guests.ListAccessAsync(Known, new() { OwnerDomain = "monasso.org" }, token))
        ),
        new("GuestClient.RetireAsync", (world, token) =>
            world.Admin.Guests.RetireAsync("monasso.org", Known, new() { DeleteAccount = true }, token)
        ),
        new("GuestClient.InspectAsync", (world, token) => world.Admin.Guests.InspectAsync(KnownIdentifier, token)),
        new("GuestClient.InspectAllAsync", (world, token) =>
            All(world, world.Admin.Guests.InspectAllAsync(new() { OwnerDomain = "monasso.org" }, token))
        ),
        new("GuestClient.RepairAsync", (world, token) => world.Admin.Guests.RepairAsync(KnownIdentifier, token)),
        new("GuestClient.FindCollisionsAsync", (world, token) => All(world, world.Admin.Guests.FindCollisionsAsync("monasso.org", token))),
    ];

    public static IReadOnlyList<CancellableCall> Others { get; } =
    [
        new("InvitationClient.AcceptAsync", (world, token) =>
            world.Anybody.Invitations.AcceptAsync(world.Link, "Invité", new Secret(GuestPassword), new(), token)
        ),
        new("InvitationClient.ComputeLinkAsync", (world, token) =>
            world.Admin.Mailbox(Owner).Invitations.ComputeLinkAsync(FolderPath.Parse(Events), Known, token)
        ),
        new("InvitationClient.FindAsync", (world, token) =>
            world.OwnerClient.Invitations.FindAsync(
                new InvitationSearch { Guest = "invite@orange.fr", Calendar = FolderPath.Parse("/autre") },
                token
            )
        ),
        new("InvitationClient.FindAllAsync", (world, token) =>
            All(world, world.OwnerClient.Invitations.FindAllAsync(new() { Guest = "invite@orange.fr" }, token))
        ),
        new("FeedClient.ReadAsync", (world, token) => world.Anybody.Feeds.ReadAsync(world.Address, cancellationToken: token)),
        new("FeedClient.ReadIfChangedAsync", (world, token) =>
            world.Anybody.Feeds.ReadIfChangedAsync(world.Address, "another", cancellationToken: token)
        ),
        new("FeedClient.OpenAsync", async (world, token) =>
        {
            await using Stream feed = await world.Anybody.Feeds.OpenAsync(world.Address, cancellationToken: token);
            await feed.CopyToAsync(Stream.Null, token);
        }),
        new("FeedClient.ReadFreeBusyAsync", (world, token) =>
            world.Anybody.Feeds.ReadFreeBusyAsync(world.Address, cancellationToken: token)
        ),
        new("FeedClient.FindEncryptedAddressAsync", (world, token) => world.Anybody.Feeds.FindEncryptedAddressAsync(world.Address, token))
        {
            AsksElsewhere = true,
        },
        new("FeedClient.DiagnoseAsync", (world, token) =>
            world.Admin.Feeds.DiagnoseAsync(Owner, Events, Known, new() { Password = new Secret(GuestPassword) }, token)
        ),
        new("FeedClient.DiagnoseAddressAsync", (world, token) =>
            world.OwnerClient.Feeds.DiagnoseAddressAsync(world.Address, Known, new() { Password = new Secret(GuestPassword) }, token)
        ),
        new("FeedClient.DiagnoseCalDavAsync", (world, token) =>
            world.OwnerClient.Feeds.DiagnoseCalDavAsync(Owner, Events, Known, new() { Password = new Secret(GuestPassword) }, token)
        ),
        new("ZimbraClient.SendAsync", (world, token) =>
            world.OwnerClient.SendAsync(
                new BatchRequest([
                    FolderActionRequest.Grant(world.FolderId, FolderGrant.Guest("brut@orange.fr", "r")),
                    GetFolderRequest.WithId(world.FolderId),
                ]),
                token
            )
        ),
        new("ZimbraMailbox.SendAsync", (world, token) =>
            world
                .Admin.Mailbox(Owner)
                .SendAsync(
                    new BatchRequest([
                        FolderActionRequest.Grant(world.FolderId, FolderGrant.Guest("brut@orange.fr", "r")),
                        GetFolderRequest.WithId(world.FolderId),
                    ]),
                    token
                )
        ),
        new("ZimbraClient.PingAsync", (world, token) => world.OwnerClient.PingAsync(token)),
        new("ZimbraClient.SearchDirectoryAsync", (world, token) =>
            All(world, world.Admin.SearchDirectoryAsync(new SearchDirectoryRequest { Limit = 2 }, token))
        ),
    ];

    public static CancellableCall Named(string name) => Calendars.Concat(GuestAccounts).Concat(Others).Single(call => call.Name == name);

    private static async Task All<T>(CancellationWorld world, IAsyncEnumerable<T> stream)
    {
        await foreach (T _ in stream)
        {
            world.ItemCame();
        }
    }
}
