using Zourit.Zimbra.Sharing.Dispatch;
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
        var shares = new List<GuestAccess>();
        await foreach (
            GuestAccess share in new AccessReader(dispatcher, directory).ReadAsync(mail, domain, cancellationToken).ConfigureAwait(false)
        )
        {
            if (share.InheritedFrom is null)
            {
                shares.Add(share);
            }
        }

        // Only now: revoking changes what the search finds, page by page.
        var revocations = new List<GuestRevocation>(shares.Count);
        foreach (IGrouping<string, GuestAccess> owner in shares.GroupBy(share => share.Folder.Owner))
        {
            RequestDispatcher mailbox = dispatcher.ForAccount(owner.Key);
            foreach (GuestAccess share in owner)
            {
                revocations.Add(await RevokeAsync(mail, mailbox, share, cancellationToken).ConfigureAwait(false));
            }
        }

        bool isComplete = revocations.TrueForAll(revocation => revocation.Outcome == GuestRevocationOutcome.Removed);
        RetiredAccount intended =
            !deleteAccount ? RetiredAccount.LeftToServer
            : isComplete ? RetiredAccount.Deleted
            : RetiredAccount.KeptForShares;
        return new GuestRetirement
        {
            Revocations = revocations,
            Account = await SeeToAccountAsync(mail, GuestIdentifier.For(mail, domain), intended, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<GuestRevocation> RevokeAsync(
        GuestAddress mail,
        RequestDispatcher mailbox,
        GuestAccess share,
        CancellationToken cancellationToken
    )
    {
        if (share.OwnerInMaintenance || share.GrantedTo == GranteeType.Group)
        {
            return new GuestRevocation
            {
                Access = share,
                Outcome = share.OwnerInMaintenance ? GuestRevocationOutcome.OwnerInMaintenance : GuestRevocationOutcome.HeldByGroup,
            };
        }

        // Other calls of this client about the same share, by whichever name, wait, as this one does for them.
        string[] names = [mail.Value, share.GranteeId, share.Identifier.Value];
        using IDisposable turn = await dispatcher
            .Connection.KeyedLock.TakeAsync(
                names.Select(name => KeyedLock.KeyOf(share.Folder.Owner, share.FolderId, name)),
                cancellationToken
            )
            .ConfigureAwait(false);
        return await new ShareRemoval(mailbox, share).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<RetiredAccount> SeeToAccountAsync(
        GuestAddress mail,
        GuestIdentifier identifier,
        RetiredAccount intended,
        CancellationToken cancellationToken
    )
    {
        GuestAccount? account;
        try
        {
            account = await directory.FindGuestAsync(mail, identifier, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraGuestCollisionException)
        {
            // The account is another's, and is not touched.
            return RetiredAccount.NotThere;
        }

        if (account is null)
        {
            return RetiredAccount.NotThere;
        }

        if (intended == RetiredAccount.Deleted)
        {
            await new AccountChange(dispatcher, directory).DeleteAsync(account, cancellationToken).ConfigureAwait(false);
        }

        return intended;
    }
}
