using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// The check of server certificates. It only ever relies on the platform's: first as it was made, and where nothing but the authority was
/// at fault and the program trusts authorities of its own, once more with these as the only ones.
/// </summary>
internal sealed class CertificateCheck(X509Certificate2Collection roots)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>What is wrong with a file of authorities, as a sentence; null when it can be read.</summary>
    public static LocalizedText? Problem(string path)
    {
        try
        {
            var roots = new X509Certificate2Collection();
            roots.ImportFromPemFile(path);
            return roots.Count > 0
                ? null
                : LocalizedText.Format(
                    $"the file '{path}' holds no certificate. Give the authority's certificate as PEM (BEGIN CERTIFICATE).",
                    $"le fichier « {path} » ne contient aucun certificat. Donnez celui de l'autorité au format PEM (BEGIN CERTIFICATE)."
                );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return LocalizedText.Format(
                $"the file '{path}' cannot be read ({e.GetType().Name}). Give the path of a PEM file with the authority's certificate.",
                $"le fichier « {path} » ne peut être lu ({e.GetType().Name}). Donnez le chemin d'un fichier PEM avec "
                    + $"le certificat de l'autorité."
            );
        }
        catch (CryptographicException)
        {
            return LocalizedText.Format(
                $"the file '{path}' holds something that is not a certificate. Give the authority's certificate as PEM (BEGIN "
                    + $"CERTIFICATE).",
                $"le fichier « {path} » contient autre chose qu'un certificat. Donnez celui de l'autorité au format PEM (BEGIN "
                    + $"CERTIFICATE)."
            );
        }
    }

    /// <summary>A RemoteCertificateValidationCallback.</summary>
    /// <exception cref="AuthenticationException">It is not trusted. Thrown, because .NET does not say why where the answer is mere
    /// "false".</exception>
    public bool IsTrusted(object? sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (certificate is not X509Certificate2 server || chain is null)
        {
            throw new AuthenticationException($"The server's certificate is not valid: {errors}.");
        }

        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || roots.Count == 0)
        {
            throw new CertificateException(server, chain, errors);
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(roots);
        own.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        own.ChainPolicy.RevocationMode = chain.ChainPolicy.RevocationMode;
        own.ChainPolicy.RevocationFlag = chain.ChainPolicy.RevocationFlag;
        own.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        return own.Build(server) ? true : throw new CertificateException(server, own);
    }
}
