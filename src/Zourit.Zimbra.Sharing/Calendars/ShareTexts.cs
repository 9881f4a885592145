using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Why there is no share to work on, in English and French.</summary>
internal static class ShareTexts
{
    public static LocalizedText Inherited(FolderPath path, FolderPath parent) =>
        LocalizedText.Format(
            $"'{path}' has this share from '{parent}': renew it there.",
            $"« {path} » tient ce partage de « {parent} » : prolongez-le là-bas."
        );

    public static LocalizedText NotShared(SharedFolder folder, string? address)
    {
        LocalizedText whom = GranteeWords.Of(address is null ? GranteeType.Public : GranteeType.User, address);
        string share = address is null ? nameof(CalendarClient.SharePubliclyAsync) : nameof(CalendarClient.ShareWithGuestAsync);
        return LocalizedText.Format(
            $"'{folder.Path}' of {folder.Owner} is not shared with {whom}. Share it first ({share}), or look with "
                + $"{nameof(CalendarClient.ListSharesAsync)} at who it is shared with.",
            $"« {folder.Path} » de {folder.Owner} n'est pas partagé avec {whom}. Partagez-le d'abord ({share}), ou voyez avec "
                + $"{nameof(CalendarClient.ListSharesAsync)} avec qui il l'est."
        );
    }
}
