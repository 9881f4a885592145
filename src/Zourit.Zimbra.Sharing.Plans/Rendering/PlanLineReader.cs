using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Rendering;

/// <summary>Puts a plan together from its lines.</summary>
internal sealed class PlanLineReader
{
    private readonly List<OwnerPlan> _owners = [];
    private readonly List<PlannedChange> _changes = [];
    private readonly List<PlannedLeaver> _leavers = [];
    private SharingPlan? _plan;
    private bool _isComplete;

    public void Add(string line)
    {
        using var json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        switch (Text(root, "type"))
        {
            case "version" when _plan is null && root.GetProperty("version").GetInt32() == PlanJson.Version:
                _plan = Header(root);
                break;
            case "change" when _plan is not null && !_isComplete:
                _changes.Add(Change(root));
                break;
            case "owner" when _plan is not null && !_isComplete:
                _owners.Add(Owner(root));
                _changes.Clear();
                break;
            case "leavingGuest" when _plan is not null && !_isComplete && _changes.Count == 0:
                _leavers.Add(Leaver(root));
                break;
            case "summary" when _plan is not null && !_isComplete && _changes.Count == 0:
                _plan = _plan with
                {
                    Summary = Summary(root),
                    Warnings = Texts(root, "warnings"),
                    Breaches = [.. root.GetProperty("breaches").EnumerateArray().Select(Breach)],
                };
                _isComplete = true;
                break;
            default:
                throw new FormatException("The line is not one of a saved plan, or not in its place.");
        }
    }

    public SharingPlan ToPlan() =>
        _plan is { } plan && _isComplete
            ? plan with
            {
                Owners = _owners,
                LeavingGuests = _leavers,
            }
            : throw new FormatException("The plan ends in the middle.");

    private static SharingPlan Header(JsonElement line) =>
        new()
        {
            CreatedAt = line.GetProperty("createdAt").GetDateTimeOffset(),
            ManifestHash = Required(line, "manifest"),
            Server = Text(line, "server") is { } server ? new Uri(server) : null,
            PolicyHash = Text(line, "policy"),
            Actor = Text(line, "actor"),
            Reference = Text(line, "reference"),
            Leavers = PlanWords.Read<LeaverMode>(Text(line, "leavers")),
            IsDirectoryOnly = line.GetProperty("directoryOnly").GetBoolean(),
            Scope = Scope(line.GetProperty("scope")),
            Limits = Limits(line.GetProperty("limits")),
            RaisedLimits = Limits(line.GetProperty("raisedLimits")),
            TimeZone = Text(line, "timezone"),
            Summary = new(),
        };

    private static PruningScope? Scope(JsonElement scope) =>
        scope.ValueKind == JsonValueKind.Null
            ? null
            : new()
            {
                Owners = [.. Words(scope, "owners").Select(GlobPattern.Parse)],
                Calendars = [.. Words(scope, "calendars").Select(GlobPattern.Parse)],
                Kinds = [.. Words(scope, "kinds").Select(GranteeKinds.Read)],
            };

    private static string[] Words(JsonElement line, string name) =>
        [.. line.GetProperty(name).EnumerateArray().Select(word => word.GetString()!)];

    private static LimitSettings Limits(JsonElement limits) =>
        LimitSettings.Of(key => Text(limits, key) is { } text ? Amount.TryParse(text) : null);

    private static PlannedChange Change(JsonElement line)
    {
        JsonElement grantee = line.GetProperty("grantee");
        return new()
        {
            Owner = Required(line, "owner"),
            Calendar = FolderPath.Parse(Required(line, "calendar")),
            FolderId = Text(line, "folderId"),
            FolderUuid = Text(line, "folderUuid"),
            Grantee = PlanGrantee.Known(GranteeKinds.Read(Required(grantee, "kind")), Required(grantee, "name")),
            GranteeId = Text(grantee, "id"),
            Action = PlanWords.Read<ChangeAction>(Required(line, "action")),
            Before = Value(line.GetProperty("before")),
            After = Value(line.GetProperty("after")),
            Mail = line.GetProperty("mail").GetBoolean(),
            Note = Text(line, "note"),
            EnsuresMail = line.GetProperty("ensuresMail").GetBoolean(),
            Reason = PlanWords.Read<ChangeReason>(Required(line, "reason")),
            Location = Location(line),
            NeedsApproval = line.GetProperty("needsApproval").GetBoolean(),
            IsUnverified = line.GetProperty("unverified").GetBoolean(),
            Warnings = Texts(line, "warnings"),
        };
    }

    private OwnerPlan Owner(JsonElement line) =>
        new()
        {
            Owner = Required(line, "owner"),
            Aliases = Words(line, "aliases"),
            OwnerId = Text(line, "id"),
            Changes = [.. _changes],
            Fingerprint = Text(line, "fingerprint"),
            IsFromDirectory = line.GetProperty("fromDirectory").GetBoolean(),
            Existing = line.GetProperty("existing").GetInt32(),
            Unchanged = line.GetProperty("unchanged").GetInt32(),
            IsUnresolved = line.GetProperty("unresolved").GetBoolean(),
            IsTransient = line.GetProperty("transient").GetBoolean(),
            Failure = Texts(line, "failure").FirstOrDefault(),
            Warnings = Texts(line, "warnings"),
            Problems =
            [
                .. line.GetProperty("problems")
                    .EnumerateArray()
                    .Select(problem => new LineProblem { Location = Location(problem)!.Value, Text = Texts(problem, "text")[0] }),
            ],
        };

    private static PlannedLeaver Leaver(JsonElement line) =>
        new()
        {
            Domain = Required(line, "domain"),
            Guest = Required(line, "guest"),
            Action = PlanWords.Read<LeaverAction>(Required(line, "action")),
            Reason = Texts(line, "reason")[0],
            Location = Location(line),
        };

    private static PlanSummary Summary(JsonElement line)
    {
        int Number(string name) => line.GetProperty(name).GetInt32();

        return new()
        {
            Created = Number("created"),
            Changed = Number("changed"),
            Removed = Number("removed"),
            Mails = Number("mails"),
            Accounts = Number("accounts"),
            EndedAccounts = Number("endedAccounts"),
            TakenAway = Number("takenAway"),
            TakenAwayLimit = Number("takenAwayLimit"),
            Existing = Number("existing"),
            Unchanged = Number("unchanged"),
            UnknownOwners = Number("unknownOwners"),
            Problems = Number("problems"),
            Postponed = Number("postponed"),
        };
    }

    private static LimitBreach Breach(JsonElement breach) =>
        new()
        {
            Limit = PlanWords.Read<PlanLimit>(Required(breach, "limit")),
            Subject = Text(breach, "subject"),
            Count = breach.GetProperty("count").GetInt32(),
            Allowed = breach.GetProperty("allowed").GetInt32(),
            Of = breach.GetProperty("of").GetInt32(),
        };

    private static ShareValue? Value(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
            ? null
            : new()
            {
                Rights = Permissions.Parse(Required(value, "rights")),
                Expiry = value.GetProperty("expires") is { ValueKind: JsonValueKind.String } end ? end.GetDateTimeOffset() : null,
            };

    private static SourceLocation? Location(JsonElement line) =>
        Text(line, "file") is { } file ? new(file, line.GetProperty("line").GetInt32(), line.GetProperty("column").GetInt32()) : null;

    private static List<LocalizedText> Texts(JsonElement line, string name) =>
        [
            .. line.GetProperty(name)
                .EnumerateArray()
                .Select(text =>
                    text.EnumerateObject()
                        .Where(each => each.Name != "en")
                        .Aggregate(new LocalizedText(Required(text, "en")), (localized, each) =>
                            localized.With(each.Name, each.Value.GetString()!)
                        )
                ),
        ];

    private static string Required(JsonElement element, string name) =>
        Text(element, name) ?? throw new FormatException($"{name} is missing.");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
