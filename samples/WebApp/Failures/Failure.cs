using Microsoft.AspNetCore.Antiforgery;
using WebApp.Pages;
using WebApp.Sharing;
using Zourit.Zimbra.Sharing;

namespace WebApp.Failures;

/// <summary>What went wrong, for the one who asked: an HTTP status and a sentence.</summary>
internal sealed record Failure(int Status, string Message)
{
    /// <summary>Null for what nobody outside can make sense of: an error of this program.</summary>
    public static Failure? Of(Exception exception, Words said) =>
        exception switch
        {
            ArgumentException e => new(StatusCodes.Status400BadRequest, e.Explain().InLanguage(said.Code)),

            // A form that cannot be read has no token that could be found; loading the page again would not help.
            BadHttpRequestException { InnerException.InnerException: InvalidDataException }
            or AntiforgeryValidationException { InnerException: InvalidDataException } => new(
                StatusCodes.Status400BadRequest,
                said.BadRequest
            ),
            AntiforgeryValidationException or BadHttpRequestException { InnerException: AntiforgeryValidationException } => new(
                StatusCodes.Status400BadRequest,
                said.StaleForm
            ),

            // The framework's sentences are English, and for programs.
            BadHttpRequestException e => new(e.StatusCode, said == Words.English ? e.Message : said.BadRequest),
            FormatException => new(StatusCodes.Status400BadRequest, said.BadRequest),
            NoCalendarException => new(StatusCodes.Status404NotFound, said.NotFound),
            NoLeafletException e => new(e.Status, e.ReasonIn(said)),
            ZimbraFaultException e => new(StatusOf(e.Code), e.Explanation.InLanguage(said.Code)),
            ZimbraConnectionException { IsTransient: true } e => new(
                StatusCodes.Status503ServiceUnavailable,
                e.Explanation.InLanguage(said.Code)
            ),
            ZimbraOutcomeUnknownException e => new(StatusCodes.Status504GatewayTimeout, e.Explanation.InLanguage(said.Code)),
            ZimbraGuestAddressException e => new(StatusCodes.Status400BadRequest, e.Explanation.InLanguage(said.Code)),
            ZimbraException e => new(StatusCodes.Status502BadGateway, e.Explanation.InLanguage(said.Code)),
            _ => null,
        };

    private static int StatusOf(string code) =>
        code switch
        {
            ZimbraFaultCodes.InvalidRequest => StatusCodes.Status400BadRequest,
            ZimbraFaultCodes.NoSuchFolder or ZimbraFaultCodes.NoSuchItem => StatusCodes.Status404NotFound,
            ZimbraFaultCodes.PermissionDenied => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status502BadGateway,
        };
}
