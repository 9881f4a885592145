using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Moves an end beyond the ceiling of the folder's ACL. The first guest's share sets an end for all later ones, and granting again never
/// moves it (docs/protocol.md §4.3 step 7). The policy itself counts from now: with the list given whole (§4.8) the server sets the ceiling
/// anew, and all other grants keep the ends they had. A whole list would undo what others change between the reading and the writing, so
/// the request carries the folder's change number: the server refuses it where the folder was changed since (<c>mail.MODIFY_CONFLICT</c>),
/// and it starts again from what is there then. That makes a late attempt harmless, too.
/// </summary>
internal sealed class ExpiryCeilingUpdater(RequestDispatcher dispatcher, SharedFolder folder, FolderGrant standing, DateTimeOffset? end)
{
    private const string Operation = "FolderActionRequest";
    private static readonly TimeSpan MostSkew = TimeSpan.FromDays(1);

    private SharedFolder _folder = folder;
    private FolderGrant _standing = standing;

    public async Task<GrantResult> RunAsync(CancellationToken cancellationToken)
    {
        var attempt = new Attempt("BatchRequest", AttemptTexts.FolderRead(_folder.Path));
        SharedFolder lifted = await dispatcher
            .Verify(GetFolderRequest.WithId(_folder.Id))
            .RunAsync(
                attempt,
                WriteAsync,
                ReadAsync,
                now => IsLifted(now) ? Verdict<SharedFolder>.Done(now) : Verdict<SharedFolder>.NotDone,
                cancellationToken
            )
            .ConfigureAwait(false);
        return new GrantResult(ShareOutcome.Changed, Find(lifted) ?? throw Gone(lifted), lifted, ShareNotification.NotRequested);
    }

    /// <summary>The list to write.</summary>
    /// <exception cref="ZimbraConflictException">It would set an end for grants of another kind that have none.</exception>
    public FolderAcl Plan() => Obstacle() is { } obstacle ? throw Conflict(obstacle) : List();

    /// <summary>Writes the list; where the folder was changed since it was read, reads it again and writes anew.</summary>
    private async Task<SharedFolder> WriteAsync(CancellationToken cancellationToken)
    {
        for (int conflicts = 0; ; conflicts++)
        {
            _standing = Find(_folder) ?? throw Gone(_folder);
            FolderActionRequest update = FolderActionRequest.Update(_folder.Id, new FolderChanges { Acl = Plan() });
            GetFolderRequest after = GetFolderRequest.WithId(_folder.Id);
            BatchResponse reply = await dispatcher
                .SendAsync(
                    new BatchRequest([update, after], RetrySafety.Verifiable)
                    {
                        OnError = BatchErrorMode.Stop,
                        UnlessChangedSince = ChangeNumber(),
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            switch (reply.OutcomeOf(update).Fault)
            {
                case null when reply.OutcomeOf(after).Response is { } read:
                    return _folder.With(read.Folder);

                case null:
                    return await ReadBackAsync(cancellationToken).ConfigureAwait(false);

                case { Code: ZimbraFaultCodes.ModifyConflict } when conflicts < Attempt.MostConflicts:
                    if (IsLifted(await ReadAsync(cancellationToken).ConfigureAwait(false)))
                    {
                        return _folder;
                    }

                    break;

                case { Code: ZimbraFaultCodes.ModifyConflict }:
                    throw Conflict(GrantFailureTexts.EndNotMoved(_folder));

                case { } fault:
                    throw await RefusedAsync(fault, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<SharedFolder> ReadAsync(CancellationToken cancellationToken) =>
        _folder = _folder.With(
            (await dispatcher.SendAsync(GetFolderRequest.WithId(_folder.Id), cancellationToken).ConfigureAwait(false)).Folder
        );

    /// <summary>The folder after a list that the server took, and did not show.</summary>
    private async Task<SharedFolder> ReadBackAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e)
        {
            throw new ZimbraOutcomeUnknownException(GrantFailureTexts.RenewedUnseen(_folder).Then(e.Explanation), e)
            {
                Operation = Operation,
            };
        }
    }

    /// <summary>The refusal of the list; where the fault leaves it open, that is looked into.</summary>
    private async Task<ZimbraException> RefusedAsync(ZimbraFault fault, CancellationToken cancellationToken)
    {
        if (FaultCatalogue.LeavesOpen(fault.Code))
        {
            return new ZimbraFaultException(fault, Operation);
        }

        SharedFolder now = await FolderReader.WithNewInfoAsync(dispatcher, _folder, cancellationToken).ConfigureAwait(false);
        return SharingRefusal.Explain(
            fault,
            now,
            new DesiredGrant
            {
                Type = _standing.Type,
                User = GrantSearch.GranteeOf(_standing).Name,
                Permissions = null,
                Expiry = end ?? ShareExpiry.Never,
            }
        );
    }

    private FolderAcl List()
    {
        bool isGuest = IsGuest(_standing.Type);
        return new FolderAcl
        {
            GuestGrantExpiry = isGuest ? null : Kept(_folder.Acl.GuestGrantExpiry, GranteeType.Guest),
            InternalGrantExpiry = isGuest ? Kept(_folder.Acl.InternalGrantExpiry, GranteeType.User) : null,
            Grants =
            [
                .. _folder.Acl.Grants.Select(grant =>
                    IsSame(grant) ? grant with { Expiry = end }
                    : IsGuest(grant.Type) == isGuest ? grant with { Expiry = _folder.Acl.EffectiveExpiry(grant) }
                    : grant
                ),
            ],
        };
    }

    // The other kind's ceiling; where the policy of now allows less, the server is left to set it.
    private DateTimeOffset? Kept(DateTimeOffset? ceiling, GranteeType type) => ceiling > Latest(type) ? null : ceiling;

    // What lies within the difference of the clocks is left to the server to judge.
    private DateTimeOffset? Latest(GranteeType type) =>
        dispatcher.Connection.Options.TimeProvider.GetUtcNow() + MostSkew + PolicyLimits.Lifetime(_folder, type);

    private long ChangeNumber() =>
        _folder.Folder.ModifiedSequence
        ?? throw new ZimbraProtocolException(GrantFailureTexts.NoChangeNumber(_folder.Path)) { Operation = "GetFolderRequest" };

    private LocalizedText? Obstacle() =>
        _folder.Acl.Grants.Where(grant => !IsSame(grant)).Select(Obstacle).FirstOrDefault(obstacle => obstacle is not null);

    /// <summary>Why the server would not take a grant again as it is: by a policy that was set since it was made.</summary>
    private LocalizedText? Obstacle(FolderGrant grant)
    {
        if (Latest(grant.Type) is not { } latest)
        {
            return null;
        }

        string attribute = PolicyLimits.AttributeFor(grant.Type, _folder.Folder.View);
        return _folder.Acl.EffectiveExpiry(grant) switch
        {
            { } kept when kept > latest => GrantFailureTexts.EndInTheWay(grant, kept, attribute),
            null when grant.Type != _standing.Type => GrantFailureTexts.CeilingInTheWay(grant, attribute),
            _ => null,
        };
    }

    private ZimbraConflictException Gone(SharedFolder now) => Conflict(GrantFailureTexts.Revoked(now, _standing));

    private static ZimbraConflictException Conflict(LocalizedText why) => new(why) { Operation = Operation };

    private bool IsLifted(SharedFolder now)
    {
        DateTimeOffset? ceiling = PolicyLimits.Ceiling(now.Acl, _standing.Type);
        return Find(now) is { } found && found.Expiry == end && (end is null ? ceiling is null : !(end > ceiling));
    }

    private FolderGrant? Find(SharedFolder now) => now.Acl.Grants.FirstOrDefault(IsSame);

    private bool IsSame(FolderGrant grant) => grant.Type == _standing.Type && grant.GranteeId == _standing.GranteeId;

    private static bool IsGuest(GranteeType type) => type is GranteeType.Guest or GranteeType.Key;
}
