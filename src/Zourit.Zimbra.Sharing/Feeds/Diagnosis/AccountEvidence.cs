using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What the directory tells an administrator of the accounts concerned.</summary>
/// <param name="Owner">The owner's account.</param>
/// <param name="OwnerDomain">The owner's domain.</param>
/// <param name="Guest">The account of the guest's identifier; null when there is none.</param>
/// <param name="Mail">The account of the guest's mail address itself; null when there is none.</param>
/// <param name="TypedDomain">The domain in what the guest typed; null when it is unknown to the server or was not asked for.</param>
internal sealed record AccountEvidence(
    DirectoryEntry? Owner,
    DirectoryEntry? OwnerDomain,
    DirectoryEntry? Guest,
    DirectoryEntry? Mail,
    DirectoryEntry? TypedDomain
)
{
    public static async Task<AccountEvidence?> GatherAsync(
        RequestDispatcher dispatcher,
        string owner,
        GuestLoginInput guest,
        CancellationToken cancellationToken
    )
    {
        if (dispatcher.Admin is null)
        {
            return null;
        }

        string typedDomain = AccountName.DomainOf(guest.Text);
        return new AccountEvidence(
            await AccountAsync(owner).ConfigureAwait(false),
            await DomainAsync(AccountName.DomainOf(owner)).ConfigureAwait(false),
            guest.Identifier is { } identifier ? await AccountAsync(identifier.Value).ConfigureAwait(false) : null,
            guest.Mail is { } mail ? await AccountAsync(mail.Value).ConfigureAwait(false) : null,
            guest.Form == TypedForm.OtherDomain ? await DomainAsync(typedDomain).ConfigureAwait(false) : null
        );

        Task<DirectoryEntry?> AccountAsync(string name) =>
            FindAsync(async () =>
                (
                    await dispatcher.SendAsync(new GetAccountRequest(AccountSelector.ByName(name)), cancellationToken).ConfigureAwait(false)
                ).Account
            );

        Task<DirectoryEntry?> DomainAsync(string name) =>
            FindAsync(async () =>
                (
                    await dispatcher.SendAsync(new GetDomainRequest(DomainSelector.ByName(name)), cancellationToken).ConfigureAwait(false)
                ).Domain
            );
    }

    private static async Task<DirectoryEntry?> FindAsync(Func<Task<DirectoryEntry>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (e.Code is ZimbraFaultCodes.NoSuchAccount or ZimbraFaultCodes.NoSuchDomain)
        {
            return null;
        }
    }
}
