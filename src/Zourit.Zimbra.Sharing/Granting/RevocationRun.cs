using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Removes grants in one round trip and reports by the ACL read back which are gone, since the server answers success also when nothing was
/// revoked (docs/protocol.md §4.7). For the same reason nothing would stop a mail behind a revocation from leaving again when the batch
/// arrives late: with the mail of a single grant goes the folder's change number, so that a late batch is refused. In a list of thousands
/// the first part is read back; where it shows the answers to be true, those to the next parts are believed.
/// </summary>
internal sealed class RevocationRun(RequestDispatcher dispatcher, SharedFolder folder, IReadOnlyList<FolderGrant> grants, GrantMail? mail)
{
    private const string Operation = "FolderActionRequest";

    private readonly Attempt _attempt = new("BatchRequest", AttemptTexts.FolderRead(folder.Path));
    private readonly MailAlong? _mail = new ShareMailer(dispatcher, folder).Along(
        grants.Count == 1 && folder.Folder.ModifiedSequence is not null ? mail : null
    );
    private SharedFolder _folder = folder;

    /// <summary>
    /// What is known of the batch with the mail in it, whose reply was lost, so that the mail may have left; null for none.
    /// </summary>
    public Doubt? LostMail => _mail is not null && _attempt.IsInDoubt ? _attempt : null;

    /// <summary>Whether somebody else revoked the grants at the same moment.</summary>
    public bool WasAnothers { get; private set; }

    /// <exception cref="ZimbraOutcomeUnknownException">The folder cannot be read afterwards.</exception>
    public async Task<RevokedGrants> RunAsync(CancellationToken cancellationToken)
    {
        bool wasSeen = false;
        try
        {
            return await dispatcher
                .Verify(GetFolderRequest.WithId(_folder.Id))
                .RunAsync(
                    _attempt,
                    SendAsync,
                    async token =>
                    {
                        SharedFolder found = await ReadAsync(token).ConfigureAwait(false);
                        wasSeen = true;
                        return found;
                    },
                    found =>
                        grants.Any(grant => Holds(found, grant))
                            ? Verdict<RevokedGrants>.NotDone
                            : Verdict<RevokedGrants>.Done(Gone(found)),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ZimbraException e) when (wasSeen)
        {
            // Each grant by itself: some may be gone.
            return new RevokedGrants(_folder, [.. grants.Select(grant => Holds(_folder, grant) ? e : null)], Notification: null);
        }
    }

    private async Task<RevokedGrants> SendAsync(CancellationToken cancellationToken)
    {
        for (int conflicts = 0; ; conflicts++)
        {
            FolderActionRequest[] revocations =
            [
                .. grants.Select(grant => FolderActionRequest.Revoke(_folder.Id, GrantRevoker.IdOf(grant))),
            ];
            GetFolderRequest readBack = GetFolderRequest.WithId(_folder.Id);
            bool readsBack = ReadsBack;
            BatchRequest batch = _mail is null
                ? new BatchRequest(readsBack ? [.. revocations, readBack] : revocations, RetrySafety.Verifiable)
                : new BatchRequest([.. revocations, readBack, _mail.Request], RetrySafety.Verifiable)
                {
                    OnError = BatchErrorMode.Stop,
                    UnlessChangedSince = _folder.Folder.ModifiedSequence,
                };
            BatchResponse reply = await dispatcher.SendAsync(batch, cancellationToken).ConfigureAwait(false);
            if (reply.OutcomeOf(revocations[0]).Fault is not { Code: ZimbraFaultCodes.ModifyConflict })
            {
                (FolderGrant, BatchOutcome<FolderActionResponse>)[] outcomes = [.. grants.Zip(revocations.Select(reply.OutcomeOf))];
                SharedFolder after = (readsBack ? null : Answered(outcomes))
                    ?? await AfterAsync(outcomes, readsBack ? reply.OutcomeOf(readBack).Response : null, cancellationToken)
                        .ConfigureAwait(false);
                return new RevokedGrants(
                    after,
                    [.. grants.Select((grant, i) => ErrorOf(after, grant, reply.OutcomeOf(revocations[i])))],
                    _mail?.In(reply)
                );
            }

            SharedFolder now = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!Holds(now, grants[0]))
            {
                WasAnothers = !_attempt.IsInDoubt;
                return Gone(now);
            }

            if (conflicts >= Attempt.MostConflicts)
            {
                throw new ZimbraConflictException(RevocationTexts.Overtaken(_folder.Path, _folder.Owner)) { Operation = Operation };
            }
        }
    }

    /// <summary>
    /// Read back for each part of a list of thousands, the ACL would be read hundreds of times: once a reading has shown that the answers
    /// are true, they say all that it would. They say it of ids that are in the ACL, as they are there.
    /// </summary>
    private bool ReadsBack =>
        mail is not null
        || !_folder.HasTrueRevocations
        || _folder.InheritedFrom is not null
        || grants.Any(grant => grant is not { Type: GranteeType.Guest, GranteeId: not null });

    /// <summary>The folder by the answers; null where they leave something open.</summary>
    private SharedFolder? Answered(IReadOnlyList<(FolderGrant Grant, BatchOutcome<FolderActionResponse> Outcome)> revocations) =>
        !_attempt.IsInDoubt && revocations.All(each => each.Outcome.Response is not null || ReadBack.IsPlainRefusal(each.Outcome))
            ? _folder.Minus([.. revocations.Where(each => each.Outcome.Response is not null).Select(each => each.Grant)])
            : null;

    private RevokedGrants Gone(SharedFolder after) => new(after, new ZimbraException?[grants.Count], Notification: null);

    private async Task<SharedFolder> ReadAsync(CancellationToken cancellationToken) =>
        _folder = _folder.With(
            (await dispatcher.SendAsync(GetFolderRequest.WithId(_folder.Id), cancellationToken).ConfigureAwait(false)).Folder
        );

    /// <summary>
    /// The folder as it is: that the server said success proves nothing. Behind a plain refusal nothing was changed.
    /// </summary>
    private async Task<SharedFolder> AfterAsync(
        IReadOnlyList<(FolderGrant Grant, BatchOutcome<FolderActionResponse> Outcome)> revocations,
        GetFolderResponse? readBack,
        CancellationToken cancellationToken
    )
    {
        SharedFolder? shown = readBack is null ? null : _folder.With(readBack.Folder);
        try
        {
            return _folder = await ReadBack
                .AfterAsync(
                    _attempt,
                    shown,
                    revocations.Where(each => shown is null || Holds(shown, each.Grant)).Select(each => each.Outcome),
                    ReadAsync,
                    cancellationToken
                )
                .ConfigureAwait(false)
                ?? _folder;
        }
        catch (ZimbraException e)
        {
            throw new ZimbraOutcomeUnknownException(RevocationTexts.NotReadBack(_folder.Path, _folder.Owner).Then(e.Explanation), e)
            {
                Operation = Operation,
            };
        }
    }

    private static bool Holds(SharedFolder folder, FolderGrant grant) =>
        grant.GranteeId is null
            ? folder.Acl.Grants.Any(each => each.Type == grant.Type && each.GranteeId is null)
            : folder.Grants.Has(grant.GranteeId, grant.Type);

    private ZimbraException? ErrorOf(SharedFolder after, FolderGrant grant, BatchOutcome<FolderActionResponse> outcome) =>
        !Holds(after, grant) ? null
        : outcome.Fault is { } fault ? _attempt.Refused(Refused(fault, after, grant))
        : new ZimbraProtocolException(RevocationTexts.StillGranted(after.Path, after.Owner, GranteeWords.Of(GrantSearch.GranteeOf(grant))))
        {
            Operation = Operation,
        };

    private ZimbraFaultException Refused(ZimbraFault fault, SharedFolder folder, FolderGrant grant)
    {
        LocalizedText? why =
            fault.Code != ZimbraFaultCodes.PermissionDenied ? ZimbraFaultCodes.RemedyFor(fault.Code)
            : folder.IsOwners(grant) ? RevocationTexts.Owners
            : !folder.ShowsAcl ? RevocationTexts.LacksAdminister(folder.Folder.EffectiveRights!)
            : ZimbraFaultCodes.RemedyFor(fault.Code);
        return new ZimbraFaultException(
            fault,
            Operation,
            RevocationTexts.NotRevoked(folder.Path, folder.Owner).Then(SharingRefusalTexts.Answer(fault.Code, fault.PlainReason)).Then(why)
        )
        {
            // The share was seen to be in force.
            ChangedNothing = _attempt.After(fault).IsOver,
        };
    }
}
