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

    public async Task<GuestCreation> RunAsync(NewGuestAccount wanted, CancellationToken cancellationToken)
    {
        var folders = new List<OwnedFolder>();
        var progress = new GuestCreationProgress(wanted.Address, folders);
        try
        {
            return await RunAsync(wanted, folders, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e) when (progress.Left(e) is { } left)
        {
            throw e.Then(left);
        }
        finally
        {
            folders.ForEach(folder => folder.Dispose());
        }
    }

    private async Task<GuestCreation> RunAsync(
        NewGuestAccount wanted,
        List<OwnedFolder> folders,
        GuestCreationProgress progress,
        CancellationToken cancellationToken
    )
    {
        GuestAddress mail = wanted.Address;
        DirectoryEntry domain = await DomainAsync(wanted, cancellationToken).ConfigureAwait(false);
        await RequireOutsiderAsync(mail, domain, wanted.CheckAddress, cancellationToken).ConfigureAwait(false);
        foreach (SharedCalendar calendar in wanted.Calendars)
        {
            DirectoryEntry owner = await OwnerAsync(calendar.Owner, cancellationToken).ConfigureAwait(false);
            folders.Add(directory.FolderOf(calendar, owner, domain.Name));
            await folders[^1].ReadAsync(mail, cancellationToken).ConfigureAwait(false);
        }

        var account = new GuestAccountStep(dispatcher, directory, mail, GuestIdentifier.For(mail, domain.Name));
        progress.Account = account;
        await account.FindAsync(cancellationToken).ConfigureAwait(false);
        foreach (OwnedFolder folder in folders)
        {
            await folder.EnsureGrantAsync(mail, cancellationToken).ConfigureAwait(false);
        }

        GuestAccount guest = await account.EnsureAsync(wanted, folders, cancellationToken).ConfigureAwait(false);
        List<GuestCalendarOutcome> calendars = await MountAsync(guest, folders, progress, cancellationToken).ConfigureAwait(false);
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
        if (account is not null && !GuestAttributes.IsGuest(account) && directory.SharesInternally(domain, account))
        {
            throw new ZimbraGuestCollisionException(mail, GuestCollisionTexts.Internal(mail, account.Name)) { TakenName = account.Name };
        }

        if (check && account is not null && GuestAttributes.IsGuest(account))
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

    private async Task<DirectoryEntry> OwnerAsync(string name, CancellationToken cancellationToken)
    {
        if (!_owners.TryGetValue(name, out DirectoryEntry? owner))
        {
            _owners[name] = owner = await directory.OwnerAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return owner;
    }

    private async Task<List<GuestCalendarOutcome>> MountAsync(
        GuestAccount guest,
        List<OwnedFolder> folders,
        GuestCreationProgress progress,
        CancellationToken cancellationToken
    )
    {
        var mailbox = new GuestMailbox(dispatcher.ForAccount(guest.Name), guest.Locale);
        var outcomes = new List<GuestCalendarOutcome>(folders.Count);
        foreach (OwnedFolder folder in folders)
        {
            progress.Mounting = folder.Calendar;
            outcomes.Add(
                new GuestCalendarOutcome
                {
                    Calendar = folder.Calendar,
                    Grant = folder.Grant,
                    Mountpoint = await MountAsync(mailbox, folder, cancellationToken).ConfigureAwait(false),
                }
            );
        }

        return outcomes;
    }

    private static async Task<GuestStep> MountAsync(GuestMailbox mailbox, OwnedFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            return await mailbox.EnsureMountpointAsync(folder.Target(), cancellationToken).ConfigureAwait(false);
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
            yield return GuestWarning.Of(GuestWarningCode.NotActive, GuestWarningTexts.NotActive(guest.Name, guest.Status));
        }

        foreach (GuestCalendarOutcome calendar in calendars.Where(calendar => calendar.Mountpoint == GuestStep.Skipped))
        {
            yield return GuestWarning.Of(
                GuestWarningCode.NoMountpoint,
                GuestWarningTexts.NoMountpoint(calendar.Calendar.ToString(), guest.Name)
            );
        }

        if (calendars.Count == 0)
        {
            yield return GuestWarning.Of(GuestWarningCode.NoMountpoint, GuestWarningTexts.NoCalendar(guest.Name));
        }
    }
}
