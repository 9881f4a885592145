using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What each warning about a guest's account says, in English and French.</summary>
internal static class GuestWarningTexts
{
    public static LocalizedText PasswordUntried(string account) =>
        LocalizedText.Format(
            $"{account} exists and has a password, the one given or another: it was not active, so that it could not be tried. Ask for "
                + $"{nameof(NewGuestAccount.ResetPassword)} to set the one given.",
            $"Le compte {account} existe et a un mot de passe, celui qui est donné ou un autre : il n'était pas actif, ce qui empêchait de "
                + $"l'essayer. Demandez {nameof(NewGuestAccount.ResetPassword)} pour mettre celui qui est donné."
        );

    public static LocalizedText PasswordKept(string account) =>
        LocalizedText.Format(
            $"{account} exists and has a password; the one given was not set. Ask for {nameof(NewGuestAccount.ResetPassword)} to replace "
                + $"it.",
            $"Le compte {account} existe et a un mot de passe ; celui qui est donné n'a pas été mis. Demandez "
                + $"{nameof(NewGuestAccount.ResetPassword)} pour le remplacer."
        );

    public static LocalizedText PasswordAgainstPolicy(string account, LocalizedText rule) =>
        LocalizedText.Format(
            $"The password of {account} was set, but it breaks the server's policy: {rule}.",
            $"Le mot de passe de {account} a été mis, mais il ne respecte pas les règles du serveur : {rule}."
        );

    public static LocalizedText NotActive(string account, GuestStatus status) =>
        LocalizedText.Format(
            $"{account} is {status}: the guest cannot get in until the account is resumed.",
            $"Le compte {account} est dans l'état « {status} » : l'invité ne peut pas entrer tant qu'il n'est pas réactivé."
        );

    public static LocalizedText NoMountpoint(string calendar, string account) =>
        LocalizedText.Format(
            $"The mountpoint of {calendar} was not made, since {account} or its domain is in maintenance. Create again afterwards.",
            $"Le point de montage de {calendar} n'a pas été fait, car {account} ou son domaine est en maintenance. Refaites l'appel "
                + $"ensuite."
        );

    public static LocalizedText NoCalendar(string account) =>
        LocalizedText.Format(
            $"No calendar was named for {account}. Without a mountpoint the server's next daily task closes the account and deletes it "
                + $"30 days "
                + $"later.",
            $"Aucun agenda n'a été nommé pour {account}. Sans point de montage, la prochaine tâche quotidienne du serveur ferme le "
                + $"compte et "
                + $"le supprime 30 jours plus tard."
        );
}
