using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>With --dry-run: the share that a command would mail about.</summary>
internal static class ShownShare
{
    /// <param name="run">The command.</param>
    /// <param name="session">The connection.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="grantee">Whom it is shared with.</param>
    /// <param name="would">What would be done.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task ShowShareAsync(
        this Invocation run,
        Session session,
        string calendar,
        string grantee,
        LocalizedText would,
        CancellationToken cancellationToken
    )
    {
        if (await session.Calendars.FindShareAsync(calendar, grantee, cancellationToken) is { } grant && !grant.IsExpired)
        {
            run.Results.Row(ShareRecords.Grant, grant);
            run.Note(would);
        }
        else
        {
            // Of a share that is not there the command fails, too.
            throw new ToolException(
                ExitCode.NeedsEdit,
                Sentence.Of($"There is no such share: nothing would be done.", $"Ce partage n'existe pas : rien ne serait fait.")
            );
        }
    }
}
