using System.Text.Json;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Counts what the lines of journals say of each run.</summary>
internal sealed class JournalRuns
{
    private readonly Dictionary<string, Counts> _runs = [];

    /// <summary>The runs, in the order of their first lines.</summary>
    public IReadOnlyList<JournalRun> All => [.. _runs.Select(run => run.Value.ToRun(run.Key)).OrderBy(run => run.StartedAt)];

    /// <summary>Takes in a line of which <see cref="JournalState"/> made something.</summary>
    public void Add(string line)
    {
        using var json = JsonDocument.Parse(line);
        JsonElement entry = json.RootElement;
        if (Text(entry, "run") is not { } id)
        {
            return;
        }

        DateTimeOffset at = entry.GetProperty("at").GetDateTimeOffset();
        if (!_runs.TryGetValue(id, out Counts? run))
        {
            _runs.Add(id, run = new Counts(at));
        }

        run.Add(entry, at);
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed class Counts(DateTimeOffset start)
    {
        private readonly Dictionary<ChangeStatus, int> _outcomes = [];
        private readonly HashSet<string> _open = [];
        private DateTimeOffset? _last;
        private int _mails;
        private string? _server;
        private string? _manifest;
        private string? _actor;
        private string? _reference;

        public void Add(JsonElement entry, DateTimeOffset at)
        {
            _last = at;
            switch (Text(entry, "type"))
            {
                case "run":
                    (_server, _manifest) = (Text(entry, "server"), Text(entry, "manifest"));
                    (_actor, _reference) = (Text(entry, "actor"), Text(entry, "reference"));
                    break;
                case "intent":
                    _open.Add(Text(entry, "change") ?? "");
                    break;
                case "outcome":
                    _open.Remove(Text(entry, "change") ?? "");
                    ChangeStatus status = Enum.TryParse(Text(entry, "status"), out ChangeStatus known) ? known : ChangeStatus.Unknown;
                    _outcomes[status] = _outcomes.GetValueOrDefault(status) + 1;
                    _mails += Text(entry, "notification") == nameof(NotificationStatus.Sent) ? 1 : 0;
                    break;
            }
        }

        public JournalRun ToRun(string id) =>
            new()
            {
                Id = id,
                StartedAt = start,
                LastLineAt = _last ?? start,
                Server = _server,
                ManifestHash = _manifest,
                Actor = _actor,
                Reference = _reference,
                Outcomes = _outcomes,
                MailsSent = _mails,
                Unfinished = _open.Count,
            };
    }
}
