using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using WebApp.Api;
using WebApp.Pages;

namespace WebApp.Failures;

/// <summary>Answers failures in the way of the one who asked: JSON below <c>/api</c>, elsewhere a page.</summary>
internal sealed partial class FailureHandler(ILogger<FailureHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Failure.Of(exception, SaidTo(httpContext)) is not { } failure)
        {
            LogFailure(exception, httpContext.Request.Method, httpContext.Request.Path);
            failure = new Failure(StatusCodes.Status500InternalServerError, SaidTo(httpContext).ProgramFailed);
        }

        await AnswerAsync(httpContext, failure);
        return true;
    }

    /// <summary>Gives a body to a status that has none, as when there is no such page.</summary>
    public static Task DescribeAsync(StatusCodeContext context)
    {
        int status = context.HttpContext.Response.StatusCode;
        string message =
            IsApi(context.HttpContext) ? ReasonPhrases.GetReasonPhrase(status)
            : status == StatusCodes.Status404NotFound ? SaidTo(context.HttpContext).NotFound
            : SaidTo(context.HttpContext).Refused.With(status);
        return AnswerAsync(context.HttpContext, new Failure(status, message));
    }

    // The API speaks English, as programs expect.
    private static Words SaidTo(HttpContext context) => IsApi(context) ? Words.English : PageLanguage.Of(context);

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    private static Task AnswerAsync(HttpContext context, Failure failure)
    {
        if (IsApi(context))
        {
            return TypedResults
                .Json(new ApiError(failure.Status, failure.Message), ApiJson.Default.ApiError, statusCode: failure.Status)
                .ExecuteAsync(context);
        }

        RazorComponentResult<FailurePage> page = new(new Dictionary<string, object?> { [nameof(FailurePage.Failed)] = failure.Message })
        {
            StatusCode = failure.Status,
        };
        return page.ExecuteAsync(context);
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private partial void LogFailure(Exception exception, string method, PathString path);
}
