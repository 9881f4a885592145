using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What each warning about a share says, in English and French.</summary>
internal static class ShareWarningTexts
{
    public static LocalizedText ReadableByAnybody(IcsAddress address) =>
        LocalizedText.Format(
            $"Whoever finds {address} can read the calendar, the attendees' names and addresses included.",
            $"Quiconque trouve {address} peut lire l'agenda, noms et adresses des participants compris."
        );

    public static LocalizedText UnencryptedAddress(IcsAddress? encrypted) =>
        LocalizedText
            .Format(
                $"The server announces an http address: a password typed there travels in clear.",
                $"Le serveur annonce une adresse http : un mot de passe saisi là circule en clair."
            )
            .Then(
                encrypted is null
                    ? LocalizedText.Format(
                        $"{nameof(FeedClient)}.{nameof(FeedClient.FindEncryptedAddressAsync)} finds the https form if the server answers "
                            + $"it.",
                        $"{nameof(FeedClient)}.{nameof(FeedClient.FindEncryptedAddressAsync)} trouve la forme https si le serveur y répond."
                    )
                    : LocalizedText.Format($"Pass on {encrypted} instead.", $"Transmettez plutôt {encrypted}.")
            )
            .Then(
                new(
                    "An administrator can set zimbraPublicServiceProtocol to https.",
                    "Un administrateur peut mettre zimbraPublicServiceProtocol à https."
                )
            );

    public static LocalizedText GuestCanDeleteCalendar(string? guest, string rights) =>
        LocalizedText.Format(
            $"With the right to delete ('{rights}') the calendar program of {guest} can delete the whole calendar, for good and not into "
                + $"the trash, and with 'w' rename it. If deleting events is not needed, share with '{Permissions.Editor}' instead.",
            $"Avec le droit de supprimer (« {rights} »), le logiciel d'agenda de {guest} peut supprimer l'agenda entier, définitivement "
                + $"et sans passer par la corbeille, et le renommer avec « w ». S'il n'est pas nécessaire de supprimer des "
                + $"événements, partagez plutôt avec "
                + $"« {Permissions.Editor} »."
        );

    public static LocalizedText GuestCanRenameCalendar(string? guest, string rights) =>
        LocalizedText.Format(
            $"With the right to change ('{rights}') the calendar program of {guest} can rename the calendar, and everybody's "
                + $"subscriptions then fail until they get the new address.",
            $"Avec le droit de modifier (« {rights} »), le logiciel d'agenda de {guest} peut renommer l'agenda, et les abonnements de "
                + $"tout le monde échouent alors jusqu'à ce qu'ils aient la nouvelle adresse."
        );

    public static LocalizedText NotForCalDav(FolderPath path, string? character) =>
        LocalizedText.Format(
            $"CalDAV cannot carry the name '{path}', for the character '{character}': pass on the ICS address only, or rename the "
                + $"calendar.",
            $"CalDAV ne peut pas transmettre le nom « {path} », à cause du caractère « {character} » : ne donnez que l'adresse ICS, ou "
                + $"renommez l'agenda."
        );

    public static LocalizedText AddressAssumed(string owner, IcsAddress address) =>
        LocalizedText.Format(
            $"The server did not say where the calendars of {owner} are read; {address} is put together from the server's address.",
            $"Le serveur n'a pas dit où se lisent les agendas de {owner} ; {address} est composé à partir de l'adresse du serveur."
        );

    public static LocalizedText NotACalendar(FolderPath path, string? view) =>
        LocalizedText.Format(
            $"'{path}' is not a calendar (its view is '{view ?? "unknown"}'): its ICS address gives an empty calendar.",
            $"« {path} » n'est pas un agenda (sa vue est « {view ?? "inconnue"} ») : son adresse ICS donne un agenda vide."
        );

    public static LocalizedText StoppedInheriting(FolderPath path, FolderPath? parent) =>
        LocalizedText.Format(
            $"'{path}' had the shares of '{parent}'. It now has a copy of them, and later changes at '{parent}' do not reach it any more.",
            $"« {path} » avait les partages de « {parent} ». Il en a maintenant une copie, et les changements ultérieurs de « {parent} » "
                + $"ne "
                + $"l'atteignent plus."
        );

    public static LocalizedText Ended(DateTimeOffset? end) =>
        LocalizedText.Format(
            $"The share gives nothing: it expired at {end:u}. Revoke the folder's expired shares, or ask an administrator about the "
                + $"lifetime "
                + $"policy.",
            $"Le partage ne donne rien : il a expiré le {end:u}. Révoquez les partages expirés du dossier, ou interrogez un "
                + $"administrateur sur "
                + $"la durée permise."
        );

    public static LocalizedText EndsEarlier(DateTimeOffset? end) =>
        LocalizedText.Format(
            $"The server ends the share at {end:u}, by its lifetime policy (for guests and users the folder's first share of the kind "
                + $"sets the "
                + $"end for all).",
            $"Le serveur met fin au partage le {end:u}, selon la durée permise (pour les invités et les utilisateurs, le premier partage "
                + $"du "
                + $"genre fixe la fin de tous)."
        );

    public static LocalizedText HiddenByPolicy(string policy) =>
        LocalizedText.Format(
            $"{policy} is FALSE for the owner by now: readers get a calendar without events.",
            $"{policy} vaut désormais FALSE pour le propriétaire : les lecteurs reçoivent un agenda sans événements."
        );

    public static LocalizedText NoSuchUser(string? address) =>
        LocalizedText.Format(
            $"'{address}' is not an account or group of this server, so the server made it a guest's share. If that is a slip, revoke it.",
            $"« {address} » n'est ni un compte ni un groupe de ce serveur, qui en a donc fait un partage d'invité. Si c'est une erreur, "
                + $"révoquez-le."
        );

    public static LocalizedText UselessGrant(string? stored) =>
        LocalizedText.Format(
            $"Another grant is stored as '{stored}' and lets nobody in, since the server takes the text letter by letter for the address. "
                + $"{nameof(CalendarClient.RevokeGuestAsync)} removes both.",
            $"Un autre droit est enregistré pour « {stored} » et ne laisse entrer personne, car le serveur prend le texte tel quel "
                + $"pour l'adresse. "
                + $"{nameof(CalendarClient.RevokeGuestAsync)} révoque les deux."
        );

    public static LocalizedText GrantPasswordIgnored(string? account) =>
        LocalizedText.Format(
            $"{account} belongs to this server: the grant password is not kept, and the calendar is read with the account's own password.",
            $"{account} appartient à ce serveur : le mot de passe du partage n'est pas conservé, et l'agenda se lit avec celui du compte."
        );

    public static LocalizedText IdentifierCollision(string? guest, string? namesake) =>
        LocalizedText.Format(
            $"{guest} and {namesake} have the same identifier, so only the first of them to sign up gets an account. A grant password "
                + $"lets the "
                + $"other one in.",
            $"{guest} et {namesake} ont le même identifiant : seul le premier à s'inscrire obtient un compte. Un mot de passe de partage "
                + $"permet "
                + $"à l'autre d'entrer."
        );

    public static LocalizedText AddressBecameAccount(string? guest, string? account) =>
        LocalizedText.Format(
            $"{guest} has become an account of this server, so that the guest's share of that address let nobody in: it was revoked, and "
                + $"{account} has a share as a user.",
            $"{guest} est devenu un compte de ce serveur : le partage d'invité de cette adresse ne laissait plus entrer personne. Il a été "
                + $"révoqué, et {account} a un partage en tant qu'utilisateur."
        );

    public static LocalizedText StillReadable(FolderPath path, LocalizedText by) =>
        LocalizedText.Format($"'{path}' stays readable: it is shared with {by}.", $"« {path} » reste lisible : il est partagé avec {by}.");

    public static LocalizedText MaybeAnAlias(string address, string others) =>
        LocalizedText.Format(
            $"If {address} is another address of an account or group of the server, name it by its primary address; the calendar is "
                + $"shared with "
                + $"{others}.",
            $"Si {address} est une autre adresse d'un compte ou d'un groupe du serveur, donnez son adresse principale ; l'agenda est "
                + $"partagé "
                + $"avec {others}."
        );
}
