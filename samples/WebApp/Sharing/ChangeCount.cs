namespace WebApp.Sharing;

/// <summary>How many of the visitors' changes were made, for the account when the program is stopped.</summary>
internal sealed class ChangeCount
{
    private int _made;
    private int _failed;

    public async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            Interlocked.Increment(ref context.Response.StatusCode < StatusCodes.Status400BadRequest ? ref _made : ref _failed);
        }
    }

    public override string ToString() => $"Changes asked for since the start: {_made} made, {_failed} failed; none is under way.";
}
