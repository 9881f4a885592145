using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Rendering;

/// <summary>A plan's lines of text.</summary>
internal sealed class PlanLines(SharingPlan plan, string language)
{
    private const string Gap = "  ";

    private readonly EndDate _dates = EndDate.In(plan.TimeZone);

    public string Summary => PlanTexts.Summary(plan.Summary).InLanguage(language);

    public IEnumerable<string> All() => Details().Append(Summary);

    public IEnumerable<string> Details() =>
        plan
            .Owners.SelectMany(Owner)
            .Concat(Leavers())
            .Concat(plan.Warnings.Concat(plan.Breaches.Select(breach => breach.Text)).Select(text => $"! {text.InLanguage(language)}"));

    private IEnumerable<string> Owner(OwnerPlan owner)
    {
        string name = Excerpt.OneLine(owner.Owner);
        if (owner.Failure is { } failure)
        {
            yield return $"{name}{Gap}? {PlanTexts.NotRead(failure).InLanguage(language)}";
        }

        foreach (LineProblem problem in owner.Problems)
        {
            yield return $"{name}{Gap}? {problem.Location}: {problem.Text.InLanguage(language)}";
        }

        foreach (LocalizedText warning in owner.Warnings)
        {
            yield return $"{name}{Gap}! {warning.InLanguage(language)}";
        }

        foreach (IGrouping<FolderPath, PlannedChange> calendar in owner.Changes.GroupBy(change => change.Calendar))
        {
            yield return $"{name}{Gap}{Excerpt.OneLine(calendar.Key.Value)}";
            string[][] rows = [.. calendar.Select(Cells)];
            int[] widths = [.. Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length))];
            foreach (string[] row in rows)
            {
                IEnumerable<string> cells = row.Select((cell, column) => column < widths.Length ? cell.PadRight(widths[column]) : cell);
                yield return $"{Gap}{string.Join(Gap, cells)}".TrimEnd();
            }

            foreach (LocalizedText warning in calendar.SelectMany(change => change.Warnings).Distinct())
            {
                yield return $"{Gap}{Gap}! {warning.InLanguage(language)}";
            }
        }
    }

    private IEnumerable<string> Leavers()
    {
        foreach (IGrouping<string, PlannedLeaver> domain in plan.LeavingGuests.GroupBy(leaver => leaver.Domain))
        {
            yield return $"{Excerpt.OneLine(domain.Key)}{Gap}{PlanTexts.GuestAccounts.InLanguage(language)}";
            foreach (PlannedLeaver leaver in domain)
            {
                string sign =
                    leaver.Action == LeaverAction.Keep ? "="
                    : leaver.Action == LeaverAction.Delete ? "-"
                    : "~";
                string place = leaver.Location is { } at ? $" ({at})" : "";
                yield return $"{Gap}{sign} {Excerpt.OneLine(leaver.Guest)}{Gap}{PlanTexts.Ends(leaver.Action).InLanguage(language)}{Gap}"
                    + $"{leaver.Reason.InLanguage(language)}{place}";
            }
        }
    }

    private string Note(PlannedChange change) =>
        (
            change.IsUnverified ? PlanTexts.Unverified
            : change.NeedsApproval ? PlanTexts.Approval
            : null
        )?.InLanguage(language) ?? "";

    private string[] Cells(PlannedChange change)
    {
        string sign = change.Action switch
        {
            ChangeAction.Create => "+",
            ChangeAction.Remove => "-",
            ChangeAction.Notify => "@",
            ChangeAction.CreateAccount => "*",
            _ => "~",
        };
        if (change.Action == ChangeAction.CreateAccount)
        {
            return [$"{sign} {Excerpt.OneLine(change.Grantee.Name)}", "", "", PlanTexts.Account.InLanguage(language), Note(change)];
        }

        return
        [
            $"{sign} {Excerpt.OneLine(change.Grantee.Name)}",
            Difference(change.Before?.Rights.Letters, change.After?.Rights.Letters),
            change.Action == ChangeAction.Remove ? "" : End(change),
            change.Action == ChangeAction.Remove ? Why(change) : PlanTexts.Mail(change.Mail).InLanguage(language),
            Note(change),
        ];
    }

    private string End(PlannedChange change) =>
        change.Before is { } before && before.Expiry != change.After!.Expiry ? $"{EndText(before.Expiry)} → {EndText(change.After.Expiry)}"
        : change.After!.Expiry is null ? ""
        : EndText(change.After.Expiry);

    private string EndText(DateTimeOffset? end) =>
        (end is null ? PlanTexts.NoEnd : PlanTexts.Until(_dates.Write(end))).InLanguage(language);

    private string Why(PlannedChange change)
    {
        string reason = PlanTexts.Reason(change.Reason).InLanguage(language);
        return change.Location is { } at ? $"{reason} ({at})" : reason;
    }

    private static string Difference(string? before, string? after) =>
        before is null || after is null || before == after ? after ?? before ?? "" : $"{before} → {after}";
}
