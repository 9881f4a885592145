using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Setup;

/// <summary>Until when a server's certificate is valid. Whether it is trusted is found by the requests that follow.</summary>
internal static class CertificateCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <summary>The check; null where the server has none, or cannot be reached.</summary>
    public static async Task<Doctor.DoctorCheck?> OfAsync(Uri server, TimeProvider time, CancellationToken cancellationToken)
    {
        if (server.Scheme != "https")
        {
            return null;
        }

        using var limit = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        DateTimeOffset? end = null;
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(server.Host, server.Port, both.Token);
            await using var tls = new SslStream(socket.GetStream());
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = server.Host,
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                {
                    end = certificate is X509Certificate2 known ? known.NotAfter : null;
                    return errors == SslPolicyErrors.None;
                },
            };
            await tls.AuthenticateAsClientAsync(options, both.Token);
        }
        catch (Exception e)
            when (e is SocketException or IOException or System.Security.Authentication.AuthenticationException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            // The requests that follow say why, in the library's words.
        }

        return end is not { } day
            ? null
            : new("certificate", day - time.GetUtcNow() > Soon, Sentence.Of($"valid until {Day(day)}", $"valable jusqu'au {Day(day)}"));
    }

    private static string Day(DateTimeOffset day) =>
        day.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
