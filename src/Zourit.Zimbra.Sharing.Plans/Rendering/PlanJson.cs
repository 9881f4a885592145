using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Rendering;

/// <summary>Writes the lines of a saved plan.</summary>
internal static class PlanJson
{
    public const int Version = 1;

    private static readonly JsonWriterOptions OneLine = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default };

    public static void Write(SharingPlan plan, Stream output)
    {
        Line(output, writer => WriteHeader(writer, plan));
        foreach (OwnerPlan owner in plan.Owners)
        {
            foreach (PlannedChange change in owner.Changes)
            {
                Line(output, writer => WriteChange(writer, change, owner));
            }

            Line(output, writer => WriteOwner(writer, owner));
        }

        foreach (PlannedLeaver leaver in plan.LeavingGuests)
        {
            Line(output, writer => WriteLeaver(writer, leaver));
        }

        Line(output, writer => WriteSummary(writer, plan));
    }

    private static void Line(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(output, OneLine))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteHeader(Utf8JsonWriter writer, SharingPlan plan)
    {
        writer.WriteString("type", "version");
        writer.WriteNumber("version", Version);
        writer.WriteString("createdAt", plan.CreatedAt);
        writer.WriteString("manifest", plan.ManifestHash);
        writer.WriteString("policy", plan.PolicyHash);
        writer.WriteString("server", plan.Server?.OriginalString);
        writer.WriteString("actor", plan.Actor);
        writer.WriteString("reference", plan.Reference);
        writer.WriteString("leavers", PlanWords.Of(plan.Leavers));
        writer.WriteBoolean("directoryOnly", plan.IsDirectoryOnly);
        WriteScope(writer, plan.Scope);
        WriteLimits(writer, "limits", plan.Limits);
        WriteLimits(writer, "raisedLimits", plan.RaisedLimits);
        writer.WriteString("timezone", plan.TimeZone);
    }

    private static void WriteScope(Utf8JsonWriter writer, PruningScope? scope)
    {
        if (scope is null)
        {
            writer.WriteNull("scope");
            return;
        }

        writer.WriteStartObject("scope");
        WriteWords(writer, "owners", scope.Owners.Select(pattern => pattern.Pattern));
        WriteWords(writer, "calendars", scope.Calendars.Select(pattern => pattern.Pattern));
        WriteWords(writer, "kinds", scope.Kinds.Select(GranteeKinds.Word));
        writer.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter writer, string name, IEnumerable<string> words)
    {
        writer.WriteStartArray(name);
        foreach (string word in words)
        {
            writer.WriteStringValue(word);
        }

        writer.WriteEndArray();
    }

    private static void WriteLimits(Utf8JsonWriter writer, string name, LimitSettings limits)
    {
        writer.WriteStartObject(name);
        foreach ((string key, Amount amount) in limits.Parts())
        {
            writer.WriteString(key, amount.ToString());
        }

        writer.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter writer, PlannedChange change, OwnerPlan owner)
    {
        writer.WriteString("type", "change");
        writer.WriteString("id", change.Id);
        writer.WriteString("owner", change.Owner);
        writer.WriteString("ownerId", owner.OwnerId);
        writer.WriteString("calendar", change.Calendar.Value);
        writer.WriteString("folderId", change.FolderId);
        writer.WriteString("folderUuid", change.FolderUuid);
        writer.WriteStartObject("grantee");
        writer.WriteString("kind", GranteeKinds.Word(change.Grantee.Kind));
        writer.WriteString("name", change.Grantee.Name);
        writer.WriteString("id", change.GranteeId);
        writer.WriteEndObject();
        writer.WriteString("action", PlanWords.Of(change.Action));
        WriteValue(writer, "before", change.Before);
        WriteValue(writer, "after", change.After);
        writer.WriteBoolean("mail", change.Mail);
        writer.WriteString("note", change.Note);
        writer.WriteBoolean("ensuresMail", change.EnsuresMail);
        writer.WriteString("reason", PlanWords.Of(change.Reason));
        WriteLocation(writer, change.Location);
        writer.WriteBoolean("needsApproval", change.NeedsApproval);
        writer.WriteBoolean("unverified", change.IsUnverified);
        WriteTexts(writer, "warnings", change.Warnings);
    }

    private static void WriteOwner(Utf8JsonWriter writer, OwnerPlan owner)
    {
        writer.WriteString("type", "owner");
        writer.WriteString("owner", owner.Owner);
        WriteWords(writer, "aliases", owner.Aliases);
        writer.WriteString("id", owner.OwnerId);
        writer.WriteString("fingerprint", owner.Fingerprint);
        writer.WriteBoolean("fromDirectory", owner.IsFromDirectory);
        writer.WriteNumber("existing", owner.Existing);
        writer.WriteNumber("unchanged", owner.Unchanged);
        writer.WriteBoolean("unresolved", owner.IsUnresolved);
        writer.WriteBoolean("transient", owner.IsTransient);
        WriteTexts(writer, "failure", owner.Failure is { } failure ? [failure] : []);
        WriteTexts(writer, "warnings", owner.Warnings);
        writer.WriteStartArray("problems");
        foreach (LineProblem problem in owner.Problems)
        {
            writer.WriteStartObject();
            WriteLocation(writer, problem.Location);
            WriteTexts(writer, "text", [problem.Text]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLeaver(Utf8JsonWriter writer, PlannedLeaver leaver)
    {
        writer.WriteString("type", "leavingGuest");
        writer.WriteString("domain", leaver.Domain);
        writer.WriteString("guest", leaver.Guest);
        writer.WriteString("action", PlanWords.Of(leaver.Action));
        WriteTexts(writer, "reason", [leaver.Reason]);
        WriteLocation(writer, leaver.Location);
    }

    private static void WriteSummary(Utf8JsonWriter writer, SharingPlan plan)
    {
        PlanSummary summary = plan.Summary;
        writer.WriteString("type", "summary");
        writer.WriteNumber("created", summary.Created);
        writer.WriteNumber("changed", summary.Changed);
        writer.WriteNumber("removed", summary.Removed);
        writer.WriteNumber("mails", summary.Mails);
        writer.WriteNumber("accounts", summary.Accounts);
        writer.WriteNumber("endedAccounts", summary.EndedAccounts);
        writer.WriteNumber("takenAway", summary.TakenAway);
        writer.WriteNumber("takenAwayLimit", summary.TakenAwayLimit);
        writer.WriteNumber("existing", summary.Existing);
        writer.WriteNumber("unchanged", summary.Unchanged);
        writer.WriteNumber("unknownOwners", summary.UnknownOwners);
        writer.WriteNumber("problems", summary.Problems);
        writer.WriteNumber("postponed", summary.Postponed);
        WriteTexts(writer, "warnings", plan.Warnings);
        writer.WriteStartArray("breaches");
        foreach (LimitBreach breach in plan.Breaches)
        {
            writer.WriteStartObject();
            writer.WriteString("limit", PlanWords.Of(breach.Limit));
            writer.WriteString("subject", breach.Subject);
            writer.WriteNumber("count", breach.Count);
            writer.WriteNumber("allowed", breach.Allowed);
            writer.WriteNumber("of", breach.Of);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, ShareValue? value)
    {
        if (value is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("rights", value.Rights.Letters);
        if (value.Expiry is { } end)
        {
            writer.WriteString("expires", end);
        }
        else
        {
            writer.WriteNull("expires");
        }

        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, SourceLocation? location)
    {
        if (location is { } at)
        {
            writer.WriteString("file", at.File);
            writer.WriteNumber("line", at.Line);
            writer.WriteNumber("column", at.Column);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<LocalizedText> texts)
    {
        writer.WriteStartArray(name);
        foreach (LocalizedText text in texts)
        {
            writer.WriteStartObject();
            foreach (string language in text.Languages)
            {
                writer.WriteString(language, text.InLanguage(language));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
