using System.Text;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Tool.Commands.Accounts;
using Zourit.Zimbra.Sharing.Tool.Commands.Guests;
using Zourit.Zimbra.Sharing.Tool.Commands.Links;
using Zourit.Zimbra.Sharing.Tool.Commands.Offline;
using Zourit.Zimbra.Sharing.Tool.Commands.Plans;
using Zourit.Zimbra.Sharing.Tool.Commands.Reading;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Setup;

/// <summary>The schema of each line of JSON that the program writes. The lines of plans are those of saved plans:
/// <see cref="SavedPlan.Schema"/>.</summary>
internal static class OutputSchema
{
    private const string Id = "https://raw.githubusercontent.com/zourit/Zourit.Zimbra.Sharing/main/docs/tool/output.schema.json";

    public static IReadOnlyList<IRecordShape> Shapes { get; } =
    [
        VersionRecord.Shape,
        FailureRecord.Shape,
        FailedItem.Shape,
        ShareRecords.Share,
        ShareRecords.Changes,
        ShareRecords.Grant,
        ShareRecords.Revocation,
        ShareRecords.RevocationChanges,
        ShareRecords.Notification,
        GuestDiagnose.Finding,
        GuestAccept.Accepted,
        LinkShow.Shape,
        ListCalendars.Shape,
        Review.Shape,
        CheckPolicy.Shape,
        ReadCalendar.Shape,
        ShowUrl.Shape,
        ShowIdentifier.Shape,
        AccountRecords.Account,
        AccountRecords.Change,
        AccountRecords.Inspection,
        AccountRecords.Repair,
        AccountRecords.Creation,
        AccountRecords.Reset,
        AccountRecords.Retirement,
        AccountRetire.Access,
        FileErrors.Shape,
        Validate.Shape,
        DiffManifests.Shape,
        OutcomeRecord.Shape,
        LeaverRecord.Shape,
        ApplyRecord.Shape,
        ReportRecords.Run,
        Report.Mail,
        Report.Account,
        ReportRecords.Report,
        Doctor.Shape,
        ConfigShow.Shape,
    ];

    public static string Write()
    {
        using var schema = new MemoryStream();
        using (var writer = new Utf8JsonWriter(schema, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("$id", Id);
            writer.WriteString("description", "A line of zimbra-share --json. Names stay; lines and fields may be added.");
            writer.WriteStartObject("$defs");
            writer.WriteStartObject("sentence");
            writer.WriteString("description", "A text by language.");
            writer.WriteString("type", "object");
            writer.WriteStartObject("additionalProperties");
            writer.WriteString("type", "string");
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteStartArray("anyOf");
            foreach (IRecordShape shape in Shapes)
            {
                shape.WriteSchema(writer);
            }

            using var plan = JsonDocument.Parse(SavedPlan.Schema);
            foreach (JsonElement line in plan.RootElement.GetProperty("anyOf").EnumerateArray())
            {
                line.WriteTo(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(schema.ToArray());
    }
}
