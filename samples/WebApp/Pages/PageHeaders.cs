namespace WebApp.Pages;

/// <summary>What browsers are reported about every answer: no script, nothing from elsewhere, in nobody's frame, kept by nobody.</summary>
internal static class PageHeaders
{
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // Late, because the answer to a failure starts with headers of its own.
        context.Response.OnStarting(() =>
        {
            Add(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
