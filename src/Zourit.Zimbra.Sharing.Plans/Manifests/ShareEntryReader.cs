using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Reads one entry of <c>shares</c>: each of its owners with each of its calendars and each of its grantees.</summary>
internal sealed class ShareEntryReader(
    ValueReader values,
    IReadOnlyDictionary<string, IReadOnlyList<string>> groups,
    ShareLines lines,
    ErrorList errors
)
{
    /// <summary>Reads an entry.</summary>
    /// <returns>False when there are too many shares, which is reported.</returns>
    public bool Read(MapNode entry)
    {
        LineValues said = values.Values(entry.Text, values.Dates());
        bool isAbsent = entry.IsTrue("absent");
        if (isAbsent && !said.IsSilent)
        {
            MapEntry absent = entry.Entries.First(each => each.Key == "absent");
            MapEntry other = entry.Entries.First(each => each.Key is "rights" or "expires" or "notify" or "note" or "account");
            errors.Add(ManifestErrorCode.Contradiction, other.At, ManifestTexts.SaidOfAbsent(other.Key), absent.At);
        }

        List<FolderPath?> calendars = [.. entry.Texts("calendar", "calendars").Select(values.Calendar).Where(path => path is not null)];
        if (entry["calendar"] is null && entry["calendars"] is null)
        {
            if (!isAbsent)
            {
                errors.Add(ManifestErrorCode.Missing, entry.At, ManifestTexts.NoCalendarNamed);
            }

            calendars.Add(null);
        }

        List<(PlanGrantee Grantee, SourceLocation At)> grantees = [.. Grantees(entry)];
        foreach (string owner in entry.Texts("owner", "owners").Select(values.Address).OfType<string>())
        {
            foreach (FolderPath? calendar in calendars)
            {
                foreach ((PlanGrantee grantee, SourceLocation at) in grantees)
                {
                    if (!lines.Add(new(owner, calendar, grantee), said, isAbsent, at))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private IEnumerable<(PlanGrantee, SourceLocation)> Grantees(MapNode entry) =>
        entry["public"] is { } everybody
            ? [(PlanGrantee.Public, everybody.At)]
            : entry
                .Texts("guest", "guests")
                .SelectMany(text => Members(text, GranteeKind.Guest))
                .Concat(entry.Texts("user", "users").SelectMany(text => Members(text, GranteeKind.User)));

    // A text without @ is the name of a group.
    private IEnumerable<(PlanGrantee, SourceLocation)> Members(TextAt text, GranteeKind kind)
    {
        if (text.Text.Contains('@', StringComparison.Ordinal))
        {
            return values.Address(text) is { } address ? [(PlanGrantee.Known(kind, address), text.At)] : [];
        }

        if (groups.TryGetValue(text.Text, out IReadOnlyList<string>? members))
        {
            return members.Select(member => (PlanGrantee.Known(kind, member), text.At));
        }

        errors.Add(ManifestErrorCode.InvalidValue, text.At, ManifestTexts.NoGroup(text.Text, NearestName.Of(text.Text, groups.Keys)));
        return [];
    }
}
