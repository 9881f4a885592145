using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// The account in a folder's id (<c>accountId:257</c>). It must be that of the mailbox in use: of a folder of another's, the owner's
/// domain, addresses and Sent folder would be taken for the wrong account's.
/// </summary>
internal sealed class NamedAccount
{
    private readonly FolderReference _reference;
    private readonly string _account;
    private readonly GetAccountInfoRequest _named;
    private readonly GetAccountInfoRequest? _own;

    private NamedAccount(FolderReference reference, string account, string? onBehalfOf)
    {
        _reference = reference;
        _account = account;
        _named = new GetAccountInfoRequest { Account = AccountSelector.ById(account) };
        _own = onBehalfOf is null ? null : new GetAccountInfoRequest { Account = AccountSelector.ByName(onBehalfOf) };
    }

    /// <summary>What tells whose account it is, and whose the mailbox in use.</summary>
    public IEnumerable<ZimbraRequest> Requests => _own is null ? [_named] : [_named, _own];

    /// <summary>Null where the folder is named by a path, or by its number alone.</summary>
    public static NamedAccount? Of(FolderReference reference, RequestDispatcher dispatcher) =>
        reference.Id is { Account: { } account } ? new NamedAccount(reference, account, dispatcher.OnBehalfOf) : null;

    /// <summary>Refuses a folder of another's mailbox.</summary>
    /// <param name="reply">The answers to the requests.</param>
    /// <param name="owner">What the server says of the owner of the mailbox in use; null where the caller may not ask it.</param>
    /// <exception cref="ArgumentException">The folder is another's.</exception>
    public void RequireOwn(BatchResponse reply, GetInfoResponse? owner)
    {
        KnownAccount? own =
            owner is not null ? new KnownAccount(owner.Name, owner.Id)
            : _own is null ? null
            : AddressLookup.Read(reply.OutcomeOf(_own));
        if (own is not null && !string.Equals(own.Id, _account, StringComparison.OrdinalIgnoreCase))
        {
            string? name = AddressLookup.Read(reply.OutcomeOf(_named))?.Name;
            throw Argument.Invalid(FolderTexts.Anothers(_reference, own.Name, name), _reference.Parameter);
        }
    }
}
