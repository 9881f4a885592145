using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Takes back everything that a domain's owners share with a guest, each read back, and then sees to the account.</summary>
internal sealed class GuestRetiring(RequestDispatcher dispatcher, GuestDirectory directory)
{
    public async Task<GuestRetirement> RunAsync(
        GuestAddress mail,
        string ownerDomain,
        bool deleteAccount,
        CancellationToken cancellationToken
    )
    {
        string domain = (await directory.DomainAsync(ownerDomain, cancellationToken).ConfigureAwait(false)).Name;
        var shares = new List<GuestAccess>();
        await foreach (GuestAccess access in new AccessReader(dispatcher).ReadAsync(mail, domain, cancellationToken).ConfigureAwait(false))
        {
            if (access.InheritedFrom is null)
            {
                shares.Add(access);
            }
        }

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
        return new GuestRetirement(
            revocations,
            await SeeToAccountAsync(
                    mail,
                    GuestIdentifier.For(mail, domain),
                    deleteAccount
                        ? isComplete
                            ? RetiredAccount.Deleted
                            : RetiredAccount.KeptForShares
                        : RetiredAccount.LeftToServer,
                    cancellationToken
                )
                .ConfigureAwait(false)
        );
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
            return new GuestRevocation(
                share,
                share.OwnerInMaintenance ? GuestRevocationOutcome.OwnerInMaintenance : GuestRevocationOutcome.HeldByGroup
            );
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

        if (intended != RetiredAccount.Deleted)
        {
            return intended;
        }

        try
        {
            await dispatcher.SendAsync(new DeleteAccountRequest(account.Id), cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            // A repetition after a lost reply, or another administrator: gone is gone.
        }
        catch (ZimbraException e) when (!e.IsOutcomeKnown)
        {
            var lost = new LostReply(e);
            if (
                await lost.LookAsync(() => directory.FindAccountAsync(AccountSelector.ById(account.Id), cancellationToken))
                    .ConfigureAwait(false)
                is not null
            )
            {
                throw lost.NotDone();
            }
        }

        return RetiredAccount.Deleted;
    }
}
