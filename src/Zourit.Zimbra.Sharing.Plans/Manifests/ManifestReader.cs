using NodaTime;
using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Shapes;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Reads one manifest with its lists, and finds everything that is wrong with them.</summary>
internal sealed class ManifestReader(ManifestReadOptions options)
{
    private readonly ErrorList _errors = new();

    public async Task<ReadOutcome<Manifest>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            Manifest? manifest = Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)
                ? await ReadListAsync(path, cancellationToken).ConfigureAwait(false)
                : await ReadDocumentAsync(path, cancellationToken).ConfigureAwait(false);
            return new(manifest, _errors.ToSortedList());
        }
        catch (TooManyErrorsException)
        {
            return new(null, _errors.ToSortedList());
        }
    }

    private async Task<Manifest?> ReadListAsync(string path, CancellationToken cancellationToken)
    {
        if (await ReadSourceAsync(path, path, cancellationToken).ConfigureAwait(false) is not { } file)
        {
            return null;
        }

        ValueReader values = Values(options.TimeZone is { } zone ? new TextAt(zone, new(path, 0, 0)) : null);
        var lines = new ShareLines(default, options.MaxShares, _errors);
        _ = new ListReader(values, lines, new ListBounds { Dates = values.Dates() }, _errors).Read(file, cancellationToken);
        return new Manifest(path)
        {
            TimeZone = options.TimeZone,
            Policy = options.Policy,
            Shares = Checked(lines),
        };
    }

    private async Task<Manifest?> ReadDocumentAsync(string path, CancellationToken cancellationToken)
    {
        MapNode? map = await ManifestFiles.ReadDocumentAsync(path, options.MaxBytes, _errors, cancellationToken).ConfigureAwait(false);
        if (map is null)
        {
            return null;
        }

        _ = new ShapeCheck(_errors).IsOfShape(map, ManifestShapes.Manifest);
        TextAt? zone = map.Text("timezone") ?? (options.TimeZone is { } given ? new TextAt(given, map.At) : null);
        ValueReader values = Values(zone);
        LineValues defaults = map.Map("defaults") is { } said ? values.Values(said.Text, values.Dates()) : default;
        var lines = new ShareLines(defaults, options.MaxShares, _errors);
        var entries = new ShareEntryReader(values, Groups(map, values), lines, _errors);
        foreach (MapNode entry in (map["shares"] as ListNode)?.Items.OfType<MapNode>() ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool isWithin = entry["file"] is null
                ? entries.Read(entry)
                : await ReadFileAsync(entry, path, values, lines, cancellationToken).ConfigureAwait(false);
            if (!isWithin)
            {
                break;
            }
        }

        return new Manifest(path)
        {
            TimeZone = zone?.Text,
            Scope = map.Map("scope") is { } scope ? Scope(scope, values) : null,
            Keep = [.. map.Texts("keep").Select(Keep).OfType<KeepRule>()],
            Limits = LimitsReader.Read(map.Map("limits")),
            Leavers = Leavers(map.Text("leavers")),
            Policy = options.Policy,
            Shares = Checked(lines),
        };
    }

    private LeaverMode Leavers(TextAt? text)
    {
        LeaverMode mode =
            text?.Text == "suspend" ? LeaverMode.Suspend
            : text?.Text == "retire" ? LeaverMode.Retire
            : LeaverMode.Revoke;
        if (mode != LeaverMode.Revoke && options.Policy is { AllowsAccounts: false } policy)
        {
            PolicyCheck.Refuse(text!.Value.At, policy, "accounts", PolicyTexts.Accounts, _errors);
        }

        return mode;
    }

    private IReadOnlyList<DesiredShare> Checked(ShareLines lines)
    {
        IReadOnlyList<DesiredShare> shares = lines.ToList();
        if (options.Policy is { } policy)
        {
            foreach (DesiredShare share in shares)
            {
                PolicyCheck.Check(share, policy, _errors);
            }
        }

        return shares;
    }

    private ValueReader Values(TextAt? zone)
    {
        if (zone is not { } text)
        {
            return new(null, _errors);
        }

        DateTimeZone? found = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text.Text);
        if (found is null)
        {
            _errors.Add(
                ManifestErrorCode.InvalidValue,
                text.At,
                ManifestTexts.NoTimeZone(text.Text, NearestName.Of(text.Text, DateTimeZoneProviders.Tzdb.Ids))
            );
        }

        // The dates of a zone that is misspelt are not missing one.
        return new(found ?? DateTimeZone.Utc, _errors);
    }

    private Dictionary<string, IReadOnlyList<string>> Groups(MapNode map, ValueReader values)
    {
        Dictionary<string, IReadOnlyList<string>> groups = [];
        foreach (MapEntry group in map.Map("groups")?.Entries ?? [])
        {
            if (group.Key.Contains('@', StringComparison.Ordinal))
            {
                _errors.Add(ManifestErrorCode.InvalidValue, group.At, ManifestTexts.GroupName);
            }

            groups.Add(group.Key, [.. map.Map("groups")!.Texts(group.Key).Select(values.Address).OfType<string>()]);
        }

        return groups;
    }

    private PruningScope Scope(MapNode map, ValueReader values)
    {
        foreach (TextAt owner in map.Texts("owners").Where(owner => !NamesDomain(owner.Text)))
        {
            _errors.Add(ManifestErrorCode.InvalidValue, owner.At, ManifestTexts.ScopeOwner);
        }

        return new()
        {
            Owners = [.. map.Texts("owners").Select(values.Pattern).OfType<GlobPattern>()],
            Calendars = map["calendars"] is null
                ? [GlobPattern.Parse("**")]
                : [.. map.Texts("calendars").Select(values.Pattern).OfType<GlobPattern>()],
            Kinds = map["kinds"] is null
                ? [GranteeKind.Guest]
                : [.. map.Texts("kinds").Select(kind => GranteeKinds.Read(kind.Text)).Distinct()],
        };
    }

    private static bool NamesDomain(string owner) =>
        owner.Split('@') is [_, { Length: > 0 } domain] && !domain.Contains('*', StringComparison.Ordinal);

    private KeepRule? Keep(TextAt text)
    {
        KeepRule? rule = KeepRule.TryParse(text.Text);
        if (rule is null)
        {
            _errors.Add(ManifestErrorCode.InvalidValue, text.At, ManifestTexts.NoKeepRule(text.Text));
        }

        return rule;
    }

    private async Task<bool> ReadFileAsync(
        MapNode entry,
        string manifest,
        ValueReader values,
        ShareLines lines,
        CancellationToken cancellationToken
    )
    {
        if (entry.Text("file") is not { } name)
        {
            return true;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(manifest))!;
        if (ManifestFiles.Below(folder, name.Text) is not { } path)
        {
            _errors.Add(ManifestErrorCode.NotReadable, name.At, ManifestTexts.NotBelowFolder);
            return true;
        }

        ListBounds bounds = Bounds(entry, values);
        return await ReadSourceAsync(path, name.Text, cancellationToken).ConfigureAwait(false) is not { } file
            || new ListReader(values, lines, bounds, _errors).Read(file, cancellationToken);
    }

    private ListBounds Bounds(MapNode entry, ValueReader values)
    {
        TextAt? dates = entry.Text("dates");
        string? format = dates is { } text && text.Text != "iso" ? text.Text : null;
        if (format is not null && !EndDate.IsFormat(format))
        {
            _errors.Add(ManifestErrorCode.InvalidValue, dates!.Value.At, ManifestTexts.DateFormat);
            format = null;
        }

        return new()
        {
            At = entry.At,
            Columns = entry["columns"] is null ? ["guest", "expires"] : [.. entry.Texts("columns").Select(column => column.Text)],
            Owners = [.. entry.Texts("owners")],
            Calendars = [.. entry.Texts("calendars")],
            MaxRights = entry.Text("max-rights") is { } most ? values.Rights(most) : Permissions.Read,
            Dates = values.Dates(format),
            Values = values.Values(entry.Text, values.Dates()),
        };
    }

    private Task<SourceFile?> ReadSourceAsync(string path, string name, CancellationToken cancellationToken) =>
        ManifestFiles.ReadAsync(path, new(options.MaxBytes, options.Encoding, HasLines: true), _errors, cancellationToken, name);
}
