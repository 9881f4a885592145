using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Resilience;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// A change of attributes of a guest's account. Where the last reply leaves it open, what stands says whether it was made.
/// </summary>
internal sealed class AccountChange(RequestDispatcher dispatcher, GuestDirectory directory)
{
    public async Task<GuestAccount> MakeAsync(
        GuestAccount account,
        IReadOnlyDictionary<string, string> changes,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return GuestAccount.Read(
                (
                    await dispatcher
                        .SendAsync(new ModifyAccountRequest(account.Id, new AttributeList(changes)), cancellationToken)
                        .ConfigureAwait(false)
                ).Account
            );
        }
        catch (ZimbraException e) when (!e.IsOutcomeKnown)
        {
            var lost = new LostReply(e);
            DirectoryEntry? found = await lost.LookAsync(() =>
                    directory.FindAccountAsync(AccountSelector.ById(account.Id), cancellationToken)
                )
                .ConfigureAwait(false);
            return found is not null && changes.All(change => found.Attributes[change.Key] == change.Value)
                ? GuestAccount.Read(found)
                : throw lost.NotDone();
        }
    }
}
