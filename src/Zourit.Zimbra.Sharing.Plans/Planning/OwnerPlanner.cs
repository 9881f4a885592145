using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>Compares what one owner should share with what they do share.</summary>
internal sealed class OwnerPlanner(PlanRules rules, OwnerState state)
{
    private readonly List<PlannedChange> _changes = [];
    private readonly List<LineProblem> _problems = [];
    private readonly List<LocalizedText> _warnings = [];
    private readonly HashSet<(FolderPath Calendar, PlanGrantee Grantee)> _named = [];
    private readonly HashSet<PlanGrantee> _absentEverywhere = [];

    public OwnerPlan Plan(IReadOnlyList<DesiredShare> wanted, bool mayPrune)
    {
        if (state.Failure is { } failure)
        {
            return new()
            {
                Owner = state.Name,
                OwnerId = state.OwnerId,
                Failure = failure,
                IsUnresolved = state.IsUnresolved,
                IsTransient = state.IsTransient,
            };
        }

        rules.Leavers.See(state);
        foreach (DesiredShare share in wanted)
        {
            Plan(share);
        }

        if (mayPrune && rules.Prune != PruneMode.None)
        {
            Prune();
        }

        int existing = state.Calendars.Sum(calendar => calendar.Grants.Count);
        return new()
        {
            Owner = state.Name,
            OwnerId = state.OwnerId,
            Changes = [.. _changes.OrderBy(change => change.Action == ChangeAction.Remove).Select(Marked)],
            Problems = _problems,
            Warnings = _warnings,
            Existing = existing,
            Unchanged = existing - _changes.Count(change => change.Action is ChangeAction.Change or ChangeAction.Remove),
            IsFromDirectory = rules.IsDirectoryOnly,
            Fingerprint = rules.IsDirectoryOnly ? null : StateFingerprint.Of(state),
        };
    }

    private PlannedChange Marked(PlannedChange change) =>
        !rules.IsDirectoryOnly ? change
        : change.FolderId is { Length: > 0 } ? change with { IsUnverified = true }
        : change with { IsUnverified = true, FolderId = null, Warnings = [PlanTexts.NotPublished(change.Calendar)] };

    private void Plan(DesiredShare share)
    {
        bool hasEnded = share.Expiry.Time is { } end && end <= rules.Now;
        if (share.Calendar is not { } path)
        {
            _absentEverywhere.Add(share.Grantee);
            foreach (CalendarState each in state.Calendars)
            {
                Remove(each, share, ChangeReason.Absent);
            }

            return;
        }

        _named.Add((path, share.Grantee));
        if ((state.Calendars.FirstOrDefault(each => each.Path == path) ?? Unpublished(path)) is not { } calendar)
        {
            string? nearest = NearestName.Of(path.Value, state.Calendars.Select(each => each.Path.Value));
            _problems.Add(new() { Location = share.Location, Text = PlanTexts.NoSuchCalendar(path, nearest) });
        }
        else if (share.IsAbsent || hasEnded)
        {
            Remove(calendar, share, share.IsAbsent ? ChangeReason.Absent : ChangeReason.Ended);
        }
        else if (calendar.Grants.FirstOrDefault(grant => grant.Grantee == share.Grantee) is { } grant)
        {
            Change(calendar, grant, share);
            MakeAccount(calendar, share, grant);
        }
        else
        {
            Create(calendar, share);
            MakeAccount(calendar, share, null);
        }
    }

    // Only calendars that are shared are in the directory.
    private CalendarState? Unpublished(FolderPath path) => rules.IsDirectoryOnly ? new() { Path = path, FolderId = "" } : null;

    // Who has an account gets a new calendar put into it.
    private void MakeAccount(CalendarState calendar, DesiredShare share, GrantState? grant)
    {
        if (!share.HasAccount)
        {
            return;
        }

        if (rules.GuestsOf(state) is not { } guests)
        {
            _problems.Add(new() { Location = share.Location, Text = PlanTexts.NoAccountsKnown });
            return;
        }

        var owed = new OwedAccount
        {
            Owner = state.Name,
            Calendar = calendar.Path,
            Guest = share.Grantee.Name,
        };
        if (grant is null || !guests.Contains(share.Grantee.Name) || rules.Owes(owed))
        {
            _changes.Add(
                new()
                {
                    Owner = state.Name,
                    Calendar = calendar.Path,
                    FolderId = calendar.FolderId,
                    FolderUuid = calendar.FolderUuid,
                    Grantee = share.Grantee,
                    Action = ChangeAction.CreateAccount,
                    Before = grant?.Value,
                    After = grant?.Value,
                    Reason = ChangeReason.Wanted,
                    Location = share.Location,
                    NeedsApproval = rules.ApprovesAccounts,
                }
            );
        }
    }

    private void Create(CalendarState calendar, DesiredShare share)
    {
        DateTimeOffset? end = IsCapped(share.Expiry, calendar.CeilingOf(share.Grantee.Kind)) ? null : share.Expiry.Time;
        ShareValue after = new() { Rights = share.Rights ?? Permissions.Read, Expiry = end };
        if (!IsRefused(share, end is not null))
        {
            Add(calendar, share, ChangeAction.Create, null, after);
        }
    }

    private void Change(CalendarState calendar, GrantState grant, DesiredShare share)
    {
        ShareValue before = grant.Value;
        DateTimeOffset? ceiling = calendar.CeilingOf(grant.Grantee.Kind) ?? (grant.Expiry is null ? grant.EffectiveExpiry : null);
        ShareValue after = new() { Rights = share.Rights ?? grant.Rights, Expiry = End(share.Expiry, grant, ceiling) };
        if (after != before)
        {
            if (!IsRefused(share, after.Expiry is { } end && end != before.Expiry))
            {
                Add(calendar, share, ChangeAction.Change, grant, after);
            }
        }
        else if (MayMail(share) && Ensures(calendar, share))
        {
            Add(calendar, share, ChangeAction.Notify, grant, after);
        }
    }

    // By a wrong clock an end would be wrong.
    private bool IsRefused(DesiredShare share, bool isDated)
    {
        if (!isDated || rules.WrongClock is not { } ahead)
        {
            return false;
        }

        _problems.Add(new() { Location = share.Location, Text = PlanTexts.Clock(ahead) });
        return true;
    }

    private static bool MayMail(DesiredShare share) => share.Notify != NotifyMode.Never && share.Grantee.Kind != GranteeKind.Public;

    private bool Ensures(CalendarState calendar, DesiredShare share) =>
        share.Notify == NotifyMode.Ensure || rules.Owes(state.Name, calendar.Path, share.Grantee);

    // A wanted end above the ceiling is the ceiling, which holds by itself: the server refuses a later one.
    private static DateTimeOffset? End(ShareExpiry wanted, GrantState grant, DateTimeOffset? ceiling) =>
        wanted.IsKeep ? grant.Expiry
        : !IsCapped(wanted, ceiling) ? wanted.Time
        : grant.Expiry < ceiling ? null
        : grant.Expiry;

    private static bool IsCapped(ShareExpiry wanted, DateTimeOffset? ceiling) =>
        !wanted.IsKeep && ceiling is { } latest && (wanted.Time ?? DateTimeOffset.MaxValue) >= latest;

    private void Add(CalendarState calendar, DesiredShare share, ChangeAction action, GrantState? grant, ShareValue after)
    {
        bool ensures = Ensures(calendar, share);
        _changes.Add(
            new()
            {
                Owner = state.Name,
                Calendar = calendar.Path,
                FolderId = calendar.FolderId,
                FolderUuid = calendar.FolderUuid,
                Grantee = share.Grantee,
                GranteeId = grant?.GranteeId,
                Action = action,
                Before = grant?.Value,
                After = after,
                Mail = MayMail(share) && (ensures || action == ChangeAction.Create),
                Note = share.Note,
                EnsuresMail = ensures,
                Reason = ChangeReason.Wanted,
                Location = share.Location,
                NeedsApproval = rules.NeedsApproval(share.Grantee, grant?.Value, after),
            }
        );
    }

    private void Remove(CalendarState calendar, DesiredShare share, ChangeReason reason)
    {
        if (
            calendar.Grants.FirstOrDefault(grant => grant.Grantee == share.Grantee) is { } grant
            && !IsRefused(share, reason == ChangeReason.Ended)
        )
        {
            Remove(calendar, grant, reason, share.Location);
        }
    }

    private void Remove(CalendarState calendar, GrantState grant, ChangeReason reason, SourceLocation? location)
    {
        if (grant.IsOwn || rules.Keep.Any(rule => rule.Holds(calendar.Path, grant.Grantee)))
        {
            if (reason is ChangeReason.Absent or ChangeReason.Ended)
            {
                _warnings.Add(PlanTexts.Kept(calendar.Path, grant.Grantee, grant.IsOwn, location!.Value));
            }

            return;
        }

        _changes.Add(
            new()
            {
                Owner = state.Name,
                Calendar = calendar.Path,
                FolderId = calendar.FolderId,
                FolderUuid = calendar.FolderUuid,
                Grantee = grant.Grantee,
                GranteeId = grant.GranteeId,
                Action = ChangeAction.Remove,
                Before = grant.Value,
                Reason = reason,
                Location = location,
            }
        );
    }

    private void Prune()
    {
        if (_problems.Count > 0)
        {
            _warnings.Add(PlanTexts.NotPruned);
            return;
        }

        foreach (CalendarState calendar in state.Calendars)
        {
            int before = _changes.Count;
            foreach (GrantState grant in calendar.Grants.Where(grant => !IsNamed(calendar, grant)))
            {
                if (rules.Reason(state, calendar.Path, grant.Grantee) is { } reason)
                {
                    Remove(calendar, grant, reason.Reason, reason.Location);
                }
            }

            KeepLastGuest(calendar, before);
        }

        // The directory shows only calendars that are shared.
        if (!rules.IsDirectoryOnly)
        {
            WarnOfMoved();
        }
    }

    // A calendar that was renamed keeps its shares. By the old path the record does not find them, and they would be forgotten.
    private void WarnOfMoved()
    {
        foreach (DesiredShare share in rules.Recorded(state).Where(share => !share.IsAbsent))
        {
            if (
                share.Calendar is { } path
                && state.Calendars.All(each => each.Path != path)
                && state.Calendars.FirstOrDefault(each => each.Grants.Any(grant => IsLeftOver(each, grant, share))) is { } other
            )
            {
                _warnings.Add(PlanTexts.Moved(path, other.Path, share.Grantee, share.Location));
            }
        }
    }

    private bool IsLeftOver(CalendarState calendar, GrantState grant, DesiredShare share) =>
        grant.Grantee == share.Grantee
        && !grant.IsOwn
        && !IsNamed(calendar, grant)
        && rules.Reason(state, calendar.Path, grant.Grantee) is null
        && !rules.Keep.Any(rule => rule.Holds(calendar.Path, grant.Grantee));

    private bool IsNamed(CalendarState calendar, GrantState grant) =>
        grant.Grantee.Kind == GranteeKind.Unknown
        || _absentEverywhere.Contains(grant.Grantee)
        || _named.Contains((calendar.Path, grant.Grantee));

    // More likely a list lost its rows than that a calendar with several guests has none any more.
    private void KeepLastGuest(CalendarState calendar, int firstPruned)
    {
        int guests = calendar.Grants.Count(grant => grant.Grantee.Kind == GranteeKind.Guest);
        int remaining =
            guests
            + _changes
                .Where(change => change.Calendar == calendar.Path && change.Grantee.Kind == GranteeKind.Guest)
                .Sum(change =>
                    change.Action switch
                    {
                        ChangeAction.Create => 1,
                        ChangeAction.Remove => -1,
                        _ => 0,
                    }
                );
        int last = _changes.FindLastIndex(change => change.Grantee.Kind == GranteeKind.Guest);
        if (guests > 1 && remaining == 0 && last >= firstPruned)
        {
            _warnings.Add(PlanTexts.LastGuest(calendar.Path, _changes[last].Grantee));
            _changes.RemoveAt(last);
        }
    }
}
