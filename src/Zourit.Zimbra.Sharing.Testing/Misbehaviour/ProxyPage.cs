using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>The HTML page of a proxy or a filter that stands before the server.</summary>
internal static class ProxyPage
{
    public static HeldReply Answer(HttpContext context, int status, string? retryAfterSeconds)
    {
        var response = context.Response;
        response.Clear();
        response.StatusCode = status;
        response.ContentType = "text/html";
        if (retryAfterSeconds is not null)
            response.Headers.RetryAfter = retryAfterSeconds;
        var title = string.Create(CultureInfo.InvariantCulture, $"{status} {ReasonPhrases.GetReasonPhrase(status)}");
        return new HeldReply(
            context,
            Encoding.UTF8.GetBytes($"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>")
        );
    }
}
