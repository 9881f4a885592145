using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// The check of server certificates. It only ever relies on the platform's: first as it was made, and where nothing but the authority was
/// at fault and the program trusts authorities of its own, once more with these as the only ones.
/// </summary>
internal sealed class CertificateCheck(X509Certificate2Collection roots)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>What is wrong with a file of authorities, as a sentence; null when it can be read.</summary>
    public static string? Problem(string path)
    {
        try
        {
            var roots = new X509Certificate2Collection();
            roots.ImportFromPemFile(path);
            return roots.Count > 0
                ? null
                : $"the file '{path}' holds no certificate. Give the authority's certificate as PEM (BEGIN CERTIFICATE).";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"the file '{path}' cannot be read ({e.GetType().Name}). Give the path of a PEM file with the authority's certificate.";
        }
        catch (CryptographicException)
        {
            return $"the file '{path}' holds something that is not a certificate. Give the authority's certificate as PEM (BEGIN "
                + "CERTIFICATE).";
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

    /// <summary>
    /// Why there is no secure connection, and what to do, as far as the platform says. Its texts name the kinds of errors as its types do,
    /// in every language.
    /// </summary>
    public static string Describe(HttpRequestException failure)
    {
        string cause = failure.InnerException is AuthenticationException invalid ? invalid.Message : "";
        return cause switch
        {
            _ when Names(nameof(SslPolicyErrors.RemoteCertificateNameMismatch)) =>
                "its certificate is for another host name. Use the name that the certificate is for.",
            _ when Names(nameof(X509ChainStatusFlags.NotTimeValid)) =>
                $"its certificate has expired, or is not valid yet{Dates(failure.InnerException)}. Have the server's certificate renewed.",
            _ when Names(nameof(X509ChainStatusFlags.Revoked)) => "its certificate was revoked. Have the server's certificate replaced.",
            _ when Names(nameof(X509ChainStatusFlags.UntrustedRoot)) || Names(nameof(X509ChainStatusFlags.PartialChain)) =>
                "nobody who is trusted has signed its certificate. If it was an authority of your own, name it in "
                    + $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.TrustedRoots)} (never switch the check off).",
            _ => "its certificate is not trusted, or the port does not speak TLS. Trust the certificate's authority (never switch the "
                + "check off).",
        };

        bool Names(string kind) => cause.Contains(kind, StringComparison.Ordinal);
    }

    private static string Dates(Exception? cause) =>
        cause is CertificateException { NotBefore: var from, NotAfter: var to }
            ? string.Create(CultureInfo.InvariantCulture, $" (valid from {from:yyyy-MM-dd HH:mm} to {to:yyyy-MM-dd HH:mm} UTC)")
            : "";
}
