using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Reads the shares of a CSV file. A row that says more than the list may is an error.</summary>
internal sealed class ListReader(ValueReader values, ShareLines lines, ListBounds bounds, ErrorList errors)
{
    private bool _hasOwners;
    private bool _hasCalendars;
    private IReadOnlyList<string>? _owners;
    private IReadOnlyList<FolderPath?>? _calendars;

    /// <summary>Reads all rows.</summary>
    /// <returns>False when there are too many shares, which is reported.</returns>
    public bool Read(SourceFile file, CancellationToken cancellationToken)
    {
        var csv = new CsvDocumentReader(file, ManifestShapes.Columns, errors);
        foreach (CsvRow row in csv.Read(columns => CheckColumns(columns, file.Name), cancellationToken))
        {
            if (!Read(row))
            {
                return false;
            }
        }

        return true;
    }

    private void CheckColumns(IReadOnlyList<CsvCell> columns, string file)
    {
        foreach (CsvCell column in columns.Where(column => bounds.Columns?.Contains(column.Column) == false))
        {
            errors.Add(
                ManifestErrorCode.BeyondFileEntry,
                column.At,
                ManifestTexts.ColumnNotAllowed(column.Column, bounds.Columns!, bounds.At),
                bounds.At
            );
        }

        _hasOwners = columns.Any(column => column.Column == "owner");
        _hasCalendars = columns.Any(column => column.Column == "calendar");
        Need("owner", _hasOwners || bounds.Owners is not null);
        Need("calendar", _hasCalendars || bounds.Calendars is not null);
        Need("guest", columns.Any(column => column.Column is "guest" or "user" or "public"));

        void Need(string column, bool isThere)
        {
            if (!isThere)
            {
                errors.Add(ManifestErrorCode.Missing, new(file, 1, 0), ManifestTexts.ColumnMissing(column));
            }
        }
    }

    private bool Read(CsvRow row)
    {
        TextAt? Field(string name) => row[name] is { } cell ? new TextAt(cell.Text, cell.At) : null;

        LineValues said = values.Values(Field, bounds.Dates);
        bool isAbsent = values.IsTrue(Field("absent"));
        if (isAbsent && (said.Rights is not null || said.Expiry is not null || said.Account is not null))
        {
            errors.Add(ManifestErrorCode.Contradiction, row.At, ManifestTexts.SaidOfAbsent("absent"), row.At);
        }

        if (said.Rights is { } rights && bounds.MaxRights is { } most && !most.Includes(rights))
        {
            errors.Add(ManifestErrorCode.BeyondFileEntry, said.RightsAt, ManifestTexts.RightsBeyond(rights, most, bounds.At), bounds.At);
        }

        if (Grantee(Field, row.At) is not { } grantee)
        {
            return true;
        }

        LineValues all = isAbsent ? default : said.Or(bounds.Values);
        IReadOnlyList<string> owners = _hasOwners ? Named(Field("owner"), bounds.Owners, values.Address, row.At, "owner") : Owners();
        IReadOnlyList<FolderPath?> calendars = _hasCalendars
            ? [.. Named(Field("calendar"), bounds.Calendars, text => values.Calendar(text)?.Value, row.At, "calendar").Select(AsPath)]
            : Calendars();
        foreach (string owner in owners)
        {
            foreach (FolderPath? calendar in calendars)
            {
                if (!lines.Add(new(owner, calendar, grantee.Grantee), all, isAbsent, grantee.At))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private (PlanGrantee Grantee, SourceLocation At)? Grantee(Func<string, TextAt?> field, SourceLocation row)
    {
        TextAt?[] named = [field("guest"), field("user"), values.IsTrue(field("public")) ? field("public") : null];
        switch (named.Count(text => text is not null))
        {
            case 0:
                errors.Add(ManifestErrorCode.Missing, row, ManifestTexts.NobodyNamed);
                return null;
            case > 1:
                errors.Add(ManifestErrorCode.Contradiction, row, ManifestTexts.SeveralNamed, row);
                return null;
            default:
                break;
        }

        if (named[2] is { } everybody)
        {
            return (PlanGrantee.Public, everybody.At);
        }

        TextAt text = named[0] ?? named[1]!.Value;
        return values.Address(text) is { } address
            ? (PlanGrantee.Known(named[0] is null ? GranteeKind.User : GranteeKind.Guest, address), text.At)
            : null;
    }

    private string[] Named(TextAt? field, IReadOnlyList<TextAt>? allowed, Func<TextAt, string?> read, SourceLocation row, string column)
    {
        if (field is not { } text)
        {
            errors.Add(ManifestErrorCode.Missing, row, ManifestTexts.CellMissing(column));
            return [];
        }

        if (read(text) is not { } value)
        {
            return [];
        }

        if (allowed is not null && !allowed.Any(each => GlobPattern.TryParse(each.Text)?.Matches(value) == true))
        {
            errors.Add(ManifestErrorCode.BeyondFileEntry, text.At, ManifestTexts.NotAllowedInList(text.Text, bounds.At), bounds.At);
            return [];
        }

        return [value];
    }

    private static FolderPath? AsPath(string path) => FolderPath.Parse(path);

    private IReadOnlyList<string> Owners() => _owners ??= [.. (bounds.Owners ?? []).Select(values.Address).OfType<string>()];

    private IReadOnlyList<FolderPath?> Calendars() =>
        _calendars ??= [.. (bounds.Calendars ?? []).Select(values.Calendar).Where(path => path is not null)];
}
