using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What an administrator reads of domains, owners and guests.</summary>
internal sealed class GuestDirectory(RequestDispatcher dispatcher)
{
    /// <summary>
    /// A domain under its primary name: guests' accounts live there, also where the owner uses an alias of the domain (docs/protocol.md
    /// §6.1).
    /// </summary>
    public Task<DirectoryEntry> DomainAsync(string name, CancellationToken cancellationToken) =>
        PrimaryDomain.FindAsync(dispatcher, name, cancellationToken);

    /// <summary>An account by name, without its class of service's values; null when it does not exist.</summary>
    public async Task<DirectoryEntry?> FindAccountAsync(AccountSelector selector, CancellationToken cancellationToken)
    {
        try
        {
            return Known(
                (
                    await dispatcher
                        .SendAsync(new GetAccountRequest { Account = selector, ApplyCos = false }, cancellationToken)
                        .ConfigureAwait(false)
                ).Account
            );
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            return null;
        }
        catch (ZimbraMissingRightException e) when (e.Target is { Kind: "domain", Value: { } domain })
        {
            // Of an address elsewhere the server does not say that it has no such account, unless a right covers all domains.
            if (await HasDomainAsync(domain, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            return null;
        }
    }

    /// <summary>An account of which it is known whether it is a guest's, and which guest's.</summary>
    private DirectoryEntry Known(DirectoryEntry account) =>
        Shown.Require(
            account,
            Administrator,
            GuestAttributes.IsGuest(account)
                ? [GuestAttributes.Mail, GuestAccount.StatusAttribute]
                : (IEnumerable<string>)[GuestAttributes.VirtualFlag]
        );

    /// <summary>The account of this very guest, never another's; null when they have none.</summary>
    /// <exception cref="ZimbraGuestCollisionException">The identifier is another guest's, or a regular account's.</exception>
    public async Task<GuestAccount?> FindGuestAsync(GuestAddress mail, GuestIdentifier identifier, CancellationToken cancellationToken)
    {
        if (await FindAccountAsync(AccountSelector.ByName(identifier.Value), cancellationToken).ConfigureAwait(false) is not { } entry)
        {
            return null;
        }

        var account = GuestAccount.Read(entry);
        if (!GuestAttributes.IsGuest(entry))
        {
            throw new ZimbraGuestCollisionException(mail, GuestCollisionTexts.TakenByAccount(identifier, entry.Name, mail))
            {
                TakenName = entry.Name,
            };
        }

        return string.Equals(account.Mail, mail.Value, StringComparison.OrdinalIgnoreCase)
            ? account
            : throw new ZimbraGuestCollisionException(mail, GuestCollisionTexts.TakenByGuest(identifier, account.Mail, mail))
            {
                TakenName = entry.Name,
                OtherGuest = account.Mail,
            };
    }

    private string? Administrator => dispatcher.Admin?.Administrator;

    /// <summary>Whether a domain is one of this server's.</summary>
    public async Task<bool> HasDomainAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await dispatcher
                .SendAsync(new GetDomainRequest { Domain = DomainSelector.ByName(name) }, cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchDomain)
        {
            return false;
        }
    }

    /// <summary>
    /// The regular account that has a guest's mail for its name, and with which the owners of a domain share as with a user: guests' grants
    /// do not let it in. Null for none.
    /// </summary>
    /// <exception cref="ZimbraGuestAddressException">A guest's identifier was given in place of their mail: nothing would be found for it,
    /// which must not pass for the answer.</exception>
    public async Task<DirectoryEntry?> FindInsiderAsync(GuestAddress mail, string? ownerDomain, CancellationToken cancellationToken)
    {
        if (await FindAccountAsync(AccountSelector.ByName(mail.Value), cancellationToken).ConfigureAwait(false) is not { } account)
        {
            return null;
        }

        if (GuestAttributes.IsGuest(account))
        {
            throw GuestAddressCheck.Identifier(mail, GuestAccount.Read(account).Mail);
        }

        return ownerDomain is null || SharesInternally(await DomainAsync(ownerDomain, cancellationToken).ConfigureAwait(false), account)
            ? account
            : null;
    }

    // With cross-domain sharing switched off, an account of another domain is a guest like any other (docs/protocol.md §4.3).
    public bool SharesInternally(DirectoryEntry domain, DirectoryEntry account)
    {
        string other = AccountName.DomainOf(account.Name);
        if (!string.Equals(domain.Name, other, StringComparison.OrdinalIgnoreCase))
        {
            Shown.Require(domain, Administrator, "zimbraInternalSharingCrossDomainEnabled", "zimbraInternalSharingDomain");
        }

        return domain.Attributes.Flag("zimbraInternalSharingCrossDomainEnabled") != false
            || string.Equals(domain.Name, other, StringComparison.OrdinalIgnoreCase)
            || domain.Attributes.Values("zimbraInternalSharingDomain").Contains(other, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The guest's account of that name.</summary>
    /// <exception cref="ZimbraFaultException">No such account exists (<c>account.NO_SUCH_ACCOUNT</c>).</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is not touched.</exception>
    public async Task<GuestAccount> GuestAsync(GuestIdentifier identifier, CancellationToken cancellationToken)
    {
        if (identifier.Value.Length == 0)
        {
            throw Argument.Invalid(GuestInputTexts.NoIdentifier, nameof(identifier));
        }

        DirectoryEntry entry = Known(await AccountOfAsync(identifier, cancellationToken).ConfigureAwait(false));
        return GuestAttributes.IsGuest(entry)
            ? GuestAccount.Read(entry)
            : throw new ZimbraGuestCollisionException(null, GuestCollisionTexts.NoGuests(identifier, entry.Name))
            {
                TakenName = entry.Name,
            };
    }

    private async Task<DirectoryEntry> AccountOfAsync(GuestIdentifier identifier, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetAccountRequest { Account = AccountSelector.ByName(identifier.Value), ApplyCos = false };
            return (await dispatcher.SendAsync(request, cancellationToken).ConfigureAwait(false)).Account;
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            throw new ZimbraFaultException(e.Fault, e.Operation, GuestInputTexts.NoAccount(identifier, e.Code)) { IsRead = true };
        }
    }

    /// <summary>Guests' accounts, page by page.</summary>
    public async IAsyncEnumerable<GuestAccount> SearchAsync(
        GuestSearch search,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (search.PageSize is < 1 or > 1000)
        {
            throw Argument.Invalid(InvalidOption.Range(nameof(GuestSearch.PageSize), "from 1 to 1,000", "de 1 à 1 000"), nameof(search));
        }

        var conditions = new List<LdapFilter> { LdapFilter.Equal(GuestAttributes.VirtualFlag, "TRUE") };
        if (search.Guest is { } mail)
        {
            conditions.Add(LdapFilter.Equal(GuestAttributes.Mail, GuestAddress.ParseArgument(mail, nameof(search)).Value));
        }

        if (search.Status is { } status)
        {
            conditions.Add(LdapFilter.Equal(GuestAccount.StatusAttribute, GuestStatusWord.Of(status)));
        }

        // All own attributes: whether there is a password shows only in the whole entry.
        var request = new SearchDirectoryRequest
        {
            Query = LdapFilter.And(conditions),
            Domain = search.OwnerDomain is { } domain ? GuestIdentifier.ParseDomain(domain, nameof(search)) : null,
            Limit = search.PageSize,
            ApplyCos = false,
        };
        await foreach (DirectoryEntry entry in dispatcher.SearchDomainAsync(request, cancellationToken).ConfigureAwait(false))
        {
            yield return GuestAccount.Read(Known(entry));
        }
    }

    /// <summary>The rules for passwords of new guests of a domain: those of its class of service for guests (docs/protocol.md
    /// §6.4).</summary>
    public async Task<PasswordPolicy> PasswordPolicyAsync(string ownerDomain, CancellationToken cancellationToken)
    {
        DirectoryEntry domain = await DomainAsync(ownerDomain, cancellationToken).ConfigureAwait(false);
        CosSelector cos = Shown.Require(domain, Administrator, "zimbraDomainDefaultExternalUserCOSId").Attributes[
            "zimbraDomainDefaultExternalUserCOSId"
        ]
            is { Length: > 0 } id
            ? CosSelector.ById(id)
            : CosSelector.ByName("defaultExternal");
        return Rules((await dispatcher.SendAsync(new GetCosRequest { Cos = cos }, cancellationToken).ConfigureAwait(false)).Cos);
    }

    /// <summary>The rules for the password of an account that exists, those inherited included.</summary>
    public async Task<PasswordPolicy> PasswordPolicyAsync(GuestAccount account, CancellationToken cancellationToken) =>
        Rules(
            (
                await dispatcher
                    .SendAsync(new GetAccountRequest { Account = AccountSelector.ByName(account.Name) }, cancellationToken)
                    .ConfigureAwait(false)
            ).Account
        );

    private PasswordPolicy Rules(DirectoryEntry entry) =>
        PasswordPolicy.Read(Shown.Require(entry, Administrator, AdministratorRights.PasswordRules).Attributes);

    /// <summary>An owner's folder, not read yet; the owner must be of the domain, since a guest has an account for each.</summary>
    public OwnedFolder FolderOf(SharedCalendar calendar, DirectoryEntry owner, string domain)
    {
        string ownerDomain = AccountName.DomainOf(owner.Name);
        return string.Equals(PrimaryDomain.Ascii(ownerDomain), PrimaryDomain.Ascii(domain), StringComparison.OrdinalIgnoreCase)
            ? new OwnedFolder(calendar, owner, dispatcher.ForAccount(owner.Name))
            : throw Argument.Invalid(GuestInputTexts.OtherDomain(calendar.Owner, ownerDomain, domain), nameof(calendar));
    }

    /// <summary>An owner's account, whatever alias names it.</summary>
    public async Task<DirectoryEntry> OwnerAsync(string name, CancellationToken cancellationToken) =>
        (
            await dispatcher
                .SendAsync(new GetAccountRequest { Account = AccountSelector.ByName(name.Trim()), ApplyCos = false }, cancellationToken)
                .ConfigureAwait(false)
        ).Account;
}
