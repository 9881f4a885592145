using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What each finding says, in English and French; what one touches (server, share, account) is a file of its own.</summary>
internal static partial class FindingTexts
{
    public static LocalizedText NotKnown => new("It cannot be known whether {0}.", "Impossible de savoir si {0}.");

    public static LocalizedText AskAsAdministrator =>
        new("Ask with an administrator's credentials.", "Posez la question avec les identifiants d'un administrateur.");

    public static LocalizedText AskAsOwner =>
        new(
            "Ask with the owner's or an administrator's credentials.",
            "Posez la question avec les identifiants du propriétaire ou d'un administrateur."
        );

    public static LocalizedText AskAsOtherAdministrator =>
        new(
            "The rights of these credentials do not reach so far: grant those that CheckAdministratorAsync lists for Feeds.DiagnoseAsync, "
                + "or ask with the owner's credentials, or with those of a global administrator.",
            "Les droits de ces identifiants ne vont pas si loin : donnez ceux que CheckAdministratorAsync indique pour "
                + "Feeds.DiagnoseAsync, ou posez la question avec les identifiants du propriétaire, ou d'un administrateur global."
        );

    public static LocalizedText Translated =>
        new(
            "{0} is meant: the web client translates its name, the server does not.",
            "Il s'agit de {0} : le client web traduit son nom, le serveur non."
        );

    public static LocalizedText Nearest => new("Nearest: {0}.", "Les plus proches : {0}.");

    public static LocalizedText NoneNear => new("It has no calendar that may be meant.", "Il n'en a aucun qui puisse être celui-là.");

    public static LocalizedText IsDomainAlias => new("which is an alias of a domain", "qui est un alias de domaine");

    public static LocalizedText IsOtherDomain => new("which is another domain", "qui est un autre domaine");

    /// <exception cref="ArgumentOutOfRangeException">There are no words for this code.</exception>
    public static FindingText Of(FeedFindingCode code) =>
        Find(code)
        ?? throw Argument.OutOfRange(
            new LocalizedText("There are no words for this finding.", "Il n'y a pas de mots pour ce constat."),
            code,
            nameof(code)
        );

    /// <summary>Whether a finding keeps the guest out by itself; one that is not known does.</summary>
    public static bool KeepsOut(FeedFindingCode code) => Find(code)?.KeepsOut != false;

    private static FindingText? Find(FeedFindingCode code) =>
        OfServer(code) ?? OfShare(code) ?? OfLogin(code) ?? OfGuestAccount(code) ?? OfCalDav(code);

    private static FindingText Text(string english, string french, string englishRemedy, string frenchRemedy) =>
        new(new(english, french), new(englishRemedy, frenchRemedy));
}
