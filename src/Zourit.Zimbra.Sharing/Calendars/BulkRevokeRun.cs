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

    protected override async Task<(SharedFolder After, IReadOnlyList<(Revocation? Result, Exception? Error)> Done)> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<(GuestAddress Guest, GuestShareOptions Options)> shares,
        CancellationToken cancellationToken
    )
    {
        folder = await AddressLookup
            .WithAccountsAsync(owner, folder.RequireAcl(), shares.Select(entry => entry.Guest.Value), cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<FolderGrant>[] found = [.. shares.Select(entry => folder.GrantsOf(entry.Guest.Value))];
        FolderGrant[] all = [.. found.SelectMany(grants => grants).Distinct()];
        RevokedGrants revoked =
            all.Length == 0
                ? new RevokedGrants(folder, [], ShareNotification.NotRequested)
                : await new GrantRevoker(owner).RevokeAsync(folder, all, mail: null, cancellationToken).ConfigureAwait(false);
        Dictionary<FolderGrant, ZimbraException?> errors = all.Zip(revoked.Errors).ToDictionary(each => each.First, each => each.Second);
        return (
            revoked.After,
            [
                .. shares.Zip(found, (entry, grants) =>
                    Outcome(folder, entry.Guest, grants, revoked.After, grants.Select(grant => errors[grant]))
                ),
            ]
        );
    }

    private static (Revocation?, Exception?) Outcome(
        SharedFolder before,
        GuestAddress guest,
        IReadOnlyList<FolderGrant> grants,
        SharedFolder after,
        IEnumerable<ZimbraException?> errors
    ) =>
        errors.FirstOrDefault(error => error is not null) is { } error
            ? (null, error)
            : (ShareResults.Revoked(before, guest.Value, grants, after, ShareNotification.NotRequested), null);
}
