using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// Makes a guest's account just as the server's sign-up does (docs/protocol.md §7.8): account, then grant, then mountpoint. Reads first and
/// sends only what differs, so that a second run finishes what a first one left undone.
/// </summary>
internal sealed class GuestProvisioning(RequestDispatcher dispatcher, GuestDirectory directory)
{
    /// <summary>Runs all steps; without a domain, for that of the first calendar's owner.</summary>
    public async Task<GuestCreation> RunAsync(
        GuestAddress mail,
        string? ownerDomain,
        Secret password,
        GuestCreationOptions options,
        CancellationToken cancellationToken
    )
    {
        DirectoryEntry domain = await directory
            .DomainAsync(
                ownerDomain ?? await directory.DomainOfOwnerAsync(options.Calendars[0].Owner, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);
        GuestIdentifier identifier = GuestIdentifier.For(mail, domain.Name);
        await RequireOutsiderAsync(mail, domain, cancellationToken).ConfigureAwait(false);
        var folders = new List<OwnedFolder>(options.Calendars.Count);
        foreach (SharedCalendar calendar in options.Calendars)
        {
            folders.Add(await directory.FolderAsync(calendar, domain.Name, cancellationToken).ConfigureAwait(false));
        }

        var account = new GuestAccountStep(dispatcher, directory, mail, identifier);
        await account.EnsureAsync(password, options, folders, cancellationToken).ConfigureAwait(false);
        GuestAccount guest = account.Account!;
        List<GuestCalendarOutcome> calendars = await EnsureCalendarsAsync(mail, guest, folders, cancellationToken).ConfigureAwait(false);
        return new GuestCreation(guest, account.Step, account.Password, calendars, [.. account.Warnings, .. Warnings(guest, calendars)])
        {
            Identifier = identifier,
        };
    }

    private async Task<List<GuestCalendarOutcome>> EnsureCalendarsAsync(
        GuestAddress mail,
        GuestAccount guest,
        List<OwnedFolder> folders,
        CancellationToken cancellationToken
    )
    {
        var mailbox = new GuestMailbox(dispatcher.ForAccount(guest.Name), guest.Locale);
        var outcomes = new List<GuestCalendarOutcome>(folders.Count);
        foreach (OwnedFolder before in folders)
        {
            // The mountpoint is made with the guest's own rights, so the grant must stand before.
            DateTimeOffset now = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
            (OwnedFolder folder, GuestStep grant) = await before.EnsureGrantAsync(mail, now, cancellationToken).ConfigureAwait(false);
            GuestStep mountpoint = await MountAsync(mailbox, folder.TargetFor(mail, now), cancellationToken).ConfigureAwait(false);
            outcomes.Add(new GuestCalendarOutcome(folder.Calendar, grant, mountpoint));
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
            // In maintenance; any other status lets an administrator act for the guest (docs/protocol.md §2.3).
            return GuestStep.Skipped;
        }
    }

    /// <summary>A "guest" whose address is an account of the server gets a grant as a user, and never needs a guest's account.</summary>
    private async Task RequireOutsiderAsync(GuestAddress mail, DirectoryEntry domain, CancellationToken cancellationToken)
    {
        if (
            await directory.FindAccountAsync(AccountSelector.ByName(mail.Value), cancellationToken).ConfigureAwait(false) is { } account
            && !GuestAccount.IsGuest(account)
            && SharesInternallyWith(domain, AccountName.DomainOf(account.Name))
        )
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
    }

    // With cross-domain sharing switched off, an account of another domain is a guest like any other (docs/protocol.md §4.3).
    private static bool SharesInternallyWith(DirectoryEntry domain, string other) =>
        domain.Attributes.Flag("zimbraInternalSharingCrossDomainEnabled") != false
        || string.Equals(domain.Name, other, StringComparison.OrdinalIgnoreCase)
        || domain.Attributes.Values("zimbraInternalSharingDomain").Contains(other, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<GuestWarning> Warnings(GuestAccount guest, List<GuestCalendarOutcome> calendars)
    {
        if (guest.Status != GuestStatus.Active)
        {
            yield return new GuestWarning(
                GuestWarningCode.NotActive,
                $"{guest.Name} is {guest.Status}: the guest cannot get in until the account is resumed."
            );
        }

        foreach (GuestCalendarOutcome calendar in calendars.Where(calendar => calendar.Mountpoint == GuestStep.Skipped))
        {
            yield return new GuestWarning(
                GuestWarningCode.NoMountpoint,
                $"The mountpoint of {calendar.Calendar} was not made, since {guest.Name} or its domain is "
                    + $"in maintenance. Create again afterwards."
            );
        }

        if (calendars.Count == 0)
        {
            yield return new GuestWarning(
                GuestWarningCode.NoMountpoint,
                $"No calendar was named for {guest.Name}. Without a mountpoint the server's next daily "
                    + $"task closes the account and deletes it 30 days later."
            );
        }
    }
}
