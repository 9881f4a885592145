using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// A change of attributes of a guest's account, or its end. The pipeline repeats it; where the last reply leaves the outcome open, the
/// account says whether it was made.
/// </summary>
internal sealed class AccountChange(RequestDispatcher dispatcher, GuestDirectory directory)
{
    public async Task<GuestAccount> MakeAsync(
        GuestAccount account,
        IReadOnlyDictionary<string, string> changes,
        CancellationToken cancellationToken
    )
    {
        var request = new ModifyAccountRequest { AccountId = account.Id, Attributes = new AttributeList(changes) };
        try
        {
            return GuestAccount.Read((await dispatcher.SendAsync(request, cancellationToken).ConfigureAwait(false)).Account);
        }
        catch (ZimbraException e) when (!e.IsOutcomeKnown)
        {
            var attempt = new Attempt(request.OperationName);
            attempt.Lose(e);
            DirectoryEntry? found = await attempt.LookAsync(token => FindAsync(account, token), cancellationToken).ConfigureAwait(false);
            return found is not null && changes.All(change => found.Attributes[change.Key] == change.Value)
                ? GuestAccount.Read(found)
                : throw attempt.NotDone();
        }
    }

    public async Task DeleteAsync(GuestAccount account, CancellationToken cancellationToken)
    {
        var request = new DeleteAccountRequest { AccountId = account.Id };
        try
        {
            await dispatcher.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            // A repetition after a lost reply, or another administrator: gone is gone.
        }
        catch (ZimbraException e) when (!e.IsOutcomeKnown)
        {
            var attempt = new Attempt(request.OperationName);
            attempt.Lose(e);
            if (await attempt.LookAsync(token => FindAsync(account, token), cancellationToken).ConfigureAwait(false) is not null)
            {
                throw attempt.NotDone();
            }
        }
    }

    private Task<DirectoryEntry?> FindAsync(GuestAccount account, CancellationToken cancellationToken) =>
        directory.FindAccountAsync(AccountSelector.ById(account.Id), cancellationToken);
}
