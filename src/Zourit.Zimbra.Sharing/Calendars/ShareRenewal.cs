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
                    $"La fin, {expiry}, est passée : le partage serait mort aussitôt. Pour y mettre fin, utilisez "
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
        string? address = GranteeName.Complete(grantee, before.OwnerDomain);
        FolderGrant standing = FindAny(before, address) ?? throw NotShared(before, address);
        if (before.InheritedFrom is { } parent)
        {
            throw new ZimbraShareNotFoundException(ShareTexts.Inherited(before.Path, parent));
        }

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

    /// <summary>The grant of an address, or of an id in the ACL; of the public where it is null.</summary>
    public static FolderGrant? FindAny(SharedFolder folder, string? address) =>
        address is null ? folder.Grants.Public : Find(folder, address) ?? folder.Grants.ById(address);

    /// <summary>The grant that gives an address access now.</summary>
    public static FolderGrant? Find(SharedFolder folder, string address) =>
        new DesiredGrant
        {
            Type = GranteeType.User,
            User = address,
            Permissions = null,
        }.FindIn(folder);

    public static ZimbraShareNotFoundException NotShared(SharedFolder folder, string? address) =>
        new(ShareTexts.NotShared(folder, address));
}
