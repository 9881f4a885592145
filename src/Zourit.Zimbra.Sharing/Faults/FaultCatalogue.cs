using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.ZimbraFaultCodes;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// What each fault code means for repeating (docs/protocol.md §5.5, §10.1), and its remedy. The page <c>docs/faults.md</c> says the same; a
/// test compares.
/// </summary>
internal static class FaultCatalogue
{
    public static bool Knows(string code) => AdviceFor(code) is not null;

    public static LocalizedText? RemedyFor(string code) => AdviceFor(code)?.Remedy;

    /// <summary>Of a code that is not known nothing is, so look.</summary>
    public static FaultDisposition RepeatOf(string code) => AdviceFor(code)?.Repeat ?? FaultDisposition.LookFirst;

    /// <summary>Whether a request that was answered so may have been done, wholly or in part.</summary>
    public static bool LeavesOpen(string code) => RepeatOf(code) is FaultDisposition.LookFirst or FaultDisposition.LookThenLater;

    /// <summary>Whether the cause passes by itself, however long that takes.</summary>
    public static bool IsTransient(string code) => MayPassSoon(code) || RepeatOf(code) is FaultDisposition.LaterByCaller;

    /// <summary>Whether the cause may pass while a request is repeated a few times.</summary>
    public static bool MayPassSoon(string code) => RepeatOf(code) is FaultDisposition.Later or FaultDisposition.LookThenLater;

    private static FaultAdvice? AdviceFor(string code) =>
        code switch
        {
            Failure => Advice(
                FaultDisposition.LookFirst,
                "The server met an unexpected error; look at its log for the trace id, and check the state before repeating.",
                "Le serveur a rencontré une erreur inattendue ; cherchez l'identifiant de trace dans son journal, et vérifiez l'état "
                    + "avant de répéter."
            ),
            InvalidRequest => Advice(
                FaultDisposition.No,
                "Correct the value that the server's text names.",
                "Corrigez la valeur que nomme le texte du serveur."
            ),
            UnknownDocument => Advice(
                FaultDisposition.No,
                "The address does not know this request: admin requests need the admin address (AdminUri, port 7071 by default), the "
                    + "others the user address (ServerUri).",
                "L'adresse ne connaît pas cette requête : les requêtes d'administration ont besoin de l'adresse d'administration "
                    + "(AdminUri, port 7071 par défaut), les autres de l'adresse des utilisateurs (ServerUri)."
            ),
            ParseError => Advice(
                FaultDisposition.No,
                "Something between here and the server cuts or alters requests; look at proxies and handlers on the way.",
                "Quelque chose entre ici et le serveur coupe ou modifie les requêtes ; examinez les mandataires et les filtres en chemin."
            ),
            PermissionDenied => Advice(
                FaultDisposition.No,
                "The account in use has no right to do this, or a sharing policy of the server forbids it; CheckPolicyAsync says which.",
                "Le compte utilisé n'a pas le droit de faire cela, ou une règle de partage du serveur l'interdit ; CheckPolicyAsync dit "
                    + "laquelle."
            ),
            AuthRequired => Advice(
                FaultDisposition.SignIn,
                "The server wants a valid token; sign in again.",
                "Le serveur demande un jeton valable ; reconnectez-vous."
            ),
            AuthExpired => Advice(
                FaultDisposition.SignIn,
                "The token is no longer valid: it expired, was logged out, or the account's password or status changed; sign in again.",
                "Le jeton n'est plus valable : il a expiré, a été déconnecté, ou le mot de passe ou l'état du compte a changé ; "
                    + "reconnectez-vous."
            ),
            TemporarilyUnavailable => Advice(
                FaultDisposition.Later,
                "The server is not serving users just now; try again later.",
                "Le serveur ne sert pas d'utilisateurs en ce moment ; réessayez plus tard."
            ),
            ResourceUnreachable => Advice(
                FaultDisposition.LookThenLater,
                "Another mail host of the installation cannot be reached; look at the state, and try again later.",
                "Un autre hôte de messagerie de l'installation est injoignable ; vérifiez l'état, et réessayez plus tard."
            ),
            ProxyError => Advice(
                FaultDisposition.LookThenLater,
                "Another mail host of the installation answered with an error; look at the state, and try again later.",
                "Un autre hôte de messagerie de l'installation a répondu par une erreur ; vérifiez l'état, et réessayez plus tard."
            ),
            Interrupted => Advice(
                FaultDisposition.LookThenLater,
                "The server was interrupted; look at the state, and try again.",
                "Le serveur a été interrompu ; vérifiez l'état, et réessayez."
            ),
            WrongHost => Advice(
                FaultDisposition.No,
                "The account lives on another mail host; use that one as ServerUri.",
                "Le compte se trouve sur un autre hôte de messagerie ; indiquez celui-là comme ServerUri."
            ),
            TooManyHops => Advice(
                FaultDisposition.No,
                "Mountpoints or proxies form a loop; delete the mountpoint that leads back.",
                "Des points de montage ou des mandataires forment une boucle ; supprimez le point de montage qui ramène au départ."
            ),
            AlreadyInProgress => Advice(
                FaultDisposition.LaterByCaller,
                "The same work is under way; wait for its end.",
                "Le même travail est en cours ; attendez sa fin."
            ),
            NotInProgress => Advice(FaultDisposition.Done, "Nothing of the kind is under way.", "Rien de tel n'est en cours."),
            Unsupported => Advice(FaultDisposition.No, "This server does not have the feature.", "Ce serveur n'a pas cette fonction."),
            Forbidden => Advice(
                FaultDisposition.No,
                "Ask the server's administrator why it is forbidden.",
                "Demandez à l'administrateur du serveur pourquoi c'est interdit."
            ),
            NotFound => Advice(
                FaultDisposition.No,
                "Check the name or id that was asked for.",
                "Vérifiez le nom ou l'identifiant demandé."
            ),
            LicenseError => Advice(
                FaultDisposition.No,
                "The server's licence does not allow it.",
                "La licence du serveur ne le permet pas."
            ),
            AuthFailed => Advice(
                FaultDisposition.Never,
                "The name or password is wrong, or the account is locked, closed, pending or locked out; the server does not say which.",
                "Le nom ou le mot de passe est faux, ou le compte est verrouillé, fermé, en attente ou bloqué ; le serveur ne dit pas "
                    + "lequel de ces cas est le bon."
            ),
            ChangePassword => Advice(
                FaultDisposition.No,
                "The password must be changed first, in the web client.",
                "Le mot de passe doit d'abord être changé, dans le client web."
            ),
            ResetPassword => Advice(
                FaultDisposition.No,
                "The token is only good for resetting the password.",
                "Le jeton ne sert qu'à réinitialiser le mot de passe."
            ),
            TwoFactorSetupRequired => Advice(
                FaultDisposition.No,
                "The account must set up two-factor sign-in in the web client first.",
                "Le compte doit d'abord mettre en place la connexion à deux facteurs dans le client web."
            ),
            TwoFactorAuthFailed => Advice(FaultDisposition.Never, "The two-factor code is wrong.", "Le code à deux facteurs est faux."),
            TwoFactorAuthRequired => Advice(
                FaultDisposition.No,
                "The account needs a two-factor code; use preauth or an application passcode.",
                "Le compte demande un code à deux facteurs ; utilisez la préauthentification ou un code d'application."
            ),
            InvalidTrustedDeviceToken => Advice(
                FaultDisposition.No,
                "Sign in with a two-factor code, or by preauth.",
                "Connectez-vous avec un code à deux facteurs, ou par préauthentification."
            ),
            WebClientAccessNotAllowed => Advice(
                FaultDisposition.No,
                "Ask the server's administrator to let the account use the web client's services.",
                "Demandez à l'administrateur du serveur d'autoriser le compte à utiliser les services du client web."
            ),
            MaintenanceMode => Advice(
                FaultDisposition.LaterByCaller,
                "The account or its domain is in maintenance; try again later.",
                "Le compte ou son domaine est en maintenance ; réessayez plus tard."
            ),
            AccountInactive => Advice(
                FaultDisposition.No,
                "The account is not active; an administrator must set its status to active.",
                "Le compte n'est pas actif ; un administrateur doit le remettre dans l'état « active »."
            ),
            NoSuchAccount => Advice(
                FaultDisposition.No,
                "Check the account's name and domain.",
                "Vérifiez le nom et le domaine du compte."
            ),
            NoSuchAlias => Advice(FaultDisposition.No, "Check the alias.", "Vérifiez l'alias."),
            NoSuchDomain => Advice(
                FaultDisposition.No,
                "Check the domain's name; it must be the primary one, not an alias.",
                "Vérifiez le nom du domaine ; ce doit être le principal, pas un alias."
            ),
            NoSuchCos => Advice(FaultDisposition.No, "Check the name of the class of service.", "Vérifiez le nom de la classe de service."),
            NoSuchDistributionList => Advice(FaultDisposition.No, "Check the group's address.", "Vérifiez l'adresse du groupe."),
            NoSuchMember => Advice(FaultDisposition.No, "Check the member's address.", "Vérifiez l'adresse du membre."),
            NoSuchServer => Advice(
                FaultDisposition.No,
                "Check the mail host's name, as the server's own administration shows it.",
                "Vérifiez le nom de l'hôte de messagerie, tel que l'administration du serveur le montre."
            ),
            NoSuchGrant => Advice(FaultDisposition.Done, "The right to be taken away is not there.", "Le droit à retirer n'existe pas."),
            NoSuchRight => Advice(FaultDisposition.No, "Check the name of the right.", "Vérifiez le nom du droit."),
            NoShareExists => Advice(
                FaultDisposition.LaterByCaller,
                "No share for this guest is published yet (it takes a moment after the grant), or all were revoked.",
                "Aucun partage pour cet invité n'est encore publié (cela prend un moment après le partage), ou tous ont été révoqués."
            ),
            AccountExists => Advice(
                FaultDisposition.No,
                "An account, alias or list of this name exists already; look it up before deciding.",
                "Un compte, un alias ou une liste de ce nom existe déjà ; consultez-le avant de décider."
            ),
            AliasExists => Advice(
                FaultDisposition.No,
                "An alias of this name exists already; choose another name.",
                "Un alias de ce nom existe déjà ; choisissez un autre nom."
            ),
            DistributionListExists => Advice(
                FaultDisposition.No,
                "A group of this name exists already; choose another name.",
                "Un groupe de ce nom existe déjà ; choisissez un autre nom."
            ),
            CosExists => Advice(
                FaultDisposition.No,
                "A class of service of this name exists already; choose another name.",
                "Une classe de service de ce nom existe déjà ; choisissez un autre nom."
            ),
            DomainExists => Advice(
                FaultDisposition.No,
                "A domain of this name exists already; choose another name.",
                "Un domaine de ce nom existe déjà ; choisissez un autre nom."
            ),
            DomainNotEmpty => Advice(
                FaultDisposition.No,
                "Delete the domain's accounts and groups first.",
                "Supprimez d'abord les comptes et les groupes du domaine."
            ),
            InvalidPassword => Advice(
                FaultDisposition.No,
                "The password does not satisfy the server's policy; the fault's arguments name the rules.",
                "Le mot de passe ne respecte pas les règles du serveur ; les arguments de l'erreur nomment ces règles."
            ),
            PasswordLocked => Advice(
                FaultDisposition.No,
                "The account's password may not be changed (zimbraPasswordLocked).",
                "Le mot de passe du compte ne peut pas être changé (zimbraPasswordLocked)."
            ),
            PasswordChangeTooSoon => Advice(
                FaultDisposition.No,
                "The password was changed too recently (zimbraPasswordMinAge).",
                "Le mot de passe a été changé trop récemment (zimbraPasswordMinAge)."
            ),
            PasswordRecentlyUsed => Advice(
                FaultDisposition.No,
                "Choose a password that was not used before (zimbraPasswordEnforceHistory).",
                "Choisissez un mot de passe qui n'a pas encore servi (zimbraPasswordEnforceHistory)."
            ),
            InvalidAttributeName => Advice(FaultDisposition.No, "Check the attribute's name.", "Vérifiez le nom de l'attribut."),
            InvalidAttributeValue => Advice(
                FaultDisposition.No,
                "Check the attribute's value; booleans are exactly TRUE or FALSE.",
                "Vérifiez la valeur de l'attribut ; les booléens s'écrivent exactement TRUE ou FALSE."
            ),
            MultipleAccountsMatched => Advice(
                FaultDisposition.No,
                "More than one account matches; use the account's id.",
                "Plusieurs comptes correspondent ; utilisez l'identifiant du compte."
            ),
            TooManyAccounts => Advice(
                FaultDisposition.No,
                "The domain's account limit is reached.",
                "Le domaine a atteint sa limite de comptes."
            ),
            TooManySearchResults => Advice(
                FaultDisposition.No,
                "Narrow the search or page through it.",
                "Restreignez la recherche, ou parcourez-la page par page."
            ),
            LdapInvalidAttributeName => Advice(FaultDisposition.No, "Check the attribute's name.", "Vérifiez le nom de l'attribut."),
            LdapInvalidAttributeValue => Advice(
                FaultDisposition.No,
                "Check the attribute's value; booleans are exactly TRUE or FALSE.",
                "Vérifiez la valeur de l'attribut ; les booléens s'écrivent exactement TRUE ou FALSE."
            ),
            LdapInvalidSearchFilter => Advice(
                FaultDisposition.No,
                "Correct the filter's parentheses, or build it with LdapFilter instead of LdapFilter.Raw.",
                "Corrigez les parenthèses du filtre, ou construisez-le avec LdapFilter plutôt qu'avec LdapFilter.Raw."
            ),
            NoSuchFolder => Advice(
                FaultDisposition.No,
                "Check the folder's path or id; system folders have English names (/Calendar) whatever the web client shows.",
                "Vérifiez le chemin ou l'identifiant du dossier ; les dossiers du système ont des noms anglais (/Calendar), quoi que "
                    + "montre le client web."
            ),
            NoSuchItem => Advice(
                FaultDisposition.No,
                "Check the item's or folder's id.",
                "Vérifiez l'identifiant de l'élément ou du dossier."
            ),
            NoSuchMessage => Advice(FaultDisposition.No, "Check the message's id.", "Vérifiez l'identifiant du message."),
            NoSuchContact => Advice(FaultDisposition.No, "Check the contact's id.", "Vérifiez l'identifiant du contact."),
            NoSuchCalendarItem => Advice(FaultDisposition.No, "Check the appointment's id.", "Vérifiez l'identifiant du rendez-vous."),
            NoSuchMountpoint => Advice(
                FaultDisposition.No,
                "The mountpoint's folder is gone or no longer shared.",
                "Le dossier du point de montage n'existe plus ou n'est plus partagé."
            ),
            NoSuchMailbox => Advice(
                FaultDisposition.No,
                "The account has no mailbox yet.",
                "Le compte n'a pas encore de boîte aux lettres."
            ),
            NoSuchGrantee => Advice(FaultDisposition.No, "Check the grantee's address.", "Vérifiez l'adresse du bénéficiaire."),
            GrantExists => Advice(FaultDisposition.Done, "The very same grant exists already.", "Exactement le même droit existe déjà."),
            CannotGrant => Advice(
                FaultDisposition.No,
                "The right 'a' (administer) can only be given to internal users and groups, never to guests or the public.",
                "Le droit « a » (administrer) ne peut être donné qu'à des utilisateurs et groupes internes, jamais à des invités ni au "
                    + "public."
            ),
            AlreadyExists => Advice(
                FaultDisposition.No,
                "An item of that name exists already in this folder; look it up before deciding.",
                "Un élément de ce nom existe déjà dans ce dossier ; consultez-le avant de décider."
            ),
            InvalidName => Advice(
                FaultDisposition.No,
                "A name has 1 to 255 characters, none of / : \" TAB CR LF, and is not . or ..",
                "Un nom a de 1 à 255 caractères, sans / : \" TAB CR LF, et n'est ni . ni .."
            ),
            InvalidType => Advice(
                FaultDisposition.No,
                "Check the kinds of items that are searched for.",
                "Vérifiez les genres d'éléments recherchés."
            ),
            ImmutableObject => Advice(
                FaultDisposition.No,
                "System folders can be neither renamed, moved nor deleted.",
                "Les dossiers du système ne peuvent être ni renommés, ni déplacés, ni supprimés."
            ),
            CannotCopy => Advice(
                FaultDisposition.No,
                "Choose a place in the same mailbox.",
                "Choisissez un emplacement dans la même boîte."
            ),
            CannotContain => Advice(FaultDisposition.No, "Choose a folder of the right kind.", "Choisissez un dossier du bon genre."),
            CannotParent => Advice(FaultDisposition.No, "Choose another parent folder.", "Choisissez un autre dossier parent."),
            CannotSubscribe => Advice(
                FaultDisposition.No,
                "Make a new folder for the subscription.",
                "Créez un nouveau dossier pour l'abonnement."
            ),
            ModifyConflict => Advice(
                FaultDisposition.No,
                "The item was changed meanwhile; read it again.",
                "L'élément a été modifié entre-temps ; relisez-le."
            ),
            InviteOutOfDate => Advice(
                FaultDisposition.No,
                "The appointment was changed meanwhile; read it again.",
                "Le rendez-vous a été modifié entre-temps ; relisez-le."
            ),
            MustResync => Advice(
                FaultDisposition.No,
                "Synchronise from the start, without a token.",
                "Synchronisez depuis le début, sans jeton."
            ),
            QuotaExceeded => Advice(
                FaultDisposition.LookFirst,
                "The mailbox is full; make room in it.",
                "La boîte aux lettres est pleine ; faites-y de la place."
            ),
            DomainQuotaExceeded => Advice(FaultDisposition.LookFirst, "The domain's quota is used up.", "Le quota du domaine est épuisé."),
            Maintenance => Advice(
                FaultDisposition.Later,
                "The mailbox is locked for a move or backup; try again later.",
                "La boîte aux lettres est verrouillée pour un déplacement ou une sauvegarde ; réessayez plus tard."
            ),
            TryAgain => Advice(
                FaultDisposition.Later,
                "The server's mail transport cannot be reached; no mail left, try again later.",
                "Le transport du courrier du serveur est injoignable ; aucun mail n'est parti, réessayez plus tard."
            ),
            SendFailure => Advice(
                FaultDisposition.No,
                "The server's mail transport failed; the mail was not sent.",
                "Le transport du courrier du serveur a échoué ; le mail n'a pas été envoyé."
            ),
            SendAbortedAddressFailure => Advice(
                FaultDisposition.No,
                "The mail transport refused the recipient; the mail was not sent. Check the address.",
                "Le transport du courrier a refusé le destinataire ; le mail n'a pas été envoyé. Vérifiez l'adresse."
            ),
            SendPartialAddressFailure => Advice(
                FaultDisposition.LookFirst,
                "The mail transport refused some recipients; the others got the mail.",
                "Le transport du courrier a refusé certains destinataires ; les autres ont reçu le mail."
            ),
            MessageTooBig => Advice(
                FaultDisposition.LookFirst,
                "The mail is larger than the transport allows; shorten the notes.",
                "Le mail est plus grand que ce que le transport accepte ; raccourcissez la note."
            ),
            QueryParseError => Advice(
                FaultDisposition.No,
                "The search query does not parse; put values in double quotes.",
                "La recherche est mal formée ; mettez les valeurs entre guillemets doubles."
            ),
            _ => null,
        };

    private static FaultAdvice Advice(FaultDisposition repeat, string english, string french) => new(repeat, new(english, french));

    private sealed record FaultAdvice(FaultDisposition Repeat, LocalizedText Remedy);
}
