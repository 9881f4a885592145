using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What the making of a guest's account had done by the time it failed, in English and French.</summary>
internal static class GuestCreationTexts
{
    public static LocalizedText StillShared(string guest, string calendars) =>
        LocalizedText.Format(
            $"Shared with {guest} by this call, and still so: {calendars}. Create again when the cause is removed, or revoke.",
            $"Cet appel a partagé avec {guest}, et le partage reste en place : {calendars}. Recommencez une fois la cause écartée, ou "
                + $"révoquez."
        );

    public static LocalizedText NotMounted(string account, string calendar) =>
        LocalizedText.Format(
            $"The guest's account {account} exists, without a mountpoint of {calendar}. Create again when the cause is removed, or retire "
                + $"the guest.",
            $"Le compte d'invité {account} existe, sans point de montage de {calendar}. Recommencez une fois la cause écartée, ou "
                + $"supprimez l'invité."
        );
}
