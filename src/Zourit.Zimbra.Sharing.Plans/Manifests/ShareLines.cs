using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Collects single shares. Lines that agree become one; those that contradict one another are reported with both places.</summary>
internal sealed class ShareLines(LineValues defaults, int maxShares, ErrorList errors)
{
    private readonly Dictionary<ShareKey, Line> _lines = [];
    private readonly List<(ShareKey Key, Line Line)> _order = [];

    /// <summary>Adds a share that is wanted, or wanted to be absent.</summary>
    /// <returns>False when there are too many, which is reported.</returns>
    public bool Add(ShareKey key, LineValues values, bool isAbsent, SourceLocation at)
    {
        if (key.Grantee.Kind != GranteeKind.User && values.Rights is { } rights && rights.Includes(Permissions.Administer))
        {
            errors.Add(ManifestErrorCode.InvalidValue, values.RightsAt, ManifestTexts.AdministerForGuest);
            return true;
        }

        if (key.Grantee.Kind != GranteeKind.Guest && values.Account is not null)
        {
            errors.Add(ManifestErrorCode.InvalidValue, at, ManifestTexts.AccountForGuest);
            return true;
        }

        if (_lines.TryGetValue(key, out Line? line))
        {
            Merge(line, values, isAbsent, at);
            return true;
        }

        if (_order.Count == maxShares)
        {
            errors.Add(ManifestErrorCode.TooLarge, at, ManifestTexts.TooManyShares(maxShares));
            return false;
        }

        line = new Line(values, isAbsent, at);
        _lines.Add(key, line);
        _order.Add((key, line));
        return true;
    }

    public IReadOnlyList<DesiredShare> ToList()
    {
        foreach ((ShareKey key, Line line) in _order)
        {
            if (key.Calendar is not null && !line.IsAbsent && _lines.TryGetValue(key with { Calendar = null }, out Line? everywhere))
            {
                Contradiction(everywhere.At, line.At, ManifestTexts.AbsentAndPresent);
            }
        }

        return [.. _order.Select(each => Share(each.Key, each.Line))];
    }

    private DesiredShare Share(ShareKey key, Line line)
    {
        LineValues values = line.IsAbsent ? line.Values : line.Values.Or(defaults);
        return new()
        {
            Owner = key.Owner,
            Calendar = key.Calendar,
            Grantee = key.Grantee,
            Rights = values.Rights,
            Expiry = values.Expiry ?? ShareExpiry.Keep,
            Notify = values.Notify ?? NotifyMode.Created,
            Note = values.Note,
            HasAccount = values.Account == true && key.Grantee.Kind == GranteeKind.Guest,
            IsAbsent = line.IsAbsent,
            Location = line.At,
        };
    }

    private void Merge(Line line, LineValues values, bool isAbsent, SourceLocation at)
    {
        string? different =
            line.IsAbsent != isAbsent ? "absent"
            : Differ(line.Values.Rights, values.Rights) ? "rights"
            : Differ(line.Values.Expiry, values.Expiry) ? "expires"
            : Differ(line.Values.Notify, values.Notify) ? "notify"
            : line.Values.Note is not null && values.Note is not null && line.Values.Note != values.Note ? "note"
            : null;
        if (different is not null)
        {
            Contradiction(line.At, at, ManifestTexts.Different(different));
            return;
        }

        line.Values = line.Values.Or(values);
    }

    private static bool Differ<T>(T? left, T? right)
        where T : struct => left is { } one && right is { } other && !one.Equals(other);

    private void Contradiction(SourceLocation first, SourceLocation second, LocalizedText what) =>
        errors.Add(ManifestErrorCode.Contradiction, second, ManifestTexts.Contradicts(first, what), first);

    private sealed class Line(LineValues values, bool isAbsent, SourceLocation at)
    {
        public LineValues Values { get; set; } = values;

        public bool IsAbsent { get; } = isAbsent;

        public SourceLocation At { get; } = at;
    }
}
