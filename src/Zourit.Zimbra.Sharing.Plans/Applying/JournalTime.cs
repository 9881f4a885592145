using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>When a line of a journal was written.</summary>
internal static class JournalTime
{
    /// <summary>The time; null for a line that no journal has.</summary>
    public static DateTimeOffset? Of(string line)
    {
        if (!JournalLines.MayBeOne(line))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("at", out JsonElement at)
                && at.ValueKind == JsonValueKind.String
                && at.TryGetDateTimeOffset(out DateTimeOffset time)
                ? time
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
