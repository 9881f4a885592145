using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Grants;

/// <summary>Removes grants by their ids in the ACL and reads the ACL back, since the server answers success also when nothing was revoked (protocol.md §4.7).</summary>
internal sealed class GrantRevoker(Exchange exchange)
{
    /// <param name="folder">The folder as just read.</param>
    /// <param name="grants">Grants of its ACL; at least one.</param>
    /// <param name="mailTo">Whom to mail about it; null for nobody.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The folder without them, and what became of the mail.</returns>
    public async Task<(SharedFolder After, ShareNotification Notification)> RevokeAsync(
        SharedFolder folder, IReadOnlyList<FolderGrant> grants, string? mailTo, CancellationToken cancellationToken)
    {
        FolderActionRequest[] revocations = [.. grants.Select(grant => FolderActionRequest.Revoke(folder.Id, IdOf(grant)))];
        GetFolderRequest readBack = GetFolderRequest.WithId(folder.Id);
        SendShareNotificationRequest? notice = mailTo is null ? null : new SendShareNotificationRequest(folder.Id, [mailTo]) { Notice = ShareNotice.Revoked };
        var batch = new BatchRequest([.. revocations, readBack, .. notice is null ? (ZimbraRequest[])[] : [notice]], BatchErrorMode.Stop);
        DateTimeOffset began = exchange.Connection.Options.TimeProvider.GetUtcNow();
        var replies = new LostReplies();
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                BatchResponse reply = await exchange.SendAsync(batch, cancellationToken, replies).ConfigureAwait(false);
                if (reply.FirstFault is { } fault && revocations.Any(revocation => reply.OutcomeOf(revocation).Fault is not null))
                {
                    SharedFolder? found = replies.Any ? await LostChange.BeforeRefusal(exchange, folder, fault).ReadAsync(cancellationToken).ConfigureAwait(false) : null;
                    return found is not null && !grants.Any(grant => Holds(found, grant))
                        ? (found, await LookAsync(found, grants[0], mailTo, began, mayStillRun: true, cancellationToken).ConfigureAwait(false))
                        : throw Refused(fault, folder);
                }

                SharedFolder after = await ReadBackAsync(folder, reply.OutcomeOf(readBack), cancellationToken).ConfigureAwait(false);
                return (Verified(after, grants), notice is null ? ShareNotification.NotRequested : GrantWriter.Told(reply.OutcomeOf(notice), mailTo!));
            }
            catch (ZimbraOutcomeUnknownException lost)
            {
                // With a mail in it the batch is not repeated blindly: look first. Without one it was repeated already.
                var change = new LostChange(exchange, folder, lost);
                SharedFolder after = await change.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (!grants.Any(grant => Holds(after, grant)))
                {
                    return (after, await LookAsync(after, grants[0], mailTo, began, lost.MayStillRun, cancellationToken).ConfigureAwait(false));
                }

                if (notice is null || attempt >= exchange.Connection.Options.MaxRetries)
                {
                    throw change.NotDone();
                }
            }
        }
    }

    private async Task<ShareNotification> LookAsync(
        SharedFolder folder, FolderGrant grant, string? mailTo, DateTimeOffset began, bool mayStillRun, CancellationToken cancellationToken) => mailTo is null
        ? ShareNotification.NotRequested
        : await new SentNotices(exchange, folder).LookAsync(
            new GrantMail(grant, ShareNotice.Revoked, mailTo, Note: null, IsEnsured: false), began, mayStillRun, cancellationToken).ConfigureAwait(false);

    /// <summary>The id that names a grant in a revocation; the ACL shows none for the public and for all who are signed in.</summary>
    public static string IdOf(FolderGrant grant) =>
        grant.GranteeId ?? (grant.Type == GranteeType.Public ? WellKnownGrantee.Public : WellKnownGrantee.AllAuthenticated);

    /// <summary>The folder as read back in the batch, else by itself: that the server said success proves nothing.</summary>
    private async Task<SharedFolder> ReadBackAsync(SharedFolder folder, BatchOutcome<GetFolderResponse> readBack, CancellationToken cancellationToken)
    {
        try
        {
            GetFolderResponse read = readBack.Response ?? await exchange.SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken).ConfigureAwait(false);
            return folder.With(read.Folder);
        }
        catch (ZimbraException e)
        {
            throw new ZimbraOutcomeUnknownException(
                $"The share of '{folder.Path}' of {folder.Owner} was revoked as far as the server said, but its ACL could not be read back. Revoke again to be sure. {e.Message}", e)
            { Operation = "FolderActionRequest" };
        }
    }

    private static SharedFolder Verified(SharedFolder after, IReadOnlyList<FolderGrant> grants) => grants.FirstOrDefault(grant => Holds(after, grant)) is { } left
        ? throw new ZimbraProtocolException(
            $"The server said that the grant of {Grantee.Of(left)} on '{after.Path}' was revoked, but the ACL read back still holds it.")
        { Operation = "FolderActionRequest" }
        : after;

    private static bool Holds(SharedFolder folder, FolderGrant grant) =>
        folder.Acl.Grants.Any(each => each.Type == grant.Type && string.Equals(each.GranteeId, grant.GranteeId, StringComparison.OrdinalIgnoreCase));

    private static ZimbraFaultException Refused(ZimbraFault fault, SharedFolder folder)
    {
        string why = fault.Code == ZimbraFaultCodes.PermissionDenied && folder.Folder.EffectiveRights is { } rights
            ? $"The account in use has the rights '{rights}' on this folder and needs 'a' (administer)."
            : ZimbraFaultCodes.RemedyFor(fault.Code) ?? "";
        return new ZimbraFaultException(fault, "FolderActionRequest", $"The share of '{folder.Path}' of {folder.Owner} was not revoked. {fault.Code}: {fault.Reason.TrimEnd('.')}. {why}".TrimEnd());
    }
}
