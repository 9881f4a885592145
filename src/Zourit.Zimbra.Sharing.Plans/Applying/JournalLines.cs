using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>The lines of a journal.</summary>
internal static class JournalLines
{
    public static byte[] Intent(string run, DateTimeOffset now, PlannedChange change) => Line("intent", run, now, change, null);

    public static byte[] Outcome(string run, DateTimeOffset now, ChangeOutcome outcome) =>
        Line("outcome", run, now, outcome.Change, outcome);

    public static byte[] Settled(string run, DateTimeOffset now, OwedMail mail) =>
        Line("settled", run, now, mail, writer => writer.WriteBoolean("owed", false));

    /// <summary>
    /// The shares whose mail was started and is not known to have left. Lines that are not whole or not of this version are passed over.
    /// </summary>
    public static async Task<HashSet<OwedMail>> ReadOwedAsync(Stream file, CancellationToken cancellationToken)
    {
        HashSet<OwedMail> owed = [];
        file.Position = 0;
        using var text = new StreamReader(file, leaveOpen: true);
        while (await text.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (TryRead(line) is not { } entry)
            {
                continue;
            }

            if (entry.IsOwed)
            {
                owed.Add(entry.Key);
            }
            else
            {
                owed.Remove(entry.Key);
            }
        }

        return owed;
    }

    /// <summary>A line that was cut in the middle would swallow the one that is written after it.</summary>
    public static async Task EndLastLineAsync(Stream file, CancellationToken cancellationToken)
    {
        byte[] last = new byte[1];
        if (file.Length > 0)
        {
            file.Position = file.Length - 1;
            await file.ReadExactlyAsync(last, cancellationToken).ConfigureAwait(false);
        }

        file.Position = file.Length;
        if (file.Length > 0 && last[0] != (byte)'\n')
        {
            await file.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static (OwedMail Key, bool IsOwed)? TryRead(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            JsonElement entry = json.RootElement;
            bool isIntent = entry.GetProperty("type").GetString() == "intent";
            GranteeKind kind = GranteeKinds.Read(entry.GetProperty("kind").GetString()!);
            var key = OwedMail.Of(
                entry.GetProperty("owner").GetString()!,
                FolderPath.Parse(entry.GetProperty("calendar").GetString()!),
                PlanGrantee.Known(kind, entry.GetProperty("grantee").GetString()!)
            );
            bool isOwed = entry.GetProperty(isIntent ? "mail" : "owed").GetBoolean();

            // What mails nobody leaves an earlier mail as it is; what is done settles it.
            return isIntent && !isOwed ? null : (key, isOwed);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Line(string type, string run, DateTimeOffset now, PlannedChange change, ChangeOutcome? outcome) =>
        Line(type, run, now, OwedMail.Of(change.Owner, change.Calendar, change.Grantee), writer =>
        {
            writer.WriteString("change", change.Id);
            writer.WriteString("action", change.Action.ToString());
            writer.WriteBoolean("mail", change.Mail);
            if (outcome is not null)
            {
                writer.WriteString("status", outcome.Status.ToString());
                writer.WriteString("notification", outcome.Mail.ToString());
                writer.WriteBoolean("owed", outcome.OwesMail);
            }
        });

    private static byte[] Line(string type, string run, DateTimeOffset now, OwedMail share, Action<Utf8JsonWriter> more)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            writer.WriteString("run", run);
            writer.WriteString("at", now);
            writer.WriteString("owner", share.Owner);
            writer.WriteString("calendar", share.Calendar.Value);
            writer.WriteString("kind", GranteeKinds.Word(share.Grantee.Kind));
            writer.WriteString("grantee", share.Grantee.Name);
            more(writer);
            writer.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }
}
