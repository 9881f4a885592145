using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// The check of server certificates where a program trusts authorities of its own besides the system's. It only ever asks the platform:
/// first as it stands, and where nothing but the authority was at fault, once more with these as the only ones.
/// </summary>
internal sealed class CertificateCheck
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2Collection _roots;

    private CertificateCheck(X509Certificate2Collection roots) => _roots = roots;

    /// <summary>Null where the system's own check is all there is.</summary>
    public static CertificateCheck? From(ZimbraClientOptions options)
    {
        var roots = new X509Certificate2Collection(options.TrustedRoots);
        if (options.TrustedRootsFile is { } path)
        {
            roots.ImportFromPemFile(path);
        }

        return roots.Count == 0 ? null : new CertificateCheck(roots);
    }

    /// <summary>What is wrong with a file of authorities, as a sentence; null when it can be read.</summary>
    public static string? Problem(string path)
    {
        try
        {
            var roots = new X509Certificate2Collection();
            roots.ImportFromPemFile(path);
            return roots.Count > 0
                ? null
                : $"the file '{path}' holds no certificate. Give the authority's certificate as PEM (BEGIN " + $"CERTIFICATE).";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"the file '{path}' cannot be read ({e.GetType().Name}). Give the path of a PEM file with the authority's certificate.";
        }
        catch (CryptographicException)
        {
            return $"the file '{path}' holds something that is no certificate. Give the authority's certificate as PEM (BEGIN "
                + $"CERTIFICATE).";
        }
    }

    /// <summary>A RemoteCertificateValidationCallback.</summary>
    /// <exception cref="AuthenticationException">It is not trusted. Thrown, because .NET tells of a mere "false" not why.</exception>
    public bool IsTrusted(object? sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 server || chain is null)
        {
            throw new AuthenticationException($"The server's certificate is not valid: {errors}.");
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(_roots);
        own.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        own.ChainPolicy.RevocationMode = chain.ChainPolicy.RevocationMode;
        own.ChainPolicy.RevocationFlag = chain.ChainPolicy.RevocationFlag;
        own.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        return own.Build(server)
            ? true
            : throw new AuthenticationException(
                $"The server's certificate is not valid: " + $"{string.Join(", ", own.ChainStatus.Select(status => status.Status))}."
            );
    }

    /// <summary>
    /// Why there is no secure connection, and what to do, as far as the platform tells. Its texts name the kinds of errors as its types do,
    /// in every language.
    /// </summary>
    public static string Describe(HttpRequestException failure)
    {
        string cause = failure.InnerException is AuthenticationException invalid ? invalid.Message : "";
        return cause switch
        {
            _ when Names(nameof(SslPolicyErrors.RemoteCertificateNameMismatch)) => "its certificate is for another host name. Use the "
                + "name that the certificate is for.",
            _ when Names(nameof(X509ChainStatusFlags.NotTimeValid)) => "its certificate has ended, or is not valid yet. Have the server's "
                + "certificate renewed.",
            _ when Names(nameof(X509ChainStatusFlags.Revoked)) => "its certificate was revoked. Have the server's certificate replaced.",
            _ when Names(nameof(X509ChainStatusFlags.UntrustedRoot)) || Names(nameof(X509ChainStatusFlags.PartialChain)) =>
                "nobody who is trusted has signed its certificate. If it was an authority of your own, name it in "
                    + $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.TrustedRoots)} (never switch the check off).",
            _ => "its certificate is not trusted, or the port does not speak TLS. Trust the certificate's authority (never switch the "
                + "check off).",
        };

        bool Names(string kind) => cause.Contains(kind, StringComparison.Ordinal);
    }
}
