using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// A change of attributes of a guest's account, or its end. The pipeline repeats it; where the last reply leaves the outcome open, the
/// account says whether it was made.
/// </summary>
internal sealed class AccountChange(RequestDispatcher dispatcher, GuestDirectory directory)
{
    public Task<GuestAccount> MakeAsync(
        GuestAccount account,
        IReadOnlyDictionary<string, string> changes,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            account,
            new ModifyAccountRequest
            {
                AccountId = account.Id,
                Attributes = new AttributeList(changes),
                AboutAccount = account.Name,
            },
            response => GuestAccount.Read(response.Account),
            found =>
                found is not null && changes.All(change => found.Attributes[change.Key] == change.Value)
                    ? Verdict<GuestAccount>.Done(GuestAccount.Read(found))
                    : Verdict<GuestAccount>.NotDone,
            cancellationToken
        );

    public async Task DeleteAsync(GuestAccount account, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(
                    account,
                    new DeleteAccountRequest { AccountId = account.Id, AboutAccount = account.Name },
                    _ => true,
                    found => found is null ? Verdict<bool>.Done(true) : Verdict<bool>.NotDone,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            // Another administrator was faster: gone is gone.
        }
    }

    /// <summary>Sets the password.</summary>
    public async Task<SetPasswordResponse> SetPasswordAsync(GuestAccount account, Secret password, CancellationToken cancellationToken)
    {
        var request = new SetPasswordRequest
        {
            AccountId = account.Id,
            NewPassword = password,
            AboutAccount = account.Name,
        };
        try
        {
            return await dispatcher.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraMissingRightException e)
        {
            throw await OrGoneAsync(account, e, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> RunAsync<TResponse, T>(
        GuestAccount account,
        ZimbraRequest<TResponse> request,
        Func<TResponse, T> read,
        Func<DirectoryEntry?, Verdict<T>> decide,
        CancellationToken cancellationToken
    )
        where TResponse : class
    {
        try
        {
            return await dispatcher
                .Verify(request)
                .RunAsync(
                    new Attempt(request.OperationName) { MayBeRepeated = false },
                    async token => read(await dispatcher.SendAsync(request, token).ConfigureAwait(false)),
                    token => FindAsync(account, token),
                    decide,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ZimbraMissingRightException e)
        {
            throw await OrGoneAsync(account, e, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Of an id that is gone the server says to a delegated administrator what it says of a missing right (recordings 15-204 to 15-206);
    /// only by its name it tells.
    /// </summary>
    private async Task<ZimbraFaultException> OrGoneAsync(
        GuestAccount account,
        ZimbraMissingRightException refusal,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(account, cancellationToken).ConfigureAwait(false) is not null
            ? refusal
            : new ZimbraFaultException(
                new ZimbraFault
                {
                    Code = ZimbraFaultCodes.NoSuchAccount,
                    Reason = $"no such account: {account.Name}",
                    IsSenderFault = true,
                    Arguments = [],
                },
                refusal.Operation
            );

    private async Task<DirectoryEntry?> FindAsync(GuestAccount account, CancellationToken cancellationToken) =>
        await directory.FindAccountAsync(AccountSelector.ByName(account.Name), cancellationToken).ConfigureAwait(false) is { } found
        && found.Id == account.Id
            ? found
            : null;
}
