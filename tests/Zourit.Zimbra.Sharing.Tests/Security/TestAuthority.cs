using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>A certificate authority of one's own, as a school or an association has it.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority(string name = "Authority of the tests", TestAuthority? above = null)
    {
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        if (above is null)
        {
            Root = request.CreateSelfSigned(From, To);
            return;
        }

        using X509Certificate2 signed = request.Create(above.Root, From, To, RandomNumberGenerator.GetBytes(8));
        Root = signed.CopyWithPrivateKey(_key);
    }

    /// <summary>Signed by itself, or by the authority above it.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>
    /// A certificate for this machine, by its address and name; or for another host, until another time, for another purpose.
    /// </summary>
    public X509Certificate2 Issue(string? host = null, DateTimeOffset? until = null, string purpose = "1.3.6.1.5.5.7.3.1")
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = Request(key, host, purpose);
        using X509Certificate2 signed = request.Create(Root, From, until ?? To, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }

    /// <summary>A certificate that vouches for itself.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Request(key, host: null, "1.3.6.1.5.5.7.3.1").CreateSelfSigned(From, To);
    }

    public void Dispose()
    {
        Root.Dispose();
        _key.Dispose();
    }

    private static CertificateRequest Request(ECDsa key, string? host, string purpose)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (host is null)
        {
            names.AddIpAddress(IPAddress.Loopback);
            names.AddDnsName("localhost");
        }
        else
        {
            names.AddDnsName(host);
        }

        var request = new CertificateRequest($"CN={host ?? "localhost"}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        return request;
    }
}
