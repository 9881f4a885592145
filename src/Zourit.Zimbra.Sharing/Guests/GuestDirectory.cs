using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What an administrator reads of domains, owners and guests.</summary>
internal sealed class GuestDirectory(Exchange exchange)
{
    /// <summary>A domain under its primary name: guests' accounts live there, also where the owner uses an alias of the domain (protocol.md §6.1).</summary>
    public async Task<DirectoryEntry> DomainAsync(string name, CancellationToken cancellationToken)
    {
        DirectoryEntry domain = (await exchange.SendAsync(new GetDomainRequest(DomainSelector.ByName(name.Trim())), cancellationToken).ConfigureAwait(false)).Domain;
        return domain.Attributes["zimbraDomainType"] == "alias" && domain.Attributes["zimbraDomainAliasTargetId"] is { Length: > 0 } target
            ? (await exchange.SendAsync(new GetDomainRequest(DomainSelector.ById(target)), cancellationToken).ConfigureAwait(false)).Domain
            : domain;
    }

    /// <summary>An account without what its class of service gives; null when there is none of that name.</summary>
    public async Task<DirectoryEntry?> FindAccountAsync(AccountSelector selector, CancellationToken cancellationToken)
    {
        try
        {
            return (await exchange.SendAsync(new GetAccountRequest(selector) { ApplyCos = false }, cancellationToken).ConfigureAwait(false)).Account;
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            return null;
        }
    }

    /// <summary>An owner's folder; the owner must be of the domain, since a guest has an account for each.</summary>
    public async Task<OwnedFolder> FolderAsync(SharedCalendar calendar, string domain, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(calendar.Owner);
        DirectoryEntry owner = (await exchange.SendAsync(
            new GetAccountRequest(AccountSelector.ByName(calendar.Owner.Trim())) { ApplyCos = false }, cancellationToken).ConfigureAwait(false)).Account;
        string ownerDomain = owner.Name[(owner.Name.LastIndexOf('@') + 1)..];
        if (!string.Equals(ownerDomain, domain, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"{calendar.Owner} belongs to the domain {ownerDomain}, not {domain}. A guest has one account for each domain: make that of {ownerDomain} by a call of its own.");
        }

        Exchange mailbox = exchange.ForAccount(owner.Name);
        Folder folder = (await mailbox.SendAsync(GetFolderRequest.AtPath(calendar.Calendar.Value), cancellationToken).ConfigureAwait(false)).Folder;
        return folder.Kind == FolderKind.Folder
            ? new OwnedFolder(calendar, owner, mailbox, folder)
            : throw new ArgumentException($"{calendar} is no folder of {calendar.Owner}'s own but a mountpoint or a saved search. Share it from the mailbox that it belongs to.");
    }
}
