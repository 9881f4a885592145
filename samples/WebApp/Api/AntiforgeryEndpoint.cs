using Microsoft.AspNetCore.Antiforgery;

namespace WebApp.Api;

/// <summary>
/// Antiforgery for requests without a form: the token is fetched once, and sent in a header with the cookie that came along.
/// </summary>
internal static class AntiforgeryEndpoint
{
    public const string HeaderName = "X-CSRF-TOKEN";

    public static ApiToken Issue(HttpContext context, IAntiforgery antiforgery) =>
        new(HeaderName, antiforgery.GetAndStoreTokens(context).RequestToken!);

    public static async ValueTask<object?> ValidateAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        HttpContext context = invocation.HttpContext;
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
        }

        return await next(invocation);
    }
}
