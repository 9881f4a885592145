using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>The lines of a journal.</summary>
internal static class JournalLines
{
    /// <summary>Whether a line is worth parsing. Of 100,000 that are empty or cut each would cost an exception.</summary>
    public static bool MayBeOne(string line) => line.AsSpan().Trim() is ['{', .., '}'];

    public static byte[] Run(string run, DateTimeOffset now, SharingPlan plan, ApplyOptions options) => Line("run", run, now, writer =>
        {
            writer.WriteString("server", plan.Server?.OriginalString);
            writer.WriteString("manifest", plan.ManifestHash);
            writer.WriteString("actor", options.Actor ?? plan.Actor);
            writer.WriteString("reference", options.Reference ?? plan.Reference);
        });

    public static byte[] Intent(string run, DateTimeOffset now, PlannedChange change) => Change("intent", run, now, change, null);

    public static byte[] Outcome(string run, DateTimeOffset now, ChangeOutcome outcome) =>
        Change("outcome", run, now, outcome.Change, outcome);

    public static byte[] Settled(string run, DateTimeOffset now, OwedMail mail) => Line("settled", run, now, writer =>
        {
            WriteShare(writer, mail);
            writer.WriteBoolean("owed", false);
        });

    public static byte[] Account(string run, DateTimeOffset now, MadeAccount account, AccountStatus status) =>
        Line("account", run, now, writer =>
        {
            writer.WriteString("domain", account.Domain);
            writer.WriteString("guest", account.Guest);
            writer.WriteString("id", account.Id);
            writer.WriteString("status", status.ToString());
        });

    private static byte[] Change(string type, string run, DateTimeOffset now, PlannedChange change, ChangeOutcome? outcome) =>
        Line(type, run, now, writer =>
        {
            WriteShare(writer, OwedMail.Of(change.Owner, change.Calendar, change.Grantee));
            writer.WriteString("change", change.Id);
            writer.WriteString("action", change.Action.ToString());
            writer.WriteBoolean("mail", change.Mail);
            if (outcome is not null)
            {
                writer.WriteString("status", outcome.Status.ToString());
                writer.WriteString("notification", outcome.Mail.ToString());
                writer.WriteBoolean("owed", outcome.OwesMail || outcome.OwesAccount);
            }
        });

    private static void WriteShare(Utf8JsonWriter writer, OwedMail share)
    {
        writer.WriteString("owner", share.Owner);
        writer.WriteString("calendar", share.Calendar.Value);
        writer.WriteString("kind", GranteeKinds.Word(share.Grantee.Kind));
        writer.WriteString("grantee", share.Grantee.Name);
    }

    private static byte[] Line(string type, string run, DateTimeOffset now, Action<Utf8JsonWriter> more)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            writer.WriteString("run", run);
            writer.WriteString("at", now);
            more(writer);
            writer.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }
}
