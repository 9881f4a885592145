using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Compares a change with the share as it is now: as before, do it; as after, it is done; else the plan is stale.</summary>
internal static class Settlement
{
    /// <summary>The status of a change that is not to be done; null for one that is.</summary>
    public static ChangeStatus? Of(PlannedChange change, OwnerState state, bool owesMail)
    {
        if (Folder(change, state) is not { } calendar)
        {
            return ChangeStatus.Stale;
        }

        GrantState? grant = calendar.Grants.FirstOrDefault(each => each.Grantee == change.Grantee);
        if (change.Action == ChangeAction.Notify || (owesMail && IsAfter(change, grant)))
        {
            return IsAfter(change, grant) ? null : ChangeStatus.Stale;
        }

        return IsAfter(change, grant) ? ChangeStatus.DoneAlready
            : grant?.Value != change.Before || grant is { IsOwn: true } ? ChangeStatus.Stale
            : null;
    }

    /// <summary>Whether the calendar is the one of the plan.</summary>
    public static bool HasFolder(PlannedChange change, OwnerState state) => Folder(change, state) is not null;

    private static CalendarState? Folder(PlannedChange change, OwnerState state) =>
        state.Calendars.FirstOrDefault(each =>
            each.Path == change.Calendar
            && (change.FolderId ?? each.FolderId) == each.FolderId
            && (change.FolderUuid is not { } uuid || each.FolderUuid is not { } other || uuid == other)
        );

    // The server may give a new share an end of its own accord.
    private static bool IsAfter(PlannedChange change, GrantState? grant) =>
        grant?.Value == change.After
        || (change is { Action: ChangeAction.Create, After: { Expiry: null } after } && grant is not null && grant.Rights == after.Rights);
}
