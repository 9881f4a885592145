using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Recovery;

/// <summary>Finds out by the server's state whether a request that must not be done twice was carried out (protocol.md §10.2).</summary>
internal sealed class LostRequests(RequestDispatcher dispatcher, Beginning began)
{
    /// <summary>Looks for the traces of a request.</summary>
    /// <returns>
    /// Whether it is known what became of it, and if so what it came to; known without a response means that it was not carried out.
    /// </returns>
    public async Task<(bool IsKnown, TResponse? Done)> LookAsync<TResponse>(
        ZimbraRequest<TResponse> request,
        ZimbraOutcomeUnknownException cause,
        CancellationToken cancellationToken
    )
        where TResponse : class
    {
        (bool isKnown, object? done) = request switch
        {
            CreateAccountRequest account => await AccountAsync(account, cancellationToken).ConfigureAwait(false),
            CreateMountpointRequest mountpoint => await MountpointAsync(mountpoint, cancellationToken).ConfigureAwait(false),
            CreateFolderRequest folder => await FolderAsync(folder, cancellationToken).ConfigureAwait(false),
            SendShareNotificationRequest mail => await MailAsync(mail, cause.MayStillRun, cancellationToken).ConfigureAwait(false),
            _ => (false, null),
        };
        return (isKnown, (TResponse?)done);
    }

    /// <summary>
    /// Exists, with all that was asked for, so that it is no other's; a password that was not written any more is set (protocol.md §7.1).
    /// </summary>
    private async Task<(bool, object?)> AccountAsync(CreateAccountRequest request, CancellationToken cancellationToken)
    {
        if (
            await new GuestDirectory(dispatcher)
                .FindAccountAsync(AccountSelector.ByName(request.Name), cancellationToken)
                .ConfigureAwait(false)
            is not { } account
        )
        {
            return (true, null);
        }

        KeyValuePair<string, string>[] asked = [.. request.Attributes.Where(attribute => attribute.Value.Length > 0)];
        if (asked.Length == 0 || !asked.All(attribute => account.Attributes.Values(attribute.Key).Contains(attribute.Value)))
        {
            return (false, null);
        }

        if (request.Password is { } password && !await HasPasswordAsync(account, password, cancellationToken).ConfigureAwait(false))
        {
            return (false, null);
        }

        // The lost reply held also what the class of service gives.
        return (
            true,
            await dispatcher.SendAsync(new GetAccountRequest(AccountSelector.ById(account.Id)), cancellationToken).ConfigureAwait(false)
        );
    }

    /// <summary>
    /// Sees to the password that was asked for. Another one shows that the account is somebody else's who asked for the same; one login
    /// tells.
    /// </summary>
    private async Task<bool> HasPasswordAsync(DirectoryEntry account, Secret password, CancellationToken cancellationToken)
    {
        if (GuestAccount.Read(account).HasPassword == false)
        {
            await dispatcher.SendAsync(new SetPasswordRequest(account.Id, password), cancellationToken).ConfigureAwait(false);
            return true;
        }

        return await new AccountOwnershipCheck(dispatcher.Connection, account.Name, password)
            .IsOursAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<(bool, object?)> MountpointAsync(CreateMountpointRequest request, CancellationToken cancellationToken)
    {
        Folder? found = await ChildAsync(request.ParentId, request.Name, cancellationToken).ConfigureAwait(false);
        return found switch
        {
            null => (true, null),
            { Kind: FolderKind.Mountpoint, Target: { } target } when IsTarget(target, request) => (
                true,
                new CreateMountpointResponse(found)
            ),

            // The name is taken by something else: sent again, the server says so, and changes nothing.
            _ => (request.RemotePath is null, null),
        };
    }

    private static bool IsTarget(MountpointTarget target, CreateMountpointRequest request) =>
        target.FolderId is { } id
        && id == request.RemoteId
        && (
            request.OwnerId is { } owner
                ? target.OwnerId == owner
                : string.Equals(target.OwnerName, request.OwnerName, StringComparison.OrdinalIgnoreCase)
        );

    private async Task<(bool, object?)> FolderAsync(CreateFolderRequest request, CancellationToken cancellationToken) =>
        request.ParentId is { } parent && await ChildAsync(parent, request.Name, cancellationToken).ConfigureAwait(false) is null
            ? (true, null)
            : (false, null);

    private async Task<Folder?> ChildAsync(string parentId, string name, CancellationToken cancellationToken)
    {
        Folder tree = (await dispatcher.SendAsync(new GetFolderRequest(), cancellationToken).ConfigureAwait(false)).Folder;
        return tree.SelfAndDescendants()
            .FirstOrDefault(folder => folder.Id == parentId)
            ?.Children.FirstOrDefault(child => string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<(bool, object?)> MailAsync(
        SendShareNotificationRequest request,
        bool mayStillRun,
        CancellationToken cancellationToken
    )
    {
        // Read only now, after the mail; what came before it is told from it by where the mailbox stood then.
        SharedFolder folder = await FolderReader
            .ReadAsync(dispatcher, FolderReference.Parse(request.FolderId), cancellationToken)
            .ConfigureAwait(false) with
        {
            ChangeNumber = began.ChangeNumber,
        };
        var sent = new NotificationTracker(dispatcher, folder);
        FolderGrant?[] grants = [.. request.Addresses.Select(address => GrantSearch.Standing(folder.Acl, address))];
        GrantMail[] mails =
        [
            .. request.Addresses.Zip(grants, (address, grant) =>
                new GrantMail(grant ?? FolderGrant.Guest(address, ""), request.Notice, address, request.Notes, IsEnsured: false)
            ),
        ];
        IReadOnlyList<ShareNotification> told = await sent.LookAsync(mails, began.Time, mayStillRun, cancellationToken)
            .ConfigureAwait(false);

        // What certainly did not leave may be sent again. Of several mails some may have left; an address without a grant may be a group's,
        // whose mails bear other addresses.
        return told.All(each => each.Status == NotificationStatus.Sent)
            ? (true, new SendShareNotificationResponse())
            : (told is [{ WasLost: true }] && grants[0] is not null, null);
    }
}
