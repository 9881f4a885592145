using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What the directory shows an administrator of the accounts concerned.</summary>
internal sealed record AccountEvidence
{
    /// <summary>The owner's account.</summary>
    public DirectoryEntry? Owner { get; private init; }

    /// <summary>The owner's domain.</summary>
    public DirectoryEntry? OwnerDomain { get; private init; }

    /// <summary>The account of the guest's identifier; null when it does not exist.</summary>
    public DirectoryEntry? Guest { get; private init; }

    /// <summary>The account of the guest's mail address itself; null when it does not exist.</summary>
    public DirectoryEntry? Mail { get; private init; }

    /// <summary>The account of the very name that was typed, where that is neither; null when it does not exist.</summary>
    public DirectoryEntry? Typed { get; private init; }

    /// <summary>The domain in what the guest typed; null when it is unknown to the server or was not asked for.</summary>
    public DirectoryEntry? TypedDomain { get; private init; }

    /// <summary>The domain by which the server completes a name without one; null when no domain has it or it was not asked for.</summary>
    public DirectoryEntry? HostDomain { get; private init; }

    /// <summary>Whether the administrator was allowed to see all of it, so that what is null does not exist.</summary>
    public bool IsComplete { get; private init; }

    /// <summary>Whether the guest is nobody of the server's own, as far as known.</summary>
    public bool IsOutsider => IsComplete && InternalOf(null) is null && (Mail is not null || Guest is not null);

    /// <summary>The guest's ordinary account, which signs in with its own name; null for a guest from outside.</summary>
    public DirectoryEntry? InternalOf(FolderGrant? grant) =>
        Mail is { } own && !GuestAttributes.IsGuest(own) ? own
        : Guest is { } named && !GuestAttributes.IsGuest(named) && grant?.Type != GranteeType.Guest ? named
        : null;

    /// <exception cref="ZimbraException">The server could not be asked.</exception>
    public static async Task<AccountEvidence?> GatherAsync(
        RequestDispatcher dispatcher,
        string owner,
        GuestLoginInput guest,
        Uri address,
        CancellationToken cancellationToken
    )
    {
        if (dispatcher.Admin is null)
        {
            return null;
        }

        bool isComplete = true;
        var evidence = new AccountEvidence
        {
            Owner = await AccountAsync(owner).ConfigureAwait(false),
            OwnerDomain = await DomainAsync(DomainSelector.ByName(AccountName.DomainOf(owner))).ConfigureAwait(false),
            Guest = guest.Identifier is { } identifier ? await AccountAsync(identifier.Value).ConfigureAwait(false) : null,
            Mail = guest.Mail is { } mail ? await AccountAsync(mail.Value).ConfigureAwait(false) : null,
            Typed =
                guest.Form == TypedForm.Malformed && guest.MayBeAnAccount(AccountName.DomainOf(owner))
                    ? await AccountAsync(guest.Text).ConfigureAwait(false)
                    : null,
            TypedDomain =
                guest.Form == TypedForm.OtherDomain
                    ? await DomainAsync(DomainSelector.ByName(AccountName.DomainOf(guest.Text))).ConfigureAwait(false)
                    : null,
            HostDomain =
                guest.Form == TypedForm.Unqualified
                    ? await DomainAsync(DomainSelector.ByVirtualHostname(address.IdnHost)).ConfigureAwait(false)
                    : null,
        };
        return evidence with { IsComplete = isComplete && !new[] { evidence.Owner, evidence.Guest, evidence.Mail }.Any(HidesWhatMatters) };

        async Task<DirectoryEntry?> AccountAsync(string name)
        {
            bool wasComplete = isComplete;
            DirectoryEntry? account = await FindAsync(async () =>
                    (
                        await dispatcher
                            .SendAsync(new GetAccountRequest { Account = AccountSelector.ByName(name) }, cancellationToken)
                            .ConfigureAwait(false)
                    ).Account
                )
                .ConfigureAwait(false);
            if (account is null && wasComplete && !isComplete)
            {
                // Of an address elsewhere the server says nothing to a delegated administrator; but which domains it has it says.
                isComplete = true;
                bool isHere = await DomainAsync(DomainSelector.ByName(AccountName.DomainOf(name))).ConfigureAwait(false) is not null;
                isComplete = isComplete && !isHere;
            }

            return account;
        }

        Task<DirectoryEntry?> DomainAsync(DomainSelector domain) =>
            FindAsync(async () =>
                (await dispatcher.SendAsync(new GetDomainRequest { Domain = domain }, cancellationToken).ConfigureAwait(false)).Domain
            );

        async Task<DirectoryEntry?> FindAsync(Func<Task<DirectoryEntry>> ask)
        {
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (ZimbraFaultException e) when (e.Code is ZimbraFaultCodes.NoSuchAccount or ZimbraFaultCodes.NoSuchDomain)
            {
                return null;
            }
            catch (ZimbraFaultException e) when (e.Code is ZimbraFaultCodes.PermissionDenied)
            {
                isComplete = false;
                return null;
            }
        }
    }

    // pd="1" (docs/protocol.md, least-privilege administrators): not known, which is not the same as not set.
    private static bool HidesWhatMatters(DirectoryEntry? account) =>
        account?.HiddenAttributes.Any(name => name is "zimbraAccountStatus" or GuestAttributes.VirtualFlag or GuestAttributes.Mail) == true;
}
