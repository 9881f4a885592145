using System.Net;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>
/// Asks for the calendar without credentials, which counts towards no lock-out: is there a Zimbra at all, and is the calendar public?
/// </summary>
internal static class Probe
{
    private const long MaxBytes = 64 * 1024 * 1024;

    public static async Task<ProbeResult> RunAsync(
        Connection connection,
        IcsAddress address,
        Findings findings,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using FeedTransfer transfer = await FeedTransfer
                .ReceiveAsync(connection, new FeedSource("GET ics", address.Uri, Credentials: null, MaxBytes), cancellationToken)
                .ConfigureAwait(false);
            findings.Certain(PublicCalendar);
            return transfer.Index.Events.Count == 0 ? ProbeResult.PublicEmpty : ProbeResult.Public;
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.Rejected)
        {
            return ProbeResult.Closed;
        }
        catch (ZimbraException e)
        {
            Explain(e, address.Uri, findings);
            return ProbeResult.Unreachable;
        }
    }

    /// <summary>What a failure below Zimbra means, wherever it happened.</summary>
    public static void Explain(ZimbraException failure, Uri address, Findings findings)
    {
        string server = address.GetLeftPart(UriPartial.Authority);
        switch (failure)
        {
            case ZimbraConnectionException { StatusCode: { } status } when (int)status is >= 300 and < 400:
                findings.Certain(Redirected, server);
                break;
            case ZimbraConnectionException { StatusCode: HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests }:
                findings.Certain(RequestsRejected);
                break;
            case ZimbraConnectionException { StatusCode: null, InnerException: HttpRequestException http }
                when ByNetwork(http.HttpRequestError) is { } code:
                findings.Certain(code, code == ServerNameUnknown ? address.Host : server);
                break;
            case ZimbraConnectionException { IsTransient: true }:
                findings.Certain(ServerFailing, server);
                break;
            case ZimbraFeedException { StatusCode: HttpStatusCode.NotImplemented }:
                findings.Certain(NotACalendar, address.GetLeftPart(UriPartial.Path), "HTTP 501");
                break;
            case ZimbraFeedException { StatusCode: HttpStatusCode.BadRequest }:
                findings.Certain(AddressNotUnderstood, address.GetLeftPart(UriPartial.Path));
                break;
            default:
                findings.Certain(NotZimbra, server);
                break;
        }
    }

    private static FeedFindingCode? ByNetwork(HttpRequestError error) =>
        error switch
        {
            HttpRequestError.NameResolutionError => ServerNameUnknown,
            HttpRequestError.ConnectionError => NothingListens,
            HttpRequestError.SecureConnectionError => CertificateRefused,
            _ => null,
        };
}
