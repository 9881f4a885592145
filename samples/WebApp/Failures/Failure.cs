using Microsoft.AspNetCore.Antiforgery;
using WebApp.Sharing;
using Zourit.Zimbra.Sharing;

namespace WebApp.Failures;

/// <summary>What went wrong, for the one who asked: an HTTP status and a sentence.</summary>
internal sealed record Failure(int Status, string Message)
{
    private const string StaleForm = "The request carries no valid antiforgery token. Load the page again and repeat it from there.";

    /// <summary>Null for what nobody outside can make sense of: an error of this program.</summary>
    public static Failure? Of(Exception exception, string language) =>
        exception switch
        {
            ArgumentException e => new(StatusCodes.Status400BadRequest, e.Explain().InLanguage(language)),
            AntiforgeryValidationException or BadHttpRequestException { InnerException: AntiforgeryValidationException } => new(
                StatusCodes.Status400BadRequest,
                StaleForm
            ),
            BadHttpRequestException e => new(e.StatusCode, e.Message),
            NoLeafletException e => new(e.Status, e.Message),
            ZimbraFaultException e => new(StatusOf(e.Code), e.Explanation.InLanguage(language)),
            ZimbraConnectionException { IsTransient: true } e => new(
                StatusCodes.Status503ServiceUnavailable,
                e.Explanation.InLanguage(language)
            ),
            ZimbraOutcomeUnknownException e => new(StatusCodes.Status504GatewayTimeout, e.Explanation.InLanguage(language)),
            ZimbraGuestAddressException e => new(StatusCodes.Status400BadRequest, e.Explanation.InLanguage(language)),
            ZimbraException e => new(StatusCodes.Status502BadGateway, e.Explanation.InLanguage(language)),
            _ => null,
        };

    private static int StatusOf(string code) =>
        code switch
        {
            ZimbraFaultCodes.NoSuchFolder or ZimbraFaultCodes.NoSuchItem => StatusCodes.Status404NotFound,
            ZimbraFaultCodes.PermissionDenied => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status502BadGateway,
        };
}
