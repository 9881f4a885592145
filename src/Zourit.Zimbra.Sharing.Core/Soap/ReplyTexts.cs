using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>What is wrong with a reply, in English and French; mostly parts of a sentence.</summary>
internal static class ReplyTexts
{
    public static LocalizedText FaultWithoutCode =>
        new(
            "The server answered a SOAP fault without a Zimbra error code. Is the address a Zimbra server's?",
            "Le serveur a répondu par une erreur SOAP sans code de Zimbra. Est-ce bien l'adresse d'un serveur Zimbra ?"
        );

    public static LocalizedText TooDeep =>
        LocalizedText.Format(
            $"the reply nests elements deeper than {nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.MaxReplyDepth)} allows. Ask "
                + $"for less, or raise it.",
            $"la réponse imbrique des éléments plus profondément que "
                + $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.MaxReplyDepth)} ne le permet. Demandez moins, ou "
                + $"augmentez-le."
        );

    public static LocalizedText Cut =>
        new("the reply was cut: it ends in the middle.", "la réponse a été coupée : elle s'arrête au milieu.");

    public static LocalizedText NoSoap =>
        new(
            "the reply is not the SOAP of a Zimbra server, or it was cut.",
            "la réponse n'est pas le SOAP d'un serveur Zimbra, ou a été coupée."
        );

    public static LocalizedText NotSent => new("the request could not be sent.", "la demande n'a pas pu être envoyée.");

    public static LocalizedText ConnectionFailed =>
        new("the connection failed before the reply was complete.", "la connexion a échoué avant la fin de la réponse.");

    public static LocalizedText NoContent => new("the reply has no content.", "la réponse n'a pas de contenu.");

    public static LocalizedText OtherMark =>
        new(
            "does not bear the requestId of its request: it may be the answer to another",
            "ne porte pas le requestId de sa demande : c'est peut-être la réponse à une autre"
        );

    public static LocalizedText NoFolder => new("holds no folder", "ne contient pas de dossier");

    public static LocalizedText TooLarge(long bytes) =>
        LocalizedText.Format(
            $"the reply is larger than {bytes} bytes. Ask for less, or raise "
                + $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.MaxReplyBytes)}.",
            $"la réponse dépasse {bytes} octets. Demandez moins, ou augmentez "
                + $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.MaxReplyBytes)}."
        );

    public static LocalizedText Empty(int status) =>
        LocalizedText.Format(
            $"the answer (HTTP {status}) is empty. Is the address a Zimbra server's?",
            $"la réponse (HTTP {status}) est vide. Est-ce bien l'adresse d'un serveur Zimbra ?"
        );

    public static LocalizedText WebPage(int status) =>
        LocalizedText.Format(
            $"the answer (HTTP {status}) is a web page. Something before the Zimbra server answered, or the address is not Zimbra's.",
            $"la réponse (HTTP {status}) est une page web. Ce qui se trouve devant le serveur Zimbra a répondu, ou l'adresse n'est "
                + $"pas celle "
                + $"de Zimbra."
        );

    public static LocalizedText Hostile(LocalizedText problem) =>
        LocalizedText.Format(
            $"the reply {problem}, which no Zimbra server does.",
            $"la réponse {problem}, ce que ne fait aucun serveur Zimbra."
        );

    public static LocalizedText ManyAttributes(int most) =>
        LocalizedText.Format($"has a tag with more than {most} attributes", $"a une balise de plus de {most} attributs");

    public static LocalizedText LargeHeader(int kibibytes) =>
        LocalizedText.Format($"has headers of more than {kibibytes} KiB", $"a des en-têtes de plus de {kibibytes} Kio");

    public static LocalizedText ManyNamespaces(int most) =>
        LocalizedText.Format($"declares more than {most} namespaces", $"déclare plus de {most} espaces de noms");

    public static LocalizedText WrongPort(string reason, Uri address)
    {
        string said = reason.TrimEnd('.');
        return LocalizedText.Format($"{said}. {HttpTexts.Check(address)}", $"le serveur a répondu « {said} ». {HttpTexts.Check(address)}");
    }

    public static LocalizedText Instead(string name, string expected) =>
        LocalizedText.Format(
            $"the reply holds <{name}> instead of <{expected}>.",
            $"la réponse contient <{name}> au lieu de <{expected}>."
        );

    public static LocalizedText Answers(int answers, int requests) =>
        LocalizedText.Format($"holds {answers} answers to {requests} requests", $"contient {answers} réponses à {requests} demandes");

    public static LocalizedText NoStop(int answers, int requests) =>
        LocalizedText.Format(
            $"holds {answers} answers to {requests} requests, and no fault at which the batch stopped",
            $"contient {answers} réponses à {requests} demandes, sans l'erreur qui aurait arrêté la suite"
        );

    public static LocalizedText InPlaceOf(string expected) =>
        LocalizedText.Format($"found where <{expected}> was expected", $"se trouve là où <{expected}> était attendu");

    public static LocalizedText Lacks(string name) => LocalizedText.Format($"lacks '{name}'", $"n'a pas de « {name} »");

    public static LocalizedText LacksElement(string name) =>
        LocalizedText.Format($"lacks the element '{name}'", $"n'a pas d'élément « {name} »");

    public static LocalizedText NoFlag(string name) =>
        LocalizedText.Format($"has a '{name}' that is neither 0 nor 1", $"a un « {name} » qui n'est ni 0 ni 1");

    public static LocalizedText NoNumber(string name) =>
        LocalizedText.Format($"has a '{name}' that is not a number", $"a un « {name} » qui n'est pas un nombre");

    public static LocalizedText OutOfRange(string name) =>
        LocalizedText.Format($"has a '{name}' out of range", $"a un « {name} » hors limites");

    public static LocalizedText NoTime(string name) =>
        LocalizedText.Format($"has a '{name}' that is no time", $"a un « {name} » qui n'est pas une date");
}
