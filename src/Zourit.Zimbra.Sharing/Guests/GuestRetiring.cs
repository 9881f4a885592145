using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// Revokes everything that a domain's owners share with a guest, each read back, and then sees to the account, which is deleted only when
/// nothing is shared any more: with shares left, the guest would sign up again by an old mail, and nobody would find whose they are.
/// </summary>
internal sealed class GuestRetiring(RequestDispatcher dispatcher, GuestDirectory directory)
{
    public async Task<GuestRetirement> RunAsync(
        string ownerDomain,
        GuestAddress mail,
        bool deleteAccount,
        CancellationToken cancellationToken
    )
    {
        string domain = (await directory.DomainAsync(ownerDomain, cancellationToken).ConfigureAwait(false)).Name;
        var identifier = GuestIdentifier.For(mail, domain);
        List<FoundShare> shares = await new AccessReader(dispatcher, directory)
            .ReadAsync(mail, domain, await AccountAsync(mail, identifier, cancellationToken).ConfigureAwait(false), cancellationToken)
            .Where(share => share.Access.InheritedFrom is null)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);

        // Only now: revoking changes what the search finds, page by page.
        var revocations = new List<GuestRevocation>(shares.Count);
        foreach (FoundShare share in shares)
        {
            (GuestRevocationOutcome outcome, ZimbraException? failure) = await RevokeAsync(mail, share, cancellationToken)
                .ConfigureAwait(false);
            revocations.Add(
                new GuestRevocation
                {
                    Access = share.Access,
                    Outcome = outcome,
                    Failure = failure,
                }
            );
        }

        bool isComplete = revocations.TrueForAll(revocation => revocation.Outcome == GuestRevocationOutcome.Removed);
        RetiredAccount intended =
            !deleteAccount ? RetiredAccount.LeftToServer
            : isComplete ? RetiredAccount.Deleted
            : RetiredAccount.KeptForShares;
        return new GuestRetirement
        {
            Revocations = revocations,
            Account = await SeeToAccountAsync(mail, identifier, intended, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<(GuestRevocationOutcome Outcome, ZimbraException? Failure)> RevokeAsync(
        GuestAddress mail,
        FoundShare share,
        CancellationToken cancellationToken
    )
    {
        if (share.Folder is not { } folder)
        {
            return (GuestRevocationOutcome.OwnerInMaintenance, null);
        }

        if (share.Grant.Type == GranteeType.Group)
        {
            return (GuestRevocationOutcome.HeldByGroup, null);
        }

        // Other calls of this client about the same share, by whichever name, wait, as this one does for them.
        string[] names = [mail.Value, share.Access.GranteeId, share.Access.Identifier.Value];
        using IDisposable taken = await dispatcher
            .Connection.KeyedLock.TakeAsync(names.Select(folder.LockKey), cancellationToken)
            .ConfigureAwait(false);
        RevokedGrants revoked = await new GrantRevoker(dispatcher.ForAccount(folder.Owner))
            .RevokeAsync(folder, [share.Grant], mail: null, cancellationToken)
            .ConfigureAwait(false);
        return revoked.Error switch
        {
            null => (GuestRevocationOutcome.Removed, null),
            ZimbraProtocolException => (GuestRevocationOutcome.StillThere, null),
            ZimbraFaultException refusal => (GuestRevocationOutcome.Failed, refusal),
            { } lost => throw lost,
        };
    }

    private async Task<RetiredAccount> SeeToAccountAsync(
        GuestAddress mail,
        GuestIdentifier identifier,
        RetiredAccount intended,
        CancellationToken cancellationToken
    )
    {
        if (await AccountAsync(mail, identifier, cancellationToken).ConfigureAwait(false) is not { } account)
        {
            return RetiredAccount.NotThere;
        }

        if (intended == RetiredAccount.Deleted)
        {
            await new AccountChange(dispatcher, directory).DeleteAsync(account, cancellationToken).ConfigureAwait(false);
        }

        return intended;
    }

    /// <summary>The guest's account; null for none, and for one that is another's, which is not touched.</summary>
    private async Task<GuestAccount?> AccountAsync(GuestAddress mail, GuestIdentifier identifier, CancellationToken cancellationToken)
    {
        try
        {
            return await directory.FindGuestAsync(mail, identifier, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraGuestCollisionException)
        {
            return null;
        }
    }
}
