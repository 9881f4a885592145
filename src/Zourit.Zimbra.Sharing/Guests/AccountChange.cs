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
    public Task<GuestAccount> MakeAsync(
        GuestAccount account,
        IReadOnlyDictionary<string, string> changes,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            account,
            new ModifyAccountRequest { AccountId = account.Id, Attributes = new AttributeList(changes) },
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
                    new DeleteAccountRequest { AccountId = account.Id },
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

    private Task<T> RunAsync<TResponse, T>(
        GuestAccount account,
        ZimbraRequest<TResponse> request,
        Func<TResponse, T> read,
        Func<DirectoryEntry?, Verdict<T>> decide,
        CancellationToken cancellationToken
    )
        where TResponse : class =>
        dispatcher
            .Verify(request)
            .RunAsync(
                new Attempt(request.OperationName) { MayBeRepeated = false },
                async token => read(await dispatcher.SendAsync(request, token).ConfigureAwait(false)),
                token => directory.FindAccountAsync(AccountSelector.ById(account.Id), token),
                decide,
                cancellationToken
            );
}
