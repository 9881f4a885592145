using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Sharing;

/// <summary>The calendars of the configured account.</summary>
internal sealed class OwnerCalendars(ZimbraClient zimbra)
{
    private const string Trash = "3";

    /// <summary>All but those in the trash, shared or not, each with its shares.</summary>
    public async Task<IReadOnlyList<OwnerCalendar>> ListAsync(CancellationToken cancellationToken)
    {
        GetFolderResponse mailbox = await zimbra.SendAsync(new GetFolderRequest(), cancellationToken: cancellationToken);
        ILookup<string, CalendarGrant> shares = (
            await zimbra.Calendars.ListSharesAsync(cancellationToken: cancellationToken).ToListAsync(cancellationToken)
        ).ToLookup(share => share.FolderId);
        var trashed = mailbox
            .Folder.SelfAndDescendants()
            .Where(folder => folder.Id == Trash)
            .SelectMany(trash => trash.SelfAndDescendants())
            .Select(folder => folder.Id)
            .ToHashSet();
        return
        [
            .. mailbox
                .Folder.SelfAndDescendants()
                .Where(folder =>
                    folder is { Kind: FolderKind.Folder, IsCalendar: true, Name: not null, Path: not null } && !trashed.Contains(folder.Id)
                )
                .Select(folder => new OwnerCalendar(folder.Id, folder.Name!, folder.Path!, [.. shares[folder.Id]])),
        ];
    }

    /// <summary>One calendar, by its folder id, with its shares.</summary>
    /// <exception cref="ZimbraFaultException">There is no such folder.</exception>
    /// <exception cref="NoCalendarException">The folder is no calendar.</exception>
    public async Task<OwnerCalendar> ReadAsync(string calendar, CancellationToken cancellationToken)
    {
        Folder folder = (await zimbra.SendAsync(GetFolderRequest.WithId(calendar), cancellationToken)).Folder;
        if (!folder.IsCalendar)
        {
            throw new NoCalendarException(calendar);
        }

        CalendarGrant[] shares = await zimbra
            .Calendars.ListSharesAsync(new() { Calendar = calendar }, cancellationToken)
            .ToArrayAsync(cancellationToken);
        return new OwnerCalendar(calendar, folder.Name ?? calendar, folder.Path ?? calendar, shares);
    }

    /// <summary>The time zone that the owner chose in the web client (<c>zimbraPrefTimeZoneId</c>).</summary>
    public async Task<OwnerZone> ZoneAsync(CancellationToken cancellationToken)
    {
        GetInfoResponse self = await zimbra.SendAsync(new GetInfoRequest { Sections = ["prefs"] }, cancellationToken: cancellationToken);
        return OwnerZone.Of(self.Preferences["zimbraPrefTimeZoneId"]);
    }

    /// <summary>
    /// The share of a calendar with a guest, user or group, or with everybody where <paramref name="grantee"/> is null; null when there is
    /// none.
    /// </summary>
    public async Task<CalendarGrant?> FindAsync(string calendar, string? grantee, CancellationToken cancellationToken) =>
        await zimbra
            .Calendars.ListSharesAsync(new() { Calendar = calendar }, cancellationToken: cancellationToken)
            .FirstOrDefaultAsync(
                share =>
                    grantee is null
                        ? share.Grantee.Type == GranteeType.Public
                        : string.Equals(share.Grantee.Name ?? share.Grantee.Id, grantee, StringComparison.OrdinalIgnoreCase),
                cancellationToken
            );
}
