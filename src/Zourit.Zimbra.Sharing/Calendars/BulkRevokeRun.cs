using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Revokes the shares of a list of guests; nobody is mailed.</summary>
internal sealed class BulkRevokeRun(RequestDispatcher dispatcher, BulkOptions options) : BulkRun<Revocation>(dispatcher, options)
{
    // A grant may be stored as "Name <address>", and is named so by who copies it from a list.
    protected override GuestAddress Parse(string guest) => GuestAddress.ParseArgument(GrantSearch.Bare(guest), Shares);

    protected override async Task<IReadOnlyList<(Revocation? Result, Exception? Error)>> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<(GuestAddress Guest, GuestShareOptions Options)> shares,
        CancellationToken cancellationToken
    )
    {
        folder.RequireAcl();
        IReadOnlyList<FolderGrant>[] found = [.. shares.Select(entry => GrantSearch.All(folder.Acl, entry.Guest.Value))];
        FolderGrant[] all = [.. found.SelectMany(grants => grants).Distinct()];
        (SharedFolder after, IReadOnlyList<ZimbraException?> kept) =
            all.Length == 0
                ? (folder, [])
                : await new GrantRevoker(owner).RevokeAsync(folder, all, cancellationToken).ConfigureAwait(false);
        Dictionary<FolderGrant, ZimbraException?> errors = all.Zip(kept).ToDictionary(each => each.First, each => each.Second);
        return
        [
            .. shares.Select(
                (entry, i) =>
                    Outcome(
                        folder,
                        after,
                        entry.Guest,
                        found[i],
                        found[i].Select(grant => errors[grant]).FirstOrDefault(error => error is not null)
                    )
            ),
        ];
    }

    private static (Revocation?, Exception?) Outcome(
        SharedFolder before,
        SharedFolder after,
        GuestAddress guest,
        IReadOnlyList<FolderGrant> grants,
        ZimbraException? error
    ) => error is null ? (ShareResults.Revoked(before, after, guest.Value, grants, ShareNotification.NotRequested), null) : (null, error);
}
