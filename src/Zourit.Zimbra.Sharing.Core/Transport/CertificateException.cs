using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>A server's certificate is not trusted.</summary>
internal sealed class CertificateException : AuthenticationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="certificate">The server's certificate.</param>
    /// <param name="chain">The chain as the platform found it.</param>
    /// <param name="errors">What is wrong besides the chain.</param>
    public CertificateException(X509Certificate2 certificate, X509Chain chain, params IEnumerable<SslPolicyErrors> errors)
        : base($"The server's certificate is not valid: {string.Join(", ", Reasons(chain, errors))}.")
    {
        // It may be an authority's that has expired.
        X509Certificate2 invalid = chain
            .ChainElements.FirstOrDefault(element =>
                element.ChainElementStatus.Any(status => status.Status == X509ChainStatusFlags.NotTimeValid)
            )
            ?.Certificate
            ?? certificate;
        NotBefore = invalid.NotBefore.ToUniversalTime();
        NotAfter = invalid.NotAfter.ToUniversalTime();
    }

    public DateTime NotBefore { get; }

    public DateTime NotAfter { get; }

    private static IEnumerable<string> Reasons(X509Chain chain, IEnumerable<SslPolicyErrors> errors) =>
        [.. errors.Select(error => error.ToString()), .. chain.ChainStatus.Select(status => status.Status.ToString())];
}
