using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Resilience;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// Revokes one share of a guest, by its id in the ACL, and reads the folder afterwards to see whether it is gone: the
/// server answers success also when nothing was revoked (docs/protocol.md §4.7), and a fault may have come after the grant was removed.
/// </summary>
internal sealed class ShareRemoval(RequestDispatcher mailbox, GuestAccess share)
{
    private readonly FolderActionRequest _revocation = FolderActionRequest.Revoke(share.FolderId, share.GranteeId);

    /// <exception cref="ZimbraException">The reply was lost and the grant is still in force, or it is not known whether it is.</exception>
    public async Task<GuestRevocation> RunAsync(CancellationToken cancellationToken)
    {
        GetFolderRequest readBack = GetFolderRequest.WithId(share.FolderId);
        var replies = new LostReplies();
        BatchResponse answers;
        try
        {
            answers = await mailbox.SendAsync(new BatchRequest([_revocation, readBack]), cancellationToken, replies).ConfigureAwait(false);
        }
        catch (ZimbraException e) when (!e.IsOutcomeKnown)
        {
            // It was repeated already.
            var lost = new LostReply(e);
            Folder found = await lost.LookAsync(() => ReadAsync(cancellationToken)).ConfigureAwait(false);
            return Holds(found) ? throw lost.NotDone() : Removed();
        }

        ZimbraFault? fault = answers.OutcomeOf(_revocation).Fault;
        Folder? shown = answers.OutcomeOf(readBack).Response?.Folder;
        if (shown is null && fault is not null && !replies.Any && !FaultCatalogue.LeavesOpen(fault.Code))
        {
            return Refused(fault);
        }

        Folder after = shown ?? await Doubt(fault).LookAsync(() => ReadAsync(cancellationToken)).ConfigureAwait(false);
        if (fault is not null && FaultCatalogue.MayStillRun(fault.Code) && Holds(after))
        {
            after = await LookAgainAsync(after, cancellationToken).ConfigureAwait(false);
        }

        return !Holds(after) ? Removed()
            : fault is null ? new GuestRevocation { Access = share, Outcome = GuestRevocationOutcome.StillThere }
            : replies.MayStillRun
                ? throw Lost("The reply to an earlier attempt was lost.", mayStillRun: true)
                    .Unknown(new ZimbraFaultException(fault, _revocation.OperationName))
            : Refused(fault);
    }

    private async Task<Folder> ReadAsync(CancellationToken cancellationToken) =>
        (await mailbox.SendAsync(GetFolderRequest.WithId(share.FolderId), cancellationToken).ConfigureAwait(false)).Folder;

    /// <summary>Another mail host had the change, and may have made it since the batch read the folder.</summary>
    private async Task<Folder> LookAgainAsync(Folder after, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException)
        {
            // The batch's own reading is used, and the reported fault says that the change may be under way.
            return after;
        }
    }

    private bool Holds(Folder folder) =>
        folder.Acl?.Grants.Any(grant => grant.Type == share.GrantedTo && grant.GranteeId == share.GranteeId) == true;

    private GuestRevocation Removed() => new() { Access = share, Outcome = GuestRevocationOutcome.Removed };

    /// <summary>A refusal that leaves the grant in force.</summary>
    private GuestRevocation Refused(ZimbraFault fault) =>
        new()
        {
            Access = share,
            Outcome = GuestRevocationOutcome.Failed,
            Failure = new ZimbraFaultException(fault, _revocation.OperationName)
            {
                ChangedNothing = !FaultCatalogue.MayStillRun(fault.Code),
            },
        };

    private LostReply Doubt(ZimbraFault? fault) =>
        fault is null
            ? Lost($"The server said that the share of {share.Folder} was taken back, and did not show the folder.")
            : new LostReply(new ZimbraFaultException(fault, _revocation.OperationName));

    private LostReply Lost(string message, bool mayStillRun = false) =>
        new(new ZimbraOutcomeUnknownException(message) { Operation = _revocation.OperationName, MayStillRun = mayStillRun });
}
