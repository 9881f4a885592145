using System.Text;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>
/// Writes the findings of a review for other programs and for spreadsheets, as they come in. No secret is in it: neither grant passwords
/// nor access keys.
/// </summary>
public static class ReviewReport
{
    /// <summary>Writes a JSON array, one object a finding: <c>code</c>, <c>owner</c>, <c>calendar</c>, <c>folderId</c>, <c>granteeType</c>
    /// (<c>usr</c>, <c>guest</c>, <c>pub</c> …), <c>grantee</c>, <c>permissions</c>, <c>ends</c> (ISO 8601, UTC), <c>inheritedFrom</c>,
    /// <c>address</c>, <c>sentence</c>, <c>remedy</c>, <c>sentenceFr</c>, <c>remedyFr</c>; what does not apply is null.</summary>
    /// <param name="findings">The findings, e.g. of <see cref="CalendarClient.ReviewAsync"/>.</param>
    /// <param name="output">Where to write, in UTF-8; it stays open.</param>
    /// <param name="cancellationToken">Ends the writing, and the review; what was written by then is no whole JSON.</param>
    public static async Task WriteJsonAsync(
        IAsyncEnumerable<ReviewFinding> findings,
        Stream output,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(findings);
        Argument.NotNull(output);
        var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        await using (writer.ConfigureAwait(false))
        {
            IReadOnlyList<string> columns = ReviewRow.Columns;
            writer.WriteStartArray();
            await foreach (ReviewFinding finding in findings.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                writer.WriteStartObject();
                foreach ((string column, string? value) in columns.Zip(ReviewRow.Of(finding)))
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
    /// Writes a table (RFC 4180: commas, quotes where needed, CR LF) with the columns of <see cref="WriteJsonAsync"/> and their names in
    /// the first line, in UTF-8 with a byte order mark, without which Excel takes accents for something else. What a spreadsheet would take
    /// for a formula gets an apostrophe before it, at the start of a value and after each <c>;</c>, comma, tab and line end in it: where
    /// the system's list separator is not the comma, cells start there.
    /// </summary>
    /// <param name="findings">The findings, e.g. of <see cref="CalendarClient.ReviewAsync"/>.</param>
    /// <param name="output">Where to write; it stays open.</param>
    /// <param name="cancellationToken">Ends the writing, and the review; what was written by then are whole lines.</param>
    public static async Task WriteCsvAsync(
        IAsyncEnumerable<ReviewFinding> findings,
        Stream output,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(findings);
        Argument.NotNull(output);
        await output.WriteAsync(Encoding.UTF8.GetPreamble(), cancellationToken).ConfigureAwait(false);
        await LineAsync(ReviewRow.Columns).ConfigureAwait(false);
        await foreach (ReviewFinding finding in findings.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await LineAsync(ReviewRow.Of(finding)).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);

        ValueTask LineAsync(IEnumerable<string?> values) =>
            output.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', values.Select(CsvCell.Of)) + "\r\n"), cancellationToken);
    }
}
