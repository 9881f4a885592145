using static Zourit.Zimbra.Sharing.ZimbraFaultCodes;

namespace Zourit.Zimbra.Sharing;

internal static partial class FaultCatalogue
{
    // account.* and ldap.*: accounts, groups, domains and their attributes.
    private static FaultAdvice? OfAccount(string code) =>
        code switch
        {
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
            NoSuchCalendarResource => Advice(
                FaultDisposition.No,
                "Check the resource's name and domain.",
                "Vérifiez le nom et le domaine de la ressource."
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
            NoSuchGrant => Advice(FaultDisposition.Done, "The right to be taken away is not there.", "Le droit à révoquer n'existe pas."),
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
            _ => null,
        };
}
