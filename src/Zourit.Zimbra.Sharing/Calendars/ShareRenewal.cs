using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Changes when one share of a folder ends, in the lock of that share.</summary>
internal static class ShareRenewal
{
    /// <exception cref="ArgumentException">The end is missing, or lies in the past.</exception>
    public static void Check(ShareExpiry expiry, bool isPublic, DateTimeOffset now, string parameter)
    {
        if (expiry.IsKeep)
        {
            throw Argument.Invalid(
                new LocalizedText("Say until when: a time, or ShareExpiry.Never.", "Dites jusqu'à quand : une date, ou ShareExpiry.Never."),
                parameter
            );
        }

        if (expiry.Time <= now)
        {
            throw Argument.Invalid(
                LocalizedText.Format(
                    $"The end, {expiry}, lies in the past: the share would be dead at once. To end it, use "
                        + $"{(isPublic ? nameof(CalendarClient.RevokePublicAsync) : nameof(CalendarClient.RevokeGuestAsync))}.",
                    $"La fin, {expiry}, est passée : le partage serait mort aussitôt. Pour le révoquer, utilisez "
                        + $"{(isPublic ? nameof(CalendarClient.RevokePublicAsync) : nameof(CalendarClient.RevokeGuestAsync))}."
                ),
                parameter
            );
        }
    }

    /// <summary>Renews the share of a grantee, of the public where it is null.</summary>
    /// <returns>The folder as it was read last, and the share.</returns>
    public static async Task<(SharedFolder After, RenewedShare Share)> RenewAsync(
        RequestDispatcher dispatcher,
        SharedFolder before,
        string? grantee,
        ShareExpiry expiry,
        CancellationToken cancellationToken
    )
    {
        FolderGrant standing = Standing(before, grantee);
        GrantResult result = await new GrantRenewer(dispatcher)
            .RenewAsync(before, standing, expiry, cancellationToken)
            .ConfigureAwait(false);
        var desired = new DesiredGrant
        {
            Type = result.Grant.Type,
            Permissions = Permissions.ParseLenient(result.Grant.Rights),
            Expiry = expiry,
        };
        return (
            result.Folder,
            new ShareResults(dispatcher.Connection).Renewed(new AppliedGrant(before, desired, result), before.Acl.EffectiveExpiry(standing))
        );
    }

    /// <summary>What <see cref="RenewAsync"/> would change; sends nothing that changes anything.</summary>
    /// <returns>The folder as it would be afterwards, and the changes.</returns>
    public static Task<(SharedFolder After, ShareChanges Changes)> PlanAsync(
        RequestDispatcher dispatcher,
        SharedFolder before,
        string? grantee,
        ShareExpiry expiry,
        CancellationToken cancellationToken
    ) => new GrantPlanner(dispatcher).PlanRenewalAsync(before, Standing(before, grantee), expiry, cancellationToken);

    /// <summary>The grant of a grantee as the caller names them, by an id in the ACL too; of the public where it is null.</summary>
    public static FolderGrant? FindAny(SharedFolder folder, string? grantee) =>
        grantee is null
            ? folder.Grants.Public
            : Find(folder, GranteeName.Complete(grantee, folder.OwnerDomain)!) ?? folder.Grants.ById(grantee);

    /// <summary>The grant that gives an address access now.</summary>
    public static FolderGrant? Find(SharedFolder folder, string address) =>
        new DesiredGrant
        {
            Type = GranteeType.User,
            User = address,
            Permissions = null,
        }.FindIn(folder);

    private static FolderGrant Standing(SharedFolder folder, string? grantee)
    {
        FolderGrant standing = FindAny(folder, grantee) ?? throw NotShared(folder, GranteeName.Complete(grantee, folder.OwnerDomain));
        return folder.InheritedFrom is { } parent
            ? throw new ZimbraShareNotFoundException(ShareTexts.Inherited(folder.Path, parent))
            : standing;
    }

    public static ZimbraShareNotFoundException NotShared(SharedFolder folder, string? address) =>
        new(ShareTexts.NotShared(folder, address));
}
