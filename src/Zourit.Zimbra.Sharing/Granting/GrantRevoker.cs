using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Removes grants by their ids in the ACL and tells by the ACL read back which are gone, since the server answers success also when nothing
/// was revoked (protocol.md §4.7). The mail has a request of its own: nothing stops one that follows a revocation in a batch from leaving
/// again when the batch is repeated.
/// </summary>
internal sealed class GrantRevoker(RequestDispatcher dispatcher)
{
    /// <summary>Removes all grants of one grantee, and has him mailed.</summary>
    /// <param name="folder">The folder as just read.</param>
    /// <param name="grants">Grants of its ACL; at least one.</param>
    /// <param name="mailTo">Whom to mail about it; null for nobody.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The folder without them, and what became of the mail.</returns>
    /// <exception cref="ZimbraException">One of them still stands, or that cannot be known.</exception>
    public async Task<(SharedFolder After, ShareNotification Notification)> RevokeAsync(
        SharedFolder folder,
        IReadOnlyList<FolderGrant> grants,
        string? mailTo,
        CancellationToken cancellationToken
    )
    {
        (SharedFolder after, IReadOnlyList<ZimbraException?> kept) = await RevokeAsync(folder, grants, cancellationToken)
            .ConfigureAwait(false);
        if (kept.OfType<ZimbraException>().FirstOrDefault() is { } error)
        {
            throw error;
        }

        return (
            after,
            mailTo is null
                ? ShareNotification.NotRequested
                : (
                    await new GrantNotifier(dispatcher, after)
                        .NotifyAsync(
                            [new GrantMail(grants[0], ShareNotice.Revoked, mailTo, Note: null, IsEnsured: true)],
                            cancellationToken
                        )
                        .ConfigureAwait(false)
                )[0]
        );
    }

    /// <summary>Removes grants, each by itself: one that is refused does not keep the others.</summary>
    /// <param name="folder">The folder as just read.</param>
    /// <param name="grants">Grants of its ACL; at least one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The folder afterwards, and for each grant why it still stands; null where it is gone.</returns>
    /// <exception cref="ZimbraOutcomeUnknownException">The folder cannot be read afterwards.</exception>
    public async Task<(SharedFolder After, IReadOnlyList<ZimbraException?> Kept)> RevokeAsync(
        SharedFolder folder,
        IReadOnlyList<FolderGrant> grants,
        CancellationToken cancellationToken
    )
    {
        FolderActionRequest[] revocations = [.. grants.Select(grant => FolderActionRequest.Revoke(folder.Id, IdOf(grant)))];
        GetFolderRequest readBack = GetFolderRequest.WithId(folder.Id);
        var replies = new LostReplies();
        BatchResponse reply;
        try
        {
            reply = await dispatcher
                .SendAsync(new BatchRequest([.. revocations, readBack]), cancellationToken, replies)
                .ConfigureAwait(false);
        }
        catch (ZimbraException e) when (!e.IsOutcomeKnown)
        {
            // It was repeated already.
            LostChange lost = LostChange.After(null, dispatcher, folder, e);
            SharedFolder found = await lost.ReadAsync(cancellationToken).ConfigureAwait(false);
            return (found, [.. grants.Select(grant => Holds(found, grant) ? lost.NotDone() : null)]);
        }

        ZimbraFault?[] faults = [.. revocations.Select(revocation => reply.OutcomeOf(revocation).Fault)];
        if (
            reply.OutcomeOf(readBack).Response is null
            && !replies.Any
            && faults.All(fault => fault is not null && !FaultCatalogue.LeavesOpen(fault.Code))
        )
        {
            return (folder, [.. faults.Select(fault => Refused(fault!, folder))]);
        }

        SharedFolder after = await ReadBackAsync(folder, reply.OutcomeOf(readBack), cancellationToken).ConfigureAwait(false);
        if (grants.Where((grant, i) => faults[i] is { } fault && FaultCatalogue.MayStillRun(fault.Code) && Holds(after, grant)).Any())
        {
            after = await LostChange.LookAgainAsync(dispatcher, after, cancellationToken).ConfigureAwait(false);
        }

        LostChange earlier = LostChange.BeforeAnswer(dispatcher, folder, replies);
        return (
            after,
            [
                .. grants.Select(
                    (grant, i) =>
                        !Holds(after, grant) ? null
                        : faults[i] is { } fault ? earlier.Refused(Refused(fault, after))
                        : StillHeld(after, grant)
                ),
            ]
        );
    }

    /// <summary>The id that names a grant in a revocation; the ACL shows none for the public and for all who are signed in.</summary>
    public static string IdOf(FolderGrant grant) =>
        grant.GranteeId ?? (grant.Type == GranteeType.Public ? WellKnownGrantee.Public : WellKnownGrantee.AllAuthenticated);

    /// <summary>The folder as read back in the batch, else by itself: that the server said success proves nothing.</summary>
    private async Task<SharedFolder> ReadBackAsync(
        SharedFolder folder,
        BatchOutcome<GetFolderResponse> readBack,
        CancellationToken cancellationToken
    )
    {
        try
        {
            GetFolderResponse read = readBack.Response
                ?? await dispatcher.SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken).ConfigureAwait(false);
            return folder.With(read.Folder);
        }
        catch (ZimbraException e)
        {
            throw new ZimbraOutcomeUnknownException(
                $"The share of '{folder.Path}' of {folder.Owner} was revoked as far as the server said, but its ACL could not be read "
                    + $"back. Revoke again to be sure. {e.Message}",
                e
            )
            {
                Operation = "FolderActionRequest",
            };
        }
    }

    private static bool Holds(SharedFolder folder, FolderGrant grant) =>
        folder.Acl.Grants.Any(each =>
            each.Type == grant.Type && string.Equals(each.GranteeId, grant.GranteeId, StringComparison.OrdinalIgnoreCase)
        );

    private static ZimbraProtocolException StillHeld(SharedFolder after, FolderGrant grant) =>
        new($"The server said that the grant of {Grantee.Of(grant)} on '{after.Path}' was revoked, but the ACL read back still holds it.")
        {
            Operation = "FolderActionRequest",
        };

    private static ZimbraFaultException Refused(ZimbraFault fault, SharedFolder folder)
    {
        string why =
            fault.Code == ZimbraFaultCodes.PermissionDenied && folder.Folder.EffectiveRights is { } rights
                ? $"The account in use has the rights '{rights}' on this folder and needs 'a' (administer)."
                : ZimbraFaultCodes.RemedyFor(fault.Code)?.ToString() ?? "";
        return new ZimbraFaultException(
            fault,
            "FolderActionRequest",
            $"The share of '{folder.Path}' of {folder.Owner} was not revoked. {fault.Code}: {fault.PlainReason.TrimEnd('.')}. {why}".TrimEnd()
        )
        {
            // Its share was seen to stand.
            ChangedNothing = !FaultCatalogue.MayStillRun(fault.Code),
        };
    }
}
