using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>Removes grants by their ids and types in the ACL, and has the grantee mailed about it.</summary>
internal sealed class GrantRevoker(RequestDispatcher dispatcher)
{
    /// <summary>Removes grants; without a mail each by itself: one that is refused does not keep the others.</summary>
    /// <param name="folder">The folder as just read.</param>
    /// <param name="grants">Grants of its ACL; at least one.</param>
    /// <param name="mail">The mail about it; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraOutcomeUnknownException">The folder cannot be read afterwards.</exception>
    public async Task<RevokedGrants> RevokeAsync(
        SharedFolder folder,
        IReadOnlyList<FolderGrant> grants,
        GrantMail? mail,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset started = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
        var run = new RevocationRun(dispatcher, folder, grants, mail);
        RevokedGrants revoked = await run.RunAsync(cancellationToken).ConfigureAwait(false);
        if (mail is null || revoked.Error is not null)
        {
            return revoked with { Notification = ShareNotification.NotRequested };
        }

        if (revoked.Notification is not null)
        {
            return revoked;
        }

        var mailer = new ShareMailer(dispatcher, revoked.After);
        ShareNotification? left =
            run.LostMail is { } lost ? await mailer.FollowAsync(mail, started, lost, cancellationToken).ConfigureAwait(false)
            : run.WasAnothers ? (await mailer.TraceAsync([mail], started, cancellationToken).ConfigureAwait(false))[0]
            : null;
        return revoked with { Notification = left ?? (await mailer.NotifyAsync([mail], cancellationToken).ConfigureAwait(false))[0] };
    }

    /// <summary>The id that names a grant in a revocation; the ACL shows none for the public and for all who are signed in.</summary>
    public static string IdOf(FolderGrant grant) =>
        grant.GranteeId ?? (grant.Type == GranteeType.Public ? WellKnownGrantee.Public : WellKnownGrantee.AllAuthenticated);
}
