using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>The calls that read what the server says, in an order in which a server can carry them out.</summary>
internal static class Calls
{
    public const string Owner = "moncompte@monasso.org";
    public const string Calendar = "/my-events";
    public const string Guest = "adresse@orange.fr";
    private const string Domain = "monasso.org";

    private static readonly GuestIdentifier Identifier = GuestIdentifier.For(GuestAddress.Parse(Guest), Domain);
    private static readonly DateTimeOffset End = new(2037, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Call> All { get; } =
    [
        User("ShareWithGuest", client => client.Calendars.ShareWithGuestAsync(Calendar, Guest)),
        User("ShareWithGuestAgain", client =>
            client.Calendars.ShareWithGuestAsync(Calendar, Guest, new GuestShareOptions { Expiry = ShareExpiry.At(End) })
        ),
        User("ShareWithUser", client => client.Calendars.ShareWithUserAsync(Calendar, "paul@monasso.org")),
        User("SharePublicly", client => client.Calendars.SharePubliclyAsync(Calendar)),
        User("ListShares", client => Each(client.Calendars.ListSharesAsync())),
        User("ListSharesOf", client => Each(client.Calendars.ListSharesAsync(new() { Calendar = Calendar }))),
        User("Renew", client => client.Calendars.RenewAsync(Calendar, Guest, ShareExpiry.At(End.AddYears(1)))),
        User("NotifyAgain", client => client.Calendars.NotifyAgainAsync(Calendar, Guest)),
        User("FindInvitation", client =>
            client.Invitations.FindAsync(new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse(Calendar) })
        ),
        User("FindAllInvitations", client => Each(client.Invitations.FindAllAsync(new InvitationSearch { Guest = Guest }))),
        User("CheckPolicy", client => client.Calendars.CheckPolicyAsync()),
        User("Review", client => Each(client.Calendars.ReviewAsync())),
        User("ShareMissing", client => client.Calendars.SharePubliclyAsync("/my-evenst")),
        User("Diagnose", client => client.Feeds.DiagnoseAsync(Owner, Calendar, Guest)),
        Admin("ReviewServer", client => Each(client.Calendars.ReviewAsync(new ReviewOptions { Domain = Domain }))),
        Admin("ShareOnBehalf", client =>
            client.Mailbox(Owner).Calendars.ShareWithGuestAsync(Calendar, "marie@example.com", new GuestShareOptions { Notify = false })
        ),
        Admin("CheckPolicyAsAdmin", client => client.Mailbox(Owner).Calendars.CheckPolicyAsync()),
        Admin("ComputeLink", client => client.Mailbox(Owner).Invitations.ComputeLinkAsync(FolderPath.Parse(Calendar), Guest)),
        Admin("CreateGuest", client => client.Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = Owner,
                    Calendar = Calendar,
                    Guest = Guest,
                    Password = new Secret("s3cret-Pässword"),
                }
            )),
        Admin("FindGuest", client => client.Guests.FindAsync(Identifier)),
        Admin("FindAllGuests", client => Each(client.Guests.FindAllAsync(new GuestSearch { OwnerDomain = Domain }))),
        Admin("GetPasswordPolicy", client => client.Guests.GetPasswordPolicyAsync(Domain)),
        Admin("ResetPassword", client => client.Guests.ResetPasswordAsync(Identifier)),
        Admin("Suspend", client => client.Guests.SuspendAsync(Identifier)),
        Admin("Resume", client => client.Guests.ResumeAsync(Identifier)),
        Admin("ListAccess", client => Each(client.Guests.ListAccessAsync(Guest))),
        Admin("Inspect", client => client.Guests.InspectAsync(Identifier)),
        Admin("Repair", client => client.Guests.RepairAsync(Identifier)),
        Admin("FindCollisions", client => Each(client.Guests.FindCollisionsAsync(Domain))),
        Admin("DiagnoseAsAdmin", client =>
            client.Feeds.DiagnoseAsync(Owner, Calendar, Guest, new() { Password = new Secret("s3cret-Pässword") })
        ),
        Admin("SearchDirectory", client => Each(client.SearchDirectoryAsync(new Messages.Admin.SearchDirectoryRequest { Limit = 2 }))),
        Admin("Retire", client => client.Guests.RetireAsync(Domain, Guest)),
        User("RevokeGuest", client => client.Calendars.RevokeGuestAsync(Calendar, "marie@example.com")),
        User("RevokeUser", client => client.Calendars.RevokeUserAsync(Calendar, "paul@monasso.org")),
        User("RevokePublic", client => client.Calendars.RevokePublicAsync(Calendar)),
    ];

    private static Call User(string name, Func<ZimbraClient, Task> run) => new(name, IsAdmin: false, run);

    private static Call Admin(string name, Func<ZimbraClient, Task> run) => new(name, IsAdmin: true, run);

    private static async Task Each<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T item in items)
        {
            _ = item?.ToString();
        }
    }
}
