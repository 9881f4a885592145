using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Grants;

/// <summary>Changes the end of a grant that stands, and nothing else.</summary>
internal sealed class GrantRenewer(Exchange exchange)
{
    public async Task<GrantResult> RenewAsync(SharedFolder folder, FolderGrant standing, ShareExpiry expiry, CancellationToken cancellationToken)
    {
        if (expiry.Time is { } end && end > PolicyLimits.Ceiling(folder.Acl, standing.Type) && IsWithinPolicy(folder, standing.Type, end))
        {
            return await LiftCeilingAsync(folder, standing, end, cancellationToken).ConfigureAwait(false);
        }

        var wanted = new WantedGrant
        {
            Type = standing.Type,
            Address = standing.Type == GranteeType.Public ? null : standing.GranteeName is { Length: > 0 } name ? name : standing.GranteeId,
            Meant = standing,
            Permissions = Permissions.ParseLenient(standing.Rights),
            Expiry = expiry,
        };
        GrantResult result = await new GrantWriter(exchange).EnsureAsync(folder, wanted, cancellationToken).ConfigureAwait(false);
        return result.Outcome == ShareOutcome.Created ? result with { Outcome = ShareOutcome.Changed } : result;
    }

    private bool IsWithinPolicy(SharedFolder folder, GranteeType type, DateTimeOffset end) =>
        !(end > exchange.Connection.Options.TimeProvider.GetUtcNow() + PolicyLimits.Lifetime(folder, type));

    /// <summary>
    /// The first guest's share sets an end for all later ones, and granting again never moves it (protocol.md §4.3 step 7). The policy itself counts from now: with
    /// the list given whole (§4.8) the server sets the ceiling anew, and all other grants keep the ends they had.
    /// </summary>
    private async Task<GrantResult> LiftCeilingAsync(SharedFolder folder, FolderGrant standing, DateTimeOffset expiry, CancellationToken cancellationToken)
    {
        if (Obstacle(folder, standing) is { } obstacle)
        {
            throw new ArgumentException(obstacle, nameof(expiry));
        }

        bool isGuest = IsGuest(standing.Type);
        var list = new FolderAcl
        {
            GuestGrantExpiry = isGuest ? null : folder.Acl.GuestGrantExpiry,
            InternalGrantExpiry = isGuest ? folder.Acl.InternalGrantExpiry : null,
            Grants = [.. folder.Acl.Grants.Select(grant => grant == standing
                ? grant with { Expiry = expiry }
                : grant.Type != GranteeType.Public && grant.Expiry is null && IsGuest(grant.Type) == isGuest
                    ? grant with { Expiry = folder.Acl.EffectiveExpiry(grant) }
                    : grant)],
        };
        GetFolderRequest before = GetFolderRequest.WithId(folder.Id);
        FolderActionRequest update = FolderActionRequest.Update(folder.Id, new FolderChanges { Acl = list });
        GetFolderRequest after = GetFolderRequest.WithId(folder.Id);
        BatchResponse reply = await exchange.SendAsync(new BatchRequest([before, update, after], BatchErrorMode.Stop), cancellationToken).ConfigureAwait(false);
        if (reply.OutcomeOf(update).Fault is { } fault)
        {
            throw SharingRefusal.Explain(fault, folder, new WantedGrant { Type = standing.Type, Address = Grantee.Of(standing).Name, Permissions = default, Expiry = expiry });
        }

        SharedFolder renewed = folder.With(reply.OutcomeOf(after).ResponseOrThrow().Folder);
        renewed = await RestoreAsync(folder, reply.OutcomeOf(before).ResponseOrThrow().Folder.Acl, renewed, cancellationToken).ConfigureAwait(false);
        return new GrantResult(ShareOutcome.Changed, GrantSearch.ById(renewed.Acl, standing.GranteeId) ?? standing, renewed, ShareNotification.NotRequested);
    }

    private static string? Obstacle(SharedFolder folder, FolderGrant standing)
    {
        foreach (FolderGrant grant in folder.Acl.Grants)
        {
            if (grant.Type != standing.Type && folder.Acl.EffectiveExpiry(grant) is null && PolicyLimits.Lifetime(folder, grant.Type) is not null)
            {
                return $"The end lies after the ceiling of the folder's ACL. To move that, the list must be written anew, and that would set an end for {Grantee.Of(grant)}, who has none: "
                    + $"{PolicyLimits.AttributeFor(grant.Type, folder.Folder.View)} was set after that share was made. Revoke the share and make it again.";
            }
        }

        return null;
    }

    private static bool IsGuest(GranteeType type) => type is GranteeType.Guest or GranteeType.Key;

    /// <summary>Does again what somebody else granted or revoked between our reading and our writing, so that no grant is lost and none comes back.</summary>
    private async Task<SharedFolder> RestoreAsync(SharedFolder read, FolderAcl? atWriting, SharedFolder renewed, CancellationToken cancellationToken)
    {
        IReadOnlyList<FolderGrant> met = atWriting?.Grants ?? [];
        FolderActionRequest[] again =
        [
            .. read.Acl.Grants.Where(grant => !met.Any(each => each.Type == grant.Type && each.GranteeId == grant.GranteeId))
                .Select(grant => FolderActionRequest.Revoke(renewed.Id, GrantRevoker.IdOf(grant))),
            .. met.Where(grant => !read.Acl.Grants.Contains(grant)).Select(grant => FolderActionRequest.Grant(
                renewed.Id, GrantSearch.IsInternal(grant) ? grant with { GranteeName = null } : grant with { GranteeName = grant.GranteeId, GranteeId = null })),
        ];
        if (again.Length == 0)
        {
            return renewed;
        }

        GetFolderRequest after = GetFolderRequest.WithId(renewed.Id);
        BatchResponse reply = await exchange.SendAsync(new BatchRequest([.. again, after]), cancellationToken).ConfigureAwait(false);
        return again.Select(request => reply.OutcomeOf(request).Fault).FirstOrDefault(fault => fault is { Code: not ZimbraFaultCodes.GrantExists }) is { } lost
            ? throw new ZimbraFaultException(lost, "FolderActionRequest",
                $"The share of '{renewed.Path}' was renewed, but what somebody else changed in its ACL at the same moment could not be done again: look at it with ListSharesAsync. {lost.Code}: {lost.Reason}")
            : renewed.With(reply.OutcomeOf(after).ResponseOrThrow().Folder);
    }
}
