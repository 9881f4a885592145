using System.Globalization;
using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Writes the findings of a review for other programs, as they come in.</summary>
public static class ReviewReport
{
    private static readonly string[] Columns = ["code", "owner", "calendar", "granteeType", "grantee", "permissions", "ends", "inheritedFrom", "address", "text"];

    /// <summary>Writes a JSON array, one object a finding: <c>code</c>, <c>owner</c>, <c>calendar</c>, <c>granteeType</c> (<c>usr</c>, <c>guest</c>, <c>pub</c> …),
    /// <c>grantee</c>, <c>permissions</c>, <c>ends</c> (ISO 8601, UTC), <c>inheritedFrom</c>, <c>address</c>, <c>text</c>; what does not apply is null.</summary>
    /// <param name="findings">The findings, e.g. of <see cref="CalendarClient.ReviewAsync"/>.</param>
    /// <param name="output">Where to write, in UTF-8; it stays open.</param>
    /// <param name="cancellationToken">Ends the writing; what was written by then is no whole JSON.</param>
    public static async Task WriteJsonAsync(IAsyncEnumerable<ReviewFinding> findings, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(output);
        var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartArray();
            await foreach (ReviewFinding finding in findings.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                writer.WriteStartObject();
                foreach ((string column, string? value) in Columns.Zip(Values(finding)))
                {
                    writer.WriteString(column, value);
                }

                writer.WriteEndObject();
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            writer.WriteEndArray();
            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Writes a table (RFC 4180: commas, quotes where needed, CR LF) with the columns of <see cref="WriteJsonAsync"/> and their names in the first line. A value that a
    /// spreadsheet would take for a formula gets an apostrophe before it.
    /// </summary>
    /// <param name="findings">The findings.</param>
    /// <param name="output">Where to write; it stays open.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteCsvAsync(IAsyncEnumerable<ReviewFinding> findings, TextWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(output);
        await LineAsync(Columns).ConfigureAwait(false);
        await foreach (ReviewFinding finding in findings.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await LineAsync(Values(finding)).ConfigureAwait(false);
        }

        Task LineAsync(IEnumerable<string?> values) => output.WriteAsync((string.Join(',', values.Select(Cell)) + "\r\n").AsMemory(), cancellationToken);
    }

    private static string?[] Values(ReviewFinding finding) =>
    [
        finding.Code.ToString(),
        finding.Owner,
        finding.Grant?.Path.Value,
        finding.Grant is { } grant ? Messages.Mail.GranteeTypeWord.TextOf(grant.Grantee.Type) : null,
        finding.Grant?.Grantee.Name ?? finding.Grant?.Grantee.Id,
        finding.Grant?.Permissions.Letters,
        finding.Grant?.EffectiveExpiry?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        finding.Grant?.InheritedFrom?.Value,
        finding.Grant?.IcsAddress.ToString(),
        finding.Text,
    ];

    private static string Cell(string? value)
    {
        string text = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value ?? "";
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
