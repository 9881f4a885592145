using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Makes grants on one folder in one round trip: all grants, and a reading after them. A single grant takes its mail along: the batch stops
/// at the first fault, so that a grant that fails mails nobody, and the reading is before the mail, so that a mail that fails does not cost
/// the truth about the grant. After a lost reply the grants that the folder shows are this call's, the others are sent again. In a list of
/// guests the answers to the grants say all that a reading would: it is left out once a reading has shown the guests' ceiling.
/// </summary>
internal sealed class GrantRun
{
    private readonly RequestDispatcher _dispatcher;
    private readonly SharedFolder _folder;
    private readonly IReadOnlyList<GrantItem> _items;
    private readonly GetFolderRequest _readBack;
    private readonly Attempt _attempt;
    private readonly MailAlong? _mail;
    private readonly bool _readsBack;

    /// <summary>The folder as it was read last; null until it was.</summary>
    private SharedFolder? _after;

    /// <summary>The folder with the policy of now, by which refusals are explained; null until there is one.</summary>
    private SharedFolder? _explaining;

    public GrantRun(RequestDispatcher dispatcher, SharedFolder folder, IReadOnlyList<GrantItem> items)
    {
        _dispatcher = dispatcher;
        _folder = folder;
        _items = items;
        _readBack = GetFolderRequest.WithId(folder.Id);
        _attempt = new Attempt("BatchRequest", AttemptTexts.FolderRead(folder.Path));
        _mail = new ShareMailer(dispatcher, folder).Along(items is [{ IsMailAlong: true } only] ? only.Mail : null);
        _readsBack = items.Count == 1 || !folder.HasGuestCeiling;
    }

    /// <summary>Whether the server refused the grant because the folder was changed since it was read.</summary>
    public bool IsConflict { get; private set; }

    private IReadOnlyList<GrantItem> Open => [.. _items.Where(item => !item.IsSettled)];

    private DateTimeOffset Now => _dispatcher.Connection.Options.TimeProvider.GetUtcNow();

    /// <summary>Settles every item: it has a result or an error, but for one whose folder was changed meanwhile.</summary>
    /// <returns>The folder as it was read last.</returns>
    public async Task<SharedFolder> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _dispatcher.Verify(_readBack).RunAsync(_attempt, SendAsync, ReadAsync, Recover, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e)
        {
            foreach (GrantItem item in Open)
            {
                item.Error = MayBeHiddenIn(_after, item) ? Hidden(item, e) : e;
            }
        }

        return _after ?? _folder;
    }

    private async Task<bool> SendAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<GrantItem> open = Open;
        BatchRequest batch = Batch(open);
        BatchResponse reply = await _dispatcher.SendAsync(batch, cancellationToken).ConfigureAwait(false);
        if (open is [{ Request: { } only }] && reply.OutcomeOf(only).Fault is { Code: ZimbraFaultCodes.ModifyConflict })
        {
            // It may be this call's own lost attempt that changed the folder.
            bool isOwn = _attempt.IsInDoubt && Recover(await ReadAsync(cancellationToken).ConfigureAwait(false)).IsDone;
            IsConflict = !isOwn;
            return true;
        }

        SharedFolder? after = _readsBack || _attempt.IsInDoubt ? null : GuestGrants.After(_folder, open, reply);
        if (after is null)
        {
            after = await ReadBackAsync(open, reply, cancellationToken).ConfigureAwait(false);
            if (after is not null && open.Any(item => GuestGrants.Made(_folder, item, reply) is not null))
            {
                after = after with { HasGuestCeiling = true };
            }
        }

        _after = after ?? _after;
        foreach (GrantItem item in open)
        {
            try
            {
                await SettleAsync(item, after, reply, cancellationToken).ConfigureAwait(false);
            }
            catch (ZimbraException e)
            {
                item.Error = e;
            }
        }

        return true;
    }

    private BatchRequest Batch(IReadOnlyList<GrantItem> open)
    {
        IEnumerable<ZimbraRequest> grants = open.Select(item => item.Request!);
        long? change = open is [{ Plan.Keeps: true }] ? _folder.Folder.ModifiedSequence : null;
        return (
            _mail is not null
                ? new BatchRequest([.. grants, _readBack, _mail.Request], RetrySafety.Verifiable) { OnError = BatchErrorMode.Stop }
                : new BatchRequest(_readsBack ? [.. grants, _readBack] : [.. grants], RetrySafety.Verifiable)
        ) with
        {
            UnlessChangedSince = change,
        };
    }

    private async Task<SharedFolder> ReadAsync(CancellationToken cancellationToken)
    {
        SharedFolder after = _folder.With((await _dispatcher.SendAsync(_readBack, cancellationToken).ConfigureAwait(false)).Folder);
        return await WithAccountsAsync(after, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The folder afterwards; null where it was not read. In a batch that stops, nothing was read behind a fault.</summary>
    private async Task<SharedFolder?> ReadBackAsync(IReadOnlyList<GrantItem> open, BatchResponse reply, CancellationToken cancellationToken)
    {
        SharedFolder? shown = _readsBack && reply.OutcomeOf(_readBack).Response is { } read ? _folder.With(read.Folder) : null;
        try
        {
            return await ReadBack
                .AfterAsync(_attempt, shown, open.Select(item => reply.OutcomeOf(item.Request!)), ReadAsync, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ZimbraException)
        {
            // Each item says what that means for it.
            return null;
        }
    }

    /// <summary>After a loss: what the folder shows as desired was made.</summary>
    private Verdict<bool> Recover(SharedFolder after)
    {
        _after = after;
        foreach (GrantItem item in Open)
        {
            Recover(item, after);
        }

        return Open.Count == 0 ? Verdict<bool>.Done(true) : Verdict<bool>.NotDone;
    }

    private void Recover(GrantItem item, SharedFolder after)
    {
        item.Recover(after, Now);
        item.LostMail = _mail is null ? null : _attempt;
        item.MayBeAnothers = _mail is null;
    }

    private async Task SettleAsync(GrantItem item, SharedFolder? after, BatchResponse reply, CancellationToken cancellationToken)
    {
        BatchOutcome<FolderActionResponse> outcome = reply.OutcomeOf(item.Request!);
        switch (outcome.Fault)
        {
            case null:
                FolderActionResponse granted = outcome.ResponseOrThrow();
                GranteeCheck.Check(item.Request!, granted, _folder);
                // What was read before would show the grant as it was then.
                FolderGrant made = after?.Grants.ById(granted.GranteeId)
                    ?? item.Plan.Grant! with
                    {
                        GranteeId = granted.GranteeId,
                        GranteeName = granted.GranteeName,
                    };
                item.Settle(item.Plan.Outcome, made, after ?? _folder, _mail?.In(reply));
                break;

            case { Code: ZimbraFaultCodes.GrantExists }:
                Exists(item, after);
                break;

            case { } fault:
                if (_attempt.IsInDoubt || FaultCatalogue.LeavesOpen(fault.Code))
                {
                    Recover(item, after ?? await _attempt.After(fault).LookAsync(ReadAsync, cancellationToken).ConfigureAwait(false));
                    if (!_attempt.IsInDoubt)
                    {
                        // The batch stopped at the fault, so that the mail in it did not leave.
                        item.LostMail = null;
                    }
                }

                if (item.Result is null)
                {
                    ZimbraException refusal = await RefusalAsync(fault, item, cancellationToken).ConfigureAwait(false);
                    item.Error = _attempt.Refused(refusal);
                }

                break;
        }
    }

    /// <summary>
    /// GRANT_EXISTS though the ACL did not show it: an attempt of this call whose reply was lost, a group's alias, or somebody who did the
    /// same at the same moment.
    /// </summary>
    private void Exists(GrantItem item, SharedFolder? after)
    {
        ShareOutcome outcome = _attempt.IsInDoubt ? item.Plan.Outcome : ShareOutcome.Unchanged;
        if (after is null)
        {
            // The server said that it is just as it was sent; an exception would hide it.
            FolderGrant sent = item.Plan.Grant!;
            item.Infer(outcome, sent.Type == GranteeType.Guest ? sent with { GranteeId = sent.GranteeName } : sent, _folder);
        }
        else if (item.Find(after) is { } found)
        {
            item.Settle(outcome, found, after);
        }
        else
        {
            FolderGrant[] alike = [.. Alike(after, item)];
            item.Infer(
                alike.Any(IsNew) ? outcome : ShareOutcome.Unchanged,
                alike is [var only] ? only : item.Plan.Grant! with { GranteeName = item.Desired.Address },
                after
            );
        }

        if (_attempt.IsInDoubt && _mail is not null)
        {
            // A late attempt of this call made the grant, and may be about to send the mail.
            _attempt.Surface();
        }
    }

    private async Task<ZimbraFaultException> RefusalAsync(ZimbraFault fault, GrantItem item, CancellationToken cancellationToken)
    {
        SharedFolder folder =
            fault.Code == ZimbraFaultCodes.PermissionDenied
                ? _explaining ??= await FolderReader.WithNewInfoAsync(_dispatcher, _folder, cancellationToken).ConfigureAwait(false)
                : _folder;
        return SharingRefusal.Explain(fault, folder, Asked(folder, item), _attempt.After(fault).IsOver);
    }

    /// <summary>What was asked of the server: also an end that was to stay may be later than a policy that was set since.</summary>
    private DesiredGrant Asked(SharedFolder folder, GrantItem item)
    {
        DesiredGrant desired = item.Desired;
        GranteeType type = item.Plan.Grant!.Type;
        return
            desired.Expiry.IsKeep
            && item.Plan.Grant.Expiry is { } kept
            && (kept > Now + PolicyLimits.Lifetime(folder, type) || kept > PolicyLimits.Ceiling(folder.Acl, type))
            ? desired with
            {
                Type = type,
                Expiry = kept,
            }
            : desired;
    }

    /// <summary>Looks up the grantees who were not found, where somebody internal has a grant that was not there before.</summary>
    private async Task<SharedFolder> WithAccountsAsync(SharedFolder after, CancellationToken cancellationToken)
    {
        if (!after.Acl.Grants.Any(grant => GrantSearch.IsInternal(grant) && IsNew(grant)))
        {
            return after;
        }

        string[] unknown =
        [
            .. Open.Select(item => item.Desired)
                .Where(desired => desired.Meant is null && desired.Address is { } address && !after.Accounts.ContainsKey(address))
                .Where(desired => desired.FindIn(after) is null)
                .Select(desired => desired.Address!),
        ];
        return after.Plus(await AddressLookup.FindAsync(_dispatcher, unknown, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Whether a grant came up that was asked for under a group's alias, or somebody else made for somebody else.</summary>
    private bool MayBeHiddenIn(SharedFolder? after, GrantItem item) =>
        after is not null
        && item.Plan.Standing is null
        && item.Desired is { Address: not null, Meant: null }
        && Alike(after, item).Any(IsNew);

    private static IEnumerable<FolderGrant> Alike(SharedFolder after, GrantItem item) =>
        after.Acl.Grants.Where(grant =>
            GrantSearch.IsInternal(grant)
            && Permissions.ParseLenient(grant.Rights) == Permissions.ParseLenient(item.Plan.Grant!.Rights)
            && grant.Expiry == item.Plan.Grant.Expiry
        );

    private bool IsNew(FolderGrant grant) =>
        _folder.Grants.ById(grant.GranteeId) is not { } former || former.Rights != grant.Rights || former.Expiry != grant.Expiry;

    private ZimbraOutcomeUnknownException Hidden(GrantItem item, ZimbraException lost) =>
        _attempt.Unknown(GrantFailureTexts.Hidden(_folder, item.Desired.Address), lost, "FolderActionRequest");
}
