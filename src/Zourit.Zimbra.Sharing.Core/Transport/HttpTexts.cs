using System.Xml;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// What is said of failures on the way to the server and back, in English and French; parts of a sentence, behind the request.
/// </summary>
internal static class HttpTexts
{
    public static LocalizedText MayBeDone =>
        new(
            "The request may have been carried out: look at the server's state before repeating it.",
            "La demande a peut-être été exécutée : vérifiez l'état sur le serveur avant de la refaire."
        );

    public static LocalizedText CutWhileComing =>
        new("the connection was cut while the reply was coming in.", "la connexion a été coupée pendant l'arrivée de la réponse.");

    public static LocalizedText Undecodable =>
        new("the reply is compressed in a way that cannot be read.", "la réponse est compressée d'une manière illisible.");

    /// <summary>A sentence with what it comes from: the name of the exception only, since its text may quote the reply.</summary>
    public static LocalizedText Caused(LocalizedText what, Exception cause)
    {
        string name = cause.GetType().Name;
        return cause is XmlException { LineNumber: > 0 } xml
            ? LocalizedText.Format(
                $"{what} ({name} at line {xml.LineNumber}, position {xml.LinePosition})",
                $"{what} ({name}, ligne {xml.LineNumber}, position {xml.LinePosition})"
            )
            : LocalizedText.Format($"{what} ({name})", $"{what} ({name})");
    }

    public static LocalizedText NoReplyWithin(string operation, TimeSpan limit) =>
        LocalizedText.Format(
            $"{operation} got no complete reply within {limit.TotalSeconds:0.#} s ({nameof(ZimbraClientOptions.AttemptTimeout)}).",
            $"{operation} n'a pas eu de réponse complète en {limit.TotalSeconds:0.#} s ({nameof(ZimbraClientOptions.AttemptTimeout)})."
        );

    public static LocalizedText TurnedAway(int status) =>
        LocalizedText.Format(
            $"the server is turning requests away (HTTP {status}): too many requests, too many failed logins from this address, or "
                + $"maintenance.",
            $"le serveur rejette les demandes pour le moment (HTTP {status}) : trop de demandes, trop de connexions refusées depuis cette "
                + $"adresse, ou une maintenance."
        );

    /// <summary>What to look at where a host is not found.</summary>
    public static LocalizedText CheckName(Uri address) =>
        IsAdmin(address)
            ? Check(address)
            : new(
                "Check how it is spelled, and that this machine can resolve names.",
                "Vérifiez son orthographe, et que cette machine peut résoudre des noms."
            );

    private static bool IsAdmin(Uri address) => address.AbsolutePath.StartsWith("/service/admin/", StringComparison.Ordinal);

    /// <summary>Which setting to look at: the two services have addresses of their own, and each is easily taken for the other.</summary>
    public static LocalizedText Check(Uri address) =>
        IsAdmin(address)
            ? LocalizedText.Format(
                $"Check {nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.AdminUri)}: the admin service has a port of its own, "
                    + $"7071 by default.",
                $"Vérifiez {nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.AdminUri)} : le service d'administration a son propre "
                    + $"port, 7071 par défaut."
            )
            : new(
                "Check the server's address, host and port: it must be that of the user service, not of the admin service (port 7071).",
                "Vérifiez l'adresse, l'hôte et le port du serveur : il faut ceux du service des utilisateurs, pas ceux du service "
                    + "d'administration (port 7071)."
            );
}
