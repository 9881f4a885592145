using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Grants whose entry in the directory would be too long: one such entry keeps the shares of all owners of its mail server from being
/// published, so that no guest can sign up any more (recordings 14-139 to 14-150).
/// </summary>
internal static class PublicationLimit
{
    // Where the server gives the grant an end of its own.
    private static readonly DateTimeOffset SomeEnd = DateTimeOffset.FromUnixTimeMilliseconds(1_999_999_999_999);

    /// <summary>
    /// Why a grant must not be made; null where nothing is wrong, and where the grantee has a share of the folder already.
    /// </summary>
    public static LocalizedText? Problem(SharedFolder folder, DesiredGrant desired)
    {
        if (folder.GrantsOf(desired.Address).Count > 0)
        {
            return null;
        }

        var wanted = new FolderGrant
        {
            Type = desired.Type,
            Rights = (desired.Permissions ?? Permissions.None).Letters,
            GranteeName = desired.Address,
            Expiry = desired.Expiry.Time ?? (PolicyLimits.Lifetime(folder, desired.Type) is null ? null : SomeEnd),
        };

        // The first grant of its own copies those that a folder inherits.
        int longest = (folder.InheritedFrom is null ? [] : folder.Acl.Grants)
            .Append(wanted)
            .Max(grant =>
                PublishedShare.LengthOf(grant, folder.Number.Number, folder.Path, folder.Folder.View, folder.Acl.EffectiveExpiry(grant))
            );
        return longest <= PublishedShare.MaxLength
            ? null
            : LocalizedText.Format(
                $"The path of '{folder.Path}' of {folder.Owner} is too long to be shared: the share's entry in the directory "
                    + $"(zimbraSharedItem) would have {longest} characters, and the server takes {PublishedShare.MaxLength}. Until such a "
                    + $"share is revoked, the server publishes no shares of any owner, and no guest can sign up. Nothing was changed. Move "
                    + $"the calendar further up, or shorten the names of the folders above it.",
                $"Le chemin de « {folder.Path} » de {folder.Owner} est trop long pour être partagé : l'entrée du partage dans l'annuaire "
                    + $"(zimbraSharedItem) aurait {longest} caractères, et le serveur en accepte {PublishedShare.MaxLength}. Tant "
                    + $"qu'un tel "
                    + $"partage n'est pas révoqué, le serveur ne publie les partages d'aucun propriétaire, et aucun invité ne peut "
                    + $"s'inscrire. Rien n'a été changé. Déplacez l'agenda plus haut, ou raccourcissez les noms des dossiers au-dessus."
            );
    }

    /// <summary>Whether a grant that exists is such a one.</summary>
    public static bool IsExceededBy(FolderGrant grant, string folderId, FolderPath path, string? view, DateTimeOffset? expiry) =>
        PublishedShare.LengthOf(grant, folderId, path, view, expiry) > PublishedShare.MaxLength;
}
