using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Why an answer is not read as a calendar at all, in English and French.</summary>
internal static class FeedFailureTexts
{
    public static LocalizedText Empty =>
        new(
            "The answer is empty instead of a calendar. Is the address a Zimbra server's?",
            "La réponse est vide au lieu d'être un agenda. Est-ce bien l'adresse d'un serveur Zimbra ?"
        );

    public static LocalizedText Shortened =>
        new(
            "The feed ends in the middle: it came whole, but without END:VCALENDAR. The server, or something between here and the server, "
                + "shortens it.",
            "Le flux s'arrête au milieu : il est arrivé en entier, mais sans END:VCALENDAR. Le serveur, ou ce qui se trouve entre lui et "
                + "ce poste, le raccourcit."
        );

    public static LocalizedText Cut =>
        new(
            "The feed ends in the middle: the connection was cut, or something between here and the server shortens it.",
            "Le flux s'arrête au milieu : la connexion a été coupée, ou ce qui se trouve entre le serveur et ce poste le raccourcit."
        );

    public static LocalizedText WebPage =>
        new(
            "The answer is a web page or XML instead of a calendar. Something before the Zimbra server answered, or the address is not "
                + "Zimbra's.",
            "La réponse est une page web ou du XML au lieu d'un agenda. Ce qui se trouve devant le serveur Zimbra a répondu, ou l'adresse "
                + "n'est pas celle de Zimbra."
        );

    public static LocalizedText NoCalendar =>
        new(
            "The answer is no iCalendar: it does not start with BEGIN:VCALENDAR.",
            "La réponse n'est pas un iCalendar : elle ne commence pas par BEGIN:VCALENDAR."
        );

    public static LocalizedText TooMany(int events, int zones) =>
        LocalizedText.Format(
            $"The feed holds more than {events} events or {zones} time zones. Ask for a window.",
            $"Le flux contient plus de {events} événements ou {zones} fuseaux horaires. Demandez une période."
        );

    public static LocalizedText LongLine(int bytes) =>
        LocalizedText.Format(
            $"The feed has a line of more than {bytes} bytes: it is no calendar of a Zimbra server.",
            $"Le flux a une ligne de plus de {bytes} octets : ce n'est pas un agenda d'un serveur Zimbra."
        );

    public static LocalizedText NoFreeBusy =>
        new(
            "The answer holds no free/busy times, or was cut. Is the address a Zimbra server's?",
            "La réponse ne contient pas de disponibilités, ou a été coupée. Est-ce bien l'adresse d'un serveur Zimbra ?"
        );

    public static LocalizedText NoPeriod =>
        new(
            "The free/busy times cannot be read: one of them is no period.",
            "Les disponibilités sont illisibles : l'une d'elles n'est pas une période."
        );
}
