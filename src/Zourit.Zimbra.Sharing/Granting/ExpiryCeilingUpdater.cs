using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Moves an end beyond the ceiling of the folder's ACL. The first guest's share sets an end for all later ones, and granting again never
/// moves it (protocol.md §4.3 step 7). The policy itself counts from now: with the list given whole (§4.8) the server sets the ceiling
/// anew, and all other grants keep the ends they had.
/// </summary>
internal sealed class ExpiryCeilingUpdater(RequestDispatcher dispatcher)
{
    public async Task<GrantResult> LiftAsync(
        SharedFolder folder,
        FolderGrant standing,
        DateTimeOffset expiry,
        CancellationToken cancellationToken
    )
    {
        for (int round = 0; ; round++)
        {
            if (Obstacle(folder, standing) is { } obstacle)
            {
                throw new ArgumentException(obstacle, nameof(expiry));
            }

            GetFolderRequest before = GetFolderRequest.WithId(folder.Id);
            FolderActionRequest update = FolderActionRequest.Update(folder.Id, new FolderChanges { Acl = List(folder, standing, expiry) });
            GetFolderRequest after = GetFolderRequest.WithId(folder.Id);
            BatchResponse reply;
            try
            {
                // Repeated blindly, the reading before the change would show our own list, and what others had changed would be lost
                // unseen.
                reply = await dispatcher
                    .SendAsync(new BatchRequest([before, update, after], BatchErrorMode.Stop, RetrySafety.Verifiable), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (ZimbraException e) when (!e.IsOutcomeKnown)
            {
                LostChange lost = LostChange.After(null, dispatcher, folder, e);
                SharedFolder now = await lost.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (IsLifted(now, standing, expiry))
                {
                    throw Unseen(folder, e.Message, e);
                }

                // A late attempt would write an older list over whatever comes now.
                if (lost.MayStillRun || lost.IsFault || round >= dispatcher.Connection.Options.MaxRetries)
                {
                    throw lost.NotDone();
                }

                folder = now;
                standing = Find(now, standing) ?? throw Gone(folder, standing);
                continue;
            }

            IReadOnlyList<FolderGrant> met = reply.OutcomeOf(before).ResponseOrThrow().Folder.Acl?.Grants ?? [];
            if (
                reply.OutcomeOf(update).Fault is { } fault
                && !await IsDoneAsync(fault, folder, standing, expiry, cancellationToken).ConfigureAwait(false)
            )
            {
                throw SharingRefusal.Explain(
                    fault,
                    folder,
                    new DesiredGrant
                    {
                        Type = standing.Type,
                        Address = Grantee.Of(standing).Name,
                        Permissions = default,
                        Expiry = expiry,
                    }
                );
            }

            SharedFolder renewed = await RestoreAsync(
                    folder,
                    standing,
                    expiry,
                    met,
                    reply.OutcomeOf(after).Response?.Folder,
                    cancellationToken
                )
                .ConfigureAwait(false);
            return new GrantResult(
                ShareOutcome.Changed,
                Find(renewed, standing) ?? throw Gone(renewed, standing),
                renewed,
                ShareNotification.NotRequested
            );
        }
    }

    /// <summary>Whether the list was written all the same, after a fault that leaves it open.</summary>
    private async Task<bool> IsDoneAsync(
        ZimbraFault fault,
        SharedFolder folder,
        FolderGrant standing,
        DateTimeOffset end,
        CancellationToken cancellationToken
    ) =>
        FaultCatalogue.LeavesOpen(fault.Code)
        && IsLifted(
            await LostChange.AfterFault(dispatcher, folder, fault).ReadAsync(cancellationToken).ConfigureAwait(false),
            standing,
            end
        );

    private static FolderAcl List(SharedFolder folder, FolderGrant standing, DateTimeOffset end)
    {
        bool isGuest = IsGuest(standing.Type);
        return new FolderAcl
        {
            GuestGrantExpiry = isGuest ? null : folder.Acl.GuestGrantExpiry,
            InternalGrantExpiry = isGuest ? folder.Acl.InternalGrantExpiry : null,
            Grants =
            [
                .. folder.Acl.Grants.Select(grant =>
                    grant == standing ? grant with { Expiry = end }
                    : grant.Type != GranteeType.Public && grant.Expiry is null && IsGuest(grant.Type) == isGuest
                        ? grant with
                        {
                            Expiry = folder.Acl.EffectiveExpiry(grant),
                        }
                    : grant
                ),
            ],
        };
    }

    /// <summary>
    /// Does again what somebody else granted or revoked between our reading and our writing, so that no grant is lost and none comes back.
    /// </summary>
    private async Task<SharedFolder> RestoreAsync(
        SharedFolder read,
        FolderGrant standing,
        DateTimeOffset end,
        IReadOnlyList<FolderGrant> met,
        Folder? written,
        CancellationToken cancellationToken
    )
    {
        FolderActionRequest[] again =
        [
            .. read
                .Acl.Grants.Where(grant => !met.Any(each => IsSame(each, grant)))
                .Select(grant => FolderActionRequest.Revoke(read.Id, GrantRevoker.IdOf(grant))),
            .. met.Where(grant => !read.Acl.Grants.Contains(grant))
                .Select(grant =>
                    FolderActionRequest.Grant(read.Id, Sendable(IsSame(grant, standing) ? grant with { Expiry = end } : grant))
                ),
        ];
        if (again.Length == 0 && written is not null)
        {
            return read.With(written);
        }

        GetFolderRequest after = GetFolderRequest.WithId(read.Id);
        try
        {
            BatchResponse reply = await dispatcher.SendAsync(new BatchRequest([.. again, after]), cancellationToken).ConfigureAwait(false);
            return
                again
                    .Select(request => reply.OutcomeOf(request).Fault)
                    .FirstOrDefault(fault => fault is { Code: not ZimbraFaultCodes.GrantExists })
                    is { } refused
                ? throw new ZimbraFaultException(refused, "FolderActionRequest")
                : read.With(reply.OutcomeOf(after).ResponseOrThrow().Folder);
        }
        catch (ZimbraException e)
        {
            throw Unseen(read, e.Message, e);
        }
    }

    private static FolderGrant Sendable(FolderGrant grant) =>
        GrantSearch.IsInternal(grant) ? grant with { GranteeName = null } : grant with { GranteeName = grant.GranteeId, GranteeId = null };

    private static string? Obstacle(SharedFolder folder, FolderGrant standing)
    {
        foreach (FolderGrant grant in folder.Acl.Grants)
        {
            if (
                grant.Type != standing.Type
                && folder.Acl.EffectiveExpiry(grant) is null
                && PolicyLimits.Lifetime(folder, grant.Type) is not null
            )
            {
                return $"The end lies after the ceiling of the folder's ACL. To move that, the list must be written anew, and that would "
                    + $"set an end for {Grantee.Of(grant)}, who has none: "
                    + $"{PolicyLimits.AttributeFor(grant.Type, folder.Folder.View)} was set after that share was made. Revoke the share "
                    + $"and make it again.";
            }
        }

        return null;
    }

    private static ZimbraOutcomeUnknownException Unseen(SharedFolder folder, string why, ZimbraException cause) =>
        new(
            $"The share of '{folder.Path}' of {folder.Owner} was renewed, but whether somebody else granted or revoked a share of it at "
                + $"the "
                + $"same moment, which the list would have undone, could not be "
                + $"seen or set right: look at it with ListSharesAsync. {why}",
            cause
        )
        {
            Operation = "FolderActionRequest",
        };

    private static ArgumentException Gone(SharedFolder folder, FolderGrant standing, string parameter = "grantee") =>
        new(
            $"The share of '{folder.Path}' of {folder.Owner} with {Grantee.Of(standing)} was revoked by somebody else at this moment, so "
                + $"that "
                + $"there is nothing to renew.",
            parameter
        );

    private static bool IsLifted(SharedFolder folder, FolderGrant standing, DateTimeOffset end) =>
        Find(folder, standing)?.Expiry == end && !(end > PolicyLimits.Ceiling(folder.Acl, standing.Type));

    private static FolderGrant? Find(SharedFolder folder, FolderGrant standing) =>
        folder.Acl.Grants.FirstOrDefault(grant => IsSame(grant, standing));

    private static bool IsSame(FolderGrant one, FolderGrant other) => one.Type == other.Type && one.GranteeId == other.GranteeId;

    private static bool IsGuest(GranteeType type) => type is GranteeType.Guest or GranteeType.Key;
}
