using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What the making of a guest's account had done by the time it failed, in English and French.</summary>
internal static class GuestCreationTexts
{
    public static LocalizedText Again =>
        new(
            "Create again when the cause is removed, or retire the guest.",
            "Recommencez une fois la cause écartée, ou supprimez l'invité."
        );

    public static LocalizedText StillShared(string guest, string calendars) =>
        LocalizedText.Format(
            $"Shared with {guest} by this call, and still so: {calendars}.",
            $"Cet appel a partagé avec {guest}, et le partage reste en place : {calendars}."
        );

    public static LocalizedText AccountMade(string account) =>
        LocalizedText.Format(
            $"The guest's account {account} was made by this call, and exists.",
            $"Cet appel a créé le compte d'invité {account}, qui existe."
        );

    public static LocalizedText AccountMayExist(string account) =>
        LocalizedText.Format(
            $"Whether the guest's account {account} was made is not known.",
            $"On ne sait pas si le compte d'invité {account} a été créé."
        );

    public static LocalizedText NotMounted(string account, string calendar) =>
        LocalizedText.Format(
            $"The guest's account {account} exists, without a mountpoint of {calendar}.",
            $"Le compte d'invité {account} existe, sans point de montage de {calendar}."
        );
}
