using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// Makes a guest's account just as the server's sign-up does (docs/protocol.md §7.8). The grants come first: whatever forbids them leaves
/// no
/// account behind. Reads first and sends only what differs, so that a second run finishes what a first one left undone.
/// </summary>
internal sealed class GuestProvisioning(RequestDispatcher dispatcher, GuestDirectory directory)
{
    private readonly Dictionary<string, DirectoryEntry> _owners = new(StringComparer.OrdinalIgnoreCase);

    private DateTimeOffset Now => dispatcher.Connection.Options.TimeProvider.GetUtcNow();

    public async Task<GuestCreation> RunAsync(NewGuestAccount wanted, CancellationToken cancellationToken)
    {
        GuestAddress mail = wanted.Address;
        DirectoryEntry domain = await DomainAsync(wanted, cancellationToken).ConfigureAwait(false);
        await RequireOutsiderAsync(mail, domain, wanted.CheckAddress, cancellationToken).ConfigureAwait(false);
        List<OwnedFolder> folders = await FoldersAsync(wanted, domain, cancellationToken).ConfigureAwait(false);
        var account = new GuestAccountStep(dispatcher, directory, mail, GuestIdentifier.For(mail, domain.Name));
        await account.FindAsync(cancellationToken).ConfigureAwait(false);
        List<(OwnedFolder Folder, GuestStep Grant)> granted = await GrantAsync(mail, folders, cancellationToken).ConfigureAwait(false);
        GuestAccount guest = await EnsureAccountAsync(account, wanted, granted, cancellationToken).ConfigureAwait(false);
        List<GuestCalendarOutcome> calendars = await MountAsync(mail, guest, granted, cancellationToken).ConfigureAwait(false);
        return new GuestCreation
        {
            Account = guest,
            Identifier = account.Identifier,
            Step = account.Step,
            Password = account.Password,
            Calendars = calendars,
            Warnings = [.. account.Warnings, .. Warnings(guest, calendars)],
        };
    }

    /// <summary>A "guest" whose address is an account of the server gets a grant as a user, and never needs a guest's account.</summary>
    private async Task RequireOutsiderAsync(GuestAddress mail, DirectoryEntry domain, bool check, CancellationToken cancellationToken)
    {
        DirectoryEntry? account = await directory
            .FindAccountAsync(AccountSelector.ByName(mail.Value), cancellationToken)
            .ConfigureAwait(false);
        if (account is not null && !GuestAccount.IsGuest(account) && GuestDirectory.SharesInternally(domain, account))
        {
            throw new ZimbraGuestCollisionException(
                mail,
                $"{mail} is no guest but an account of this server ({account.Name}). Share with it as with a user; no guest's "
                    + $"account was made."
            )
            {
                TakenName = account.Name,
            };
        }

        if (check && account is not null && GuestAccount.IsGuest(account))
        {
            throw GuestAddressCheck.Identifier(mail, GuestAccount.Read(account).Mail);
        }

        if (check)
        {
            GuestAddressCheck.RequireOutsider(mail, domain.Name, isAccount: account is not null);
        }
    }

    private async Task<DirectoryEntry> DomainAsync(NewGuestAccount wanted, CancellationToken cancellationToken) =>
        await directory
            .DomainAsync(
                wanted.OwnerDomain ?? AccountName.DomainOf((await OwnerAsync(wanted.Owner!, cancellationToken).ConfigureAwait(false)).Name),
                cancellationToken
            )
            .ConfigureAwait(false);

    private async Task<List<OwnedFolder>> FoldersAsync(NewGuestAccount wanted, DirectoryEntry domain, CancellationToken cancellationToken)
    {
        var folders = new List<OwnedFolder>();
        foreach (SharedCalendar calendar in wanted.Calendars)
        {
            DirectoryEntry owner = await OwnerAsync(calendar.Owner, cancellationToken).ConfigureAwait(false);
            folders.Add(await directory.FolderAsync(calendar, owner, domain.Name, cancellationToken).ConfigureAwait(false));
        }

        return folders;
    }

    private async Task<DirectoryEntry> OwnerAsync(string name, CancellationToken cancellationToken)
    {
        if (!_owners.TryGetValue(name, out DirectoryEntry? owner))
        {
            _owners[name] = owner = await directory.OwnerAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return owner;
    }

    private async Task<List<(OwnedFolder Folder, GuestStep Grant)>> GrantAsync(
        GuestAddress mail,
        List<OwnedFolder> folders,
        CancellationToken cancellationToken
    )
    {
        var granted = new List<(OwnedFolder, GuestStep)>(folders.Count);
        foreach (OwnedFolder folder in folders)
        {
            granted.Add(await folder.EnsureGrantAsync(mail, Now, cancellationToken).ConfigureAwait(false));
        }

        return granted;
    }

    private static async Task<GuestAccount> EnsureAccountAsync(
        GuestAccountStep account,
        NewGuestAccount wanted,
        List<(OwnedFolder Folder, GuestStep Grant)> granted,
        CancellationToken cancellationToken
    )
    {
        string[] made = [.. granted.Where(each => each.Grant != GuestStep.Unchanged).Select(each => each.Folder.Calendar.ToString())];
        string left =
            $" Shared with {wanted.Address} by this call, and still so: {string.Join(", ", made)}. Create again when the cause is "
            + $"removed, or "
            + $"revoke.";
        try
        {
            return await account.EnsureAsync(wanted, [.. granted.Select(each => each.Folder)], cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (made.Length > 0)
        {
            throw new ZimbraFaultException(e.Fault, e.Operation, e.Message + left) { ChangedNothing = e.ChangedNothing };
        }
        catch (ZimbraGuestCollisionException e) when (made.Length > 0)
        {
            throw new ZimbraGuestCollisionException(e.Guest, e.Message + left, e) { TakenName = e.TakenName, OtherGuest = e.OtherGuest };
        }
    }

    private async Task<List<GuestCalendarOutcome>> MountAsync(
        GuestAddress mail,
        GuestAccount guest,
        List<(OwnedFolder Folder, GuestStep Grant)> granted,
        CancellationToken cancellationToken
    )
    {
        var mailbox = new GuestMailbox(dispatcher.ForAccount(guest.Name), guest.Locale);
        var outcomes = new List<GuestCalendarOutcome>(granted.Count);
        foreach ((OwnedFolder folder, GuestStep grant) in granted)
        {
            outcomes.Add(
                new GuestCalendarOutcome
                {
                    Calendar = folder.Calendar,
                    Grant = grant,
                    Mountpoint = await MountAsync(mailbox, folder.TargetFor(mail, Now), cancellationToken).ConfigureAwait(false),
                }
            );
        }

        return outcomes;
    }

    private static async Task<GuestStep> MountAsync(GuestMailbox mailbox, MountTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await mailbox.EnsureMountpointAsync(target, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.Maintenance)
        {
            return GuestStep.Skipped;
        }
    }

    private static IEnumerable<GuestWarning> Warnings(GuestAccount guest, List<GuestCalendarOutcome> calendars)
    {
        if (guest.Status != GuestStatus.Active)
        {
            yield return GuestWarning.Of(
                GuestWarningCode.NotActive,
                $"{guest.Name} is {guest.Status}: the guest cannot get in until the account is resumed."
            );
        }

        foreach (GuestCalendarOutcome calendar in calendars.Where(calendar => calendar.Mountpoint == GuestStep.Skipped))
        {
            yield return GuestWarning.Of(
                GuestWarningCode.NoMountpoint,
                $"The mountpoint of {calendar.Calendar} was not made, since {guest.Name} or its domain is in maintenance. Create again "
                    + $"afterwards."
            );
        }

        if (calendars.Count == 0)
        {
            yield return GuestWarning.Of(
                GuestWarningCode.NoMountpoint,
                $"No calendar was named for {guest.Name}. Without a mountpoint the server's next daily task closes the account and deletes "
                    + $"it 30 days later."
            );
        }
    }
}
