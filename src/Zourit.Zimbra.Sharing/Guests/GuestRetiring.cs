using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Takes back everything that a domain's owners share with a guest, each read back, and then sees to the account.</summary>
internal sealed class GuestRetiring(Exchange exchange, GuestDirectory directory)
{
    public async Task<GuestRetirement> RunAsync(GuestAddress mail, string ownerDomain, bool deleteAccount, CancellationToken cancellationToken)
    {
        string domain = (await directory.DomainAsync(ownerDomain, cancellationToken).ConfigureAwait(false)).Name;
        var shares = new List<GuestAccess>();
        await foreach (GuestAccess access in new AccessReader(exchange).ReadAsync(mail, domain, cancellationToken).ConfigureAwait(false))
        {
            if (access.InheritedFrom is null)
            {
                shares.Add(access);
            }
        }

        var revocations = new List<GuestRevocation>(shares.Count);
        foreach (IGrouping<string, GuestAccess> owner in shares.GroupBy(share => share.Folder.Owner))
        {
            Exchange mailbox = exchange.ForAccount(owner.Key);
            foreach (GuestAccess share in owner)
            {
                revocations.Add(await RevokeAsync(mailbox, share, cancellationToken).ConfigureAwait(false));
            }
        }

        return new GuestRetirement(revocations, await SeeToAccountAsync(mail, GuestIdentifier.For(mail, domain), deleteAccount, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<GuestRevocation> RevokeAsync(Exchange mailbox, GuestAccess share, CancellationToken cancellationToken)
    {
        if (share.OwnerInMaintenance || share.GrantedTo == GranteeType.Group)
        {
            return new GuestRevocation(share, share.OwnerInMaintenance ? GuestRevocationOutcome.OwnerInMaintenance : GuestRevocationOutcome.HeldByGroup);
        }

        // By the id as it stands in the ACL, and read back: the server answers success also when nothing was revoked (protocol.md §4.7).
        FolderActionRequest revoke = FolderActionRequest.Revoke(share.FolderId, share.GranteeId);
        GetFolderRequest readBack = GetFolderRequest.WithId(share.FolderId);
        BatchResponse answers = await mailbox.SendAsync(new BatchRequest([revoke, readBack]), cancellationToken).ConfigureAwait(false);
        if (answers.FirstFault is { } fault)
        {
            return new GuestRevocation(share, GuestRevocationOutcome.Failed) { Failure = new ZimbraFaultException(fault, revoke.OperationName) };
        }

        bool stands = answers.OutcomeOf(readBack).ResponseOrThrow().Folder.Acl?.Grants.Any(grant => grant.Type == share.GrantedTo && grant.GranteeId == share.GranteeId) == true;
        return new GuestRevocation(share, stands ? GuestRevocationOutcome.StillThere : GuestRevocationOutcome.Removed);
    }

    private async Task<RetiredAccount> SeeToAccountAsync(GuestAddress mail, GuestIdentifier identifier, bool delete, CancellationToken cancellationToken)
    {
        GuestAccount? account;
        try
        {
            account = await directory.FindGuestAsync(mail, identifier, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraGuestCollisionException)
        {
            // The account is another's and stays his.
            return RetiredAccount.NotThere;
        }

        if (account is null)
        {
            return RetiredAccount.NotThere;
        }

        if (!delete)
        {
            return RetiredAccount.LeftToServer;
        }

        try
        {
            await exchange.SendAsync(new DeleteAccountRequest(account.Id), cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            // A repetition after a lost reply, or another administrator: gone is gone.
        }

        return RetiredAccount.Deleted;
    }
}
