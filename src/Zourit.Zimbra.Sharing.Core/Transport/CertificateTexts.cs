using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// Why there is no secure connection, and what to do, as far as the platform says, in English and French. Its texts name the kinds of
/// errors as its types do, in every language.
/// </summary>
internal static class CertificateTexts
{
    private const string Roots = $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.TrustedRoots)}";

    public static LocalizedText Of(HttpRequestException failure)
    {
        string cause = failure.InnerException is AuthenticationException invalid ? invalid.Message : "";
        return cause switch
        {
            _ when Names(nameof(SslPolicyErrors.RemoteCertificateNameMismatch)) => new(
                "its certificate is for another host name. Use the name that the certificate is for.",
                "son certificat est pour un autre nom d'hôte. Utilisez le nom pour lequel il est fait."
            ),
            _ when Names(nameof(X509ChainStatusFlags.NotTimeValid)) => Expired(failure.InnerException),
            _ when Names(nameof(X509ChainStatusFlags.Revoked)) => new(
                "its certificate was revoked. Have the server's certificate replaced.",
                "son certificat a été révoqué. Faites remplacer le certificat du serveur."
            ),
            _ when Names(nameof(X509ChainStatusFlags.UntrustedRoot)) || Names(nameof(X509ChainStatusFlags.PartialChain)) => new(
                "nobody who is trusted has signed its certificate. If it was an authority of your own, name it in "
                    + $"{Roots} (never switch the check off).",
                "son certificat n'est signé par aucune autorité de confiance. Si c'est une autorité à vous, nommez-la dans "
                    + $"{Roots} (ne désactivez jamais la vérification)."
            ),
            _ => new(
                "its certificate is not trusted, or the port does not speak TLS. Trust the certificate's authority (never switch the "
                    + "check off).",
                "son certificat n'inspire pas confiance, ou le port ne parle pas TLS. Faites confiance à l'autorité du certificat (ne "
                    + "désactivez jamais la vérification)."
            ),
        };

        bool Names(string kind) => cause.Contains(kind, StringComparison.Ordinal);
    }

    private static LocalizedText Expired(Exception? cause)
    {
        if (cause is not CertificateException { NotBefore: var from, NotAfter: var to })
        {
            return new(
                "its certificate has expired, or is not valid yet. Have the server's certificate renewed.",
                "son certificat a expiré, ou n'est pas encore valable. Faites renouveler le certificat du serveur."
            );
        }

        string start = from.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            end = to.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return LocalizedText.Format(
            $"its certificate has expired, or is not valid yet (valid from {start} to {end} UTC). Have the server's certificate renewed.",
            $"son certificat a expiré, ou n'est pas encore valable (valable du {start} au {end} UTC). Faites renouveler le certificat du "
                + $"serveur."
        );
    }
}
