using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>Tells whether a program's own check of certificates checks nothing, by showing it one that no check can accept.</summary>
internal static class AnyCertificate
{
    private const SslPolicyErrors EverythingIsWrong =
        SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateChainErrors;

    public static bool IsAcceptedBy(RemoteCertificateValidationCallback check) =>
        IsAccepted((certificate, chain) => check(new object(), certificate, chain, EverythingIsWrong));

    public static bool IsAcceptedBy(Func<HttpRequestMessage, X509Certificate2?, X509Chain?, SslPolicyErrors, bool> check)
    {
        if (check == HttpClientHandler.DangerousAcceptAnyServerCertificateValidator)
        {
            return true;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "https://stranger.invalid/");
        return IsAccepted((certificate, chain) => check(request, certificate, chain, EverythingIsWrong));
    }

    private static bool IsAccepted(Func<X509Certificate2, X509Chain, bool> check)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=stranger.invalid", key, HashAlgorithmName.SHA256);

        // Expired long ago, signed by itself, and of another host.
        using X509Certificate2 stranger = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.Build(stranger);
        try
        {
            return check(stranger, chain);
        }
#pragma warning disable CA1031 // Whatever the program's check throws, it does not accept.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
