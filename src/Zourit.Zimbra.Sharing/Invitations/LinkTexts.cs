using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>Why a text is no personal link, in English and French.</summary>
internal static class LinkTexts
{
    public static LocalizedText Cut =>
        new(
            "The personal link's token is cut or altered: it must be VERSION_HMAC_DATA, whole. Copy it again from the mail, "
                + "without the full "
                + "stop after it.",
            "Le jeton du lien personnel est coupé ou modifié : il doit avoir la forme VERSION_HMAC_DATA, en entier. Copiez-le de nouveau "
                + "depuis le courriel, sans le point qui le suit."
        );

    public static LocalizedText NoToken(string path) =>
        LocalizedText.Format(
            $"A personal link holds {path}TOKEN; copy the whole address from the mail.",
            $"Un lien personnel contient {path}JETON ; copiez l'adresse entière depuis le courriel."
        );

    public static LocalizedText NoHost(string path) =>
        LocalizedText.Format(
            $"A personal link starts with http:// or https:// and the server's host, before {path}.",
            $"Un lien personnel commence par http:// ou https:// et l'hôte du serveur, avant {path}."
        );

    public static LocalizedText NotOpened(Uri address, LocalizedText why) =>
        LocalizedText.Format(
            $"The personal link at {address.Authority} cannot be opened: {why}",
            $"Le lien personnel de {address.Authority} ne peut être ouvert : {why}"
        );
}
