using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>The HTML page of a proxy or a filter in front of the server.</summary>
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
        return Page(context, string.Create(CultureInfo.InvariantCulture, $"{status} {ReasonPhrases.GetReasonPhrase(status)}"));
    }

    /// <summary>The server's own filters: against floods (429) and against guessing (503). Neither names a time.</summary>
    public static HeldReply Refusal(HttpContext context, int status)
    {
        HeldReply page = Answer(context, status, null);
        return status == StatusCodes.Status429TooManyRequests ? Page(context, "Error 429 DoSFilter: unavailable") : page;
    }

    private static HeldReply Page(HttpContext context, string title) =>
        new(context, Encoding.UTF8.GetBytes($"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"));
}
