using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>With --dry-run: the share that a command would end or change.</summary>
internal static class ShownShare
{
    /// <param name="run">The command.</param>
    /// <param name="session">The connection.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="grantee">Whom it is shared with; null for everybody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="would">What would be done; null where the share would be changed.</param>
    public static async Task ShowShareAsync(
        this Invocation run,
        Session session,
        string calendar,
        string? grantee,
        CancellationToken cancellationToken,
        LocalizedText? would = null
    )
    {
        CalendarGrant? grant = grantee is null
            ? await session.Calendars.FindPublicShareAsync(calendar, cancellationToken)
            : await session.Calendars.FindShareAsync(calendar, grantee, cancellationToken);
        if (grant is not null)
        {
            run.Results.Row(ShareRecords.Grant, grant);
            run.Note(would ?? Sentence.Of($"It would be changed; nothing was.", $"Il serait modifié ; rien ne l'a été."));
        }
        else
        {
            run.Note(Sentence.Of($"There is no such share: nothing would be done.", $"Ce partage n'existe pas : rien ne serait fait."));
        }
    }
}
