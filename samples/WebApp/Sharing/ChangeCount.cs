using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Sharing;

/// <summary>How many of the visitors' changes were made, for the account when the program is stopped.</summary>
internal sealed class ChangeCount
{
    private int _made;
    private int _failed;

    /// <summary>Counts a share that was made or changed.</summary>
    public T Count<T>(T share)
        where T : CalendarShare
    {
        Count(share.Outcome != ShareOutcome.Unchanged);
        return share;
    }

    /// <summary>Counts a share that was revoked.</summary>
    public Revocation Count(Revocation revocation)
    {
        Count(revocation.Outcome == RevocationOutcome.Removed);
        return revocation;
    }

    /// <summary>Counts a change that did not come about.</summary>
    public void CountFailure() => Interlocked.Increment(ref _failed);

    /// <summary>Counts the requests for a change that were refused as a whole.</summary>
    public async Task CountRefusedAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            CountFailure();
        }
    }

    public override string ToString() => $"Changes since the start: {_made} made, {_failed} failed.";

    private void Count(bool isMade)
    {
        if (isMade)
        {
            Interlocked.Increment(ref _made);
        }
    }
}
