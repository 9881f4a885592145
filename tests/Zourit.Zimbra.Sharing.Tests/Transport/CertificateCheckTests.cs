using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Zourit.Zimbra.Sharing.Tests.Security;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Tests.Transport;

/// <summary>The check of certificates by itself; <see cref="CertificateTests"/> sends through it.</summary>
public sealed class CertificateCheckTests
{
    private const SslPolicyErrors Untrusted = SslPolicyErrors.RemoteCertificateChainErrors;

    [Fact]
    public void What_the_system_takes_is_taken()
    {
        using var authority = new TestAuthority();

        Assert.True(Check(authority).IsTrusted(null, null, null, SslPolicyErrors.None));
    }

    [Fact]
    public void What_an_own_authority_has_signed_is_taken_also_by_way_of_another()
    {
        using var authority = new TestAuthority();
        using X509Certificate2 direct = authority.Issue();
        using var below = new TestAuthority("Authority below", authority);
        using X509Certificate2 indirect = below.Issue();

        Assert.True(IsTrusted(authority, direct));
        Assert.True(IsTrusted(authority, indirect, below.Root));
        Assert.Contains("PartialChain", Refusal(() => IsTrusted(authority, indirect)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_has_not_signed_or_for_another_purpose_is_refused_with_every_reason()
    {
        using var authority = new TestAuthority();
        using var other = new TestAuthority("Authority of somebody else");
        using X509Certificate2 foreign = other.Issue(until: new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using X509Certificate2 mail = authority.Issue(purpose: "1.3.6.1.5.5.7.3.4");

        string[] reasons = Refusal(() => IsTrusted(authority, foreign))["The server's certificate is not valid: ".Length..]
            .TrimEnd('.')
            .Split(", ");
        Assert.Equal(["NotTimeValid", "PartialChain"], reasons.Order());
        Assert.Equal("The server's certificate is not valid: NotValidForUsage.", Refusal(() => IsTrusted(authority, mail)));
    }

    [Theory]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch, "RemoteCertificateNameMismatch")]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch | Untrusted, "RemoteCertificateNameMismatch, RemoteCertificateChainErrors")]
    [InlineData(SslPolicyErrors.RemoteCertificateNotAvailable, "RemoteCertificateNotAvailable")]
    public void A_fault_besides_the_authority_is_no_matter_of_trust(SslPolicyErrors errors, string named)
    {
        using var authority = new TestAuthority();
        using X509Certificate2 certificate = authority.Issue();
        using var chain = new X509Chain();

        Assert.Equal(
            $"The server's certificate is not valid: {named}.",
            Refusal(() => Check(authority).IsTrusted(null, certificate, chain, errors))
        );
    }

    [Fact]
    public void Where_the_platform_gives_no_certificate_or_no_chain_nothing_is_trusted()
    {
        using var authority = new TestAuthority();
        using X509Certificate2 certificate = authority.Issue();
        using var chain = new X509Chain();
        const string refusal = "The server's certificate is not valid: RemoteCertificateChainErrors.";

        Assert.Equal(refusal, Refusal(() => Check(authority).IsTrusted(null, null, chain, Untrusted)));
        Assert.Equal(refusal, Refusal(() => Check(authority).IsTrusted(null, certificate, null, Untrusted)));
    }

    [Fact]
    public void Authorities_may_stand_in_a_file_and_a_file_that_holds_none_is_reported_with_the_remedy()
    {
        using var authority = new TestAuthority();
        using X509Certificate2 certificate = authority.Issue();
        string folder = Directory.CreateTempSubdirectory("authority").FullName;
        try
        {
            string good = Write("good", authority.Root.ExportCertificatePem());
            string empty = Write("empty", "");
            string broken = Write("broken", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
            string missing = Path.Combine(folder, "missing");

            Assert.Null(CertificateCheck.Problem(good));
            Assert.True(Trusts(new CertificateCheck(new ZimbraClientOptions { TrustedRootsFile = good }.Roots()), certificate));
            Assert.Equal(
                $"the file '{empty}' holds no certificate. Give the authority's certificate as PEM (BEGIN CERTIFICATE).",
                CertificateCheck.Problem(empty)?.ToString()
            );
            Assert.Equal(
                $"the file '{broken}' holds something that is not a certificate. Give the authority's certificate as PEM (BEGIN "
                    + $"CERTIFICATE).",
                CertificateCheck.Problem(broken)?.ToString()
            );
            Assert.Equal(
                $"the file '{missing}' cannot be read (FileNotFoundException). Give the path of a PEM file with the authority's "
                    + $"certificate.",
                CertificateCheck.Problem(missing)?.ToString()
            );
            Assert.Equal(
                $"the file '{folder}' cannot be read (UnauthorizedAccessException). Give the path of a PEM file with the "
                    + $"authority's certificate.",
                CertificateCheck.Problem(folder)?.ToString()
            );
            Assert.Equal(
                "the file 'a\0b' cannot be read (ArgumentException). Give the path of a PEM file with the authority's certificate.",
                CertificateCheck.Problem("a\0b")?.ToString()
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        string Write(string name, string text)
        {
            string path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            return path;
        }
    }

    private static bool IsTrusted(TestAuthority authority, X509Certificate2 certificate, X509Certificate2? sent = null) =>
        Trusts(Check(authority), certificate, sent);

    private static bool Trusts(CertificateCheck check, X509Certificate2 certificate, X509Certificate2? sent = null)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (sent is not null)
        {
            chain.ChainPolicy.ExtraStore.Add(sent);
        }

        return check.IsTrusted(null, certificate, chain, Untrusted);
    }

    private static CertificateCheck Check(TestAuthority authority)
    {
        var options = new ZimbraClientOptions();
        options.TrustedRoots.Add(authority.Root);
        return new CertificateCheck(options.Roots());
    }

    private static string Refusal(Func<bool> check) => Assert.ThrowsAny<AuthenticationException>(() => check()).Message;
}
