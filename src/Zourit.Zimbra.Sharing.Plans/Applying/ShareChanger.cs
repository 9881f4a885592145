using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Makes changes of one owner's shares by the calls of the library that converge.</summary>
internal sealed class ShareChanger(ApplyRun run, ZimbraMailbox mailbox)
{
    // Of each new guest that was looked up, whether it is an account.
    private readonly Dictionary<string, bool> _isAccount = [];

    /// <summary>Whether a change makes a share with somebody who could be an account by now.</summary>
    public static bool IsNewGuest(PlannedChange change) => change is { Action: ChangeAction.Create, Grantee.Kind: GranteeKind.Guest };

    /// <summary>Learns which of the addresses that were asked for are accounts.</summary>
    public void Learn(IEnumerable<string> asked, IReadOnlyDictionary<string, string?> accounts)
    {
        foreach (string address in asked)
        {
            _isAccount[address] = accounts.ContainsKey(address);
        }
    }

    /// <summary>Makes some changes, which are all removals, or none of them is.</summary>
    public async IAsyncEnumerable<ChangeOutcome> ChangeAsync(
        IReadOnlyList<PlannedChange> changes,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ILookup<bool, PlannedChange> guests = changes.ToLookup(change => change.Grantee.Kind == GranteeKind.Guest);
        List<PlannedChange> open = [];
        await LookUpAsync(guests[true], cancellationToken).ConfigureAwait(false);
        foreach (PlannedChange change in guests[true])
        {
            if (IsNewGuest(change) && _isAccount.GetValueOrDefault(change.Grantee.Name))
            {
                yield return IsAnAccount(change);
            }
            else
            {
                open.Add(change);
            }
        }

        await foreach (ChangeOutcome outcome in GuestsAsync(open, cancellationToken).ConfigureAwait(false))
        {
            yield return outcome;
        }

        foreach (PlannedChange change in guests[false])
        {
            yield return await OneAsync(change, cancellationToken).ConfigureAwait(false);
        }
    }

    // Since the plan was made an address may have become an account, to which the server would grant in the guest's place. What cannot be
    // looked up is granted nevertheless, and looked at then.
    private async Task LookUpAsync(IEnumerable<PlannedChange> changes, CancellationToken cancellationToken)
    {
        IEnumerable<string> created = changes.Where(IsNewGuest).Select(change => change.Grantee.Name).Distinct();
        foreach (string[] part in created.Where(address => !_isAccount.ContainsKey(address)).Chunk(AccountLookup.BatchSize))
        {
            try
            {
                Learn(part, await AccountLookup.FindAsync(mailbox, part, cancellationToken).ConfigureAwait(false));
            }
            catch (ZimbraException)
            {
                break;
            }
        }
    }

    private async IAsyncEnumerable<ChangeOutcome> GuestsAsync(
        List<PlannedChange> changes,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (changes.Count == 0)
        {
            yield break;
        }

        GuestShareItem[] items =
        [
            .. changes.Select(change => Item(IsMailedLater(change) ? change with { Mail = false } : change, Ensures(change))),
        ];
        if (changes[0].Action == ChangeAction.Remove)
        {
            await foreach (var done in mailbox.Calendars.RevokeSharesAsync(items, null, cancellationToken).ConfigureAwait(false))
            {
                yield return Outcome(changes[done.Index], done.Result?.Notification, done.Error);
            }

            yield break;
        }

        List<PlannedChange> later = [];
        await foreach (var done in mailbox.Calendars.ShareWithGuestsAsync(items, null, cancellationToken).ConfigureAwait(false))
        {
            PlannedChange change = changes[done.Index];
            if (done.Result is { Grantee.Type: not GranteeType.Guest } && change.Action == ChangeAction.Create)
            {
                yield return await TakeBackAsync(change, cancellationToken).ConfigureAwait(false);
            }
            else if (done.Result is not null && IsMailedLater(change))
            {
                later.Add(change);
            }
            else
            {
                yield return Outcome(change, done.Result?.Notification, done.Error);
            }
        }

        await foreach (ChangeOutcome outcome in MailAsync(later, cancellationToken).ConfigureAwait(false))
        {
            yield return outcome;
        }
    }

    // Who could not be looked up is mailed when the grant shows that they are a guest.
    private bool IsMailedLater(PlannedChange change) => change.Mail && IsNewGuest(change) && !_isAccount.ContainsKey(change.Grantee.Name);

    private async IAsyncEnumerable<ChangeOutcome> MailAsync(
        List<PlannedChange> changes,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (changes.Count == 0)
        {
            yield break;
        }

        GuestShareItem[] items = [.. changes.Select(change => Item(change, ensuresMail: true))];
        await foreach (var done in mailbox.Calendars.ShareWithGuestsAsync(items, null, cancellationToken).ConfigureAwait(false))
        {
            yield return Outcome(changes[done.Index], done.Result?.Notification, done.Error);
        }
    }

    private static GuestShareItem Item(PlannedChange change, bool ensuresMail) =>
        new()
        {
            Calendar = change.Calendar.Value,
            Guest = change.Grantee.Name,
            Options = change.After is null ? null : ShareOptions.ForGuest(change, ensuresMail),
        };

    private async Task<ChangeOutcome> TakeBackAsync(PlannedChange change, CancellationToken cancellationToken)
    {
        try
        {
            _ = await mailbox
                .Calendars.RevokeUserAsync(change.Calendar.Value, change.Grantee.Name, null, cancellationToken)
                .ConfigureAwait(false);
            return IsAnAccount(change);
        }
        catch (ZimbraException e)
        {
            return Outcome(change, null, e) with { OwesMail = false };
        }
    }

    private static ChangeOutcome IsAnAccount(PlannedChange change) =>
        new()
        {
            Change = change,
            Status = ChangeStatus.Failed,
            Reason = ReadingTexts.IsAnAccount(change.Grantee.Name),
        };

    private bool Ensures(PlannedChange change) => change.EnsuresMail || run.Options.Journal?.Owes(change) == true;

    private async Task<ChangeOutcome> OneAsync(PlannedChange change, CancellationToken cancellationToken)
    {
        CalendarClient calendars = mailbox.Calendars;
        string calendar = change.Calendar.Value;
        bool isPublic = change.Grantee.Kind == GranteeKind.Public;
        try
        {
            ShareNotification? mail = (change.Action == ChangeAction.Remove, isPublic) switch
            {
                (true, true) => (await calendars.RevokePublicAsync(calendar, cancellationToken).ConfigureAwait(false)).Notification,
                (true, false) => (
                    await calendars.RevokeUserAsync(calendar, change.Grantee.Name, null, cancellationToken).ConfigureAwait(false)
                ).Notification,
                (false, true) => await SharePubliclyAsync(calendars, calendar, change, cancellationToken).ConfigureAwait(false),
                (false, false) => (
                    await calendars
                        .ShareWithUserAsync(calendar, change.Grantee.Name, ShareOptions.ForUser(change, Ensures(change)), cancellationToken)
                        .ConfigureAwait(false)
                ).Notification,
            };
            return Outcome(change, mail, null);
        }
        catch (Exception e) when (e is ZimbraException or ArgumentException)
        {
            return Outcome(change, null, e);
        }
    }

    private static async Task<ShareNotification?> SharePubliclyAsync(
        CalendarClient calendars,
        string calendar,
        PlannedChange change,
        CancellationToken cancellationToken
    )
    {
        await calendars.SharePubliclyAsync(calendar, ShareOptions.ForEverybody(change), cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static ChangeOutcome Outcome(PlannedChange change, ShareNotification? mail, Exception? error)
    {
        ChangeOutcome outcome = ChangeOutcome.Of(change, error);
        return outcome with
        {
            Notification = mail,
            OwesMail =
                change.Mail
                && (outcome.Status == ChangeStatus.Uncertain || mail?.Status is NotificationStatus.Failed or NotificationStatus.Unknown),
        };
    }
}
