using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Rendering;

/// <summary>
/// Plans in a file, as JSON Lines: a line <c>version</c>, then for each owner the lines <c>change</c> and a line <c>owner</c>, at the end a
/// line <c>summary</c>. There is no secret in it. For programs that show plans, and to apply later what was looked at.
/// </summary>
public static class SavedPlan
{
    private const int LongestLine = 1024 * 1024;

    /// <summary>The JSON Schema (draft 2020-12) of each line.</summary>
    public static string Schema => PlanSchema.Whole;

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Where it is written to; it is left open.</param>
    public static void Write(SharingPlan plan, Stream output)
    {
        Argument.NotNull(plan);
        Argument.NotNull(output);
        PlanJson.Write(plan, output);
    }

    /// <summary>The SHA-256 of a saved plan, in small hexadecimal letters: by it the plan is approved.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken = default)
    {
        FileName.Require(path);
        FileStream file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            return await HashOfAsync(file, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<string> HashOfAsync(FileStream file, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads a plan that <see cref="Write"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The SHA-256 that it must have; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The plan, or what is wrong with the file: it cannot be opened, is no plan, ends in the middle, or is another one.</returns>
    public static async Task<ReadOutcome<SharingPlan>> ReadAsync(
        string path,
        SavedPlanOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        FileName.Require(path);
        var errors = new ErrorList();
        var lines = new PlanLineReader();
        int number = 0;
        try
        {
            FileStream file = File.OpenRead(path);
            await using ConfiguredAsyncDisposable closing = file.ConfigureAwait(false);
            string hash = await HashOfAsync(file, cancellationToken).ConfigureAwait(false);
            if (options?.Sha256 is { } expected && !expected.Equals(hash, StringComparison.OrdinalIgnoreCase))
            {
                errors.Add(ManifestErrorCode.OtherFile, new(path, 0, 0), RenderingTexts.OtherPlan);
                return new(null, errors.ToSortedList());
            }

            // The same opened file that was hashed, whatever its name leads to meanwhile.
            file.Position = 0;
            using var text = new StreamReader(file, System.Text.Encoding.UTF8);
            while (await BoundedLine.ReadAsync(text, LongestLine, cancellationToken).ConfigureAwait(false) is { } line)
            {
                number++;
                lines.Add(line);
            }

            return new(lines.ToPlan(), []);
        }
        catch (Exception e)
            when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            errors.Add(ManifestErrorCode.Syntax, new(path, number, 0), RenderingTexts.NoPlan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(ManifestErrorCode.NotReadable, new(path, 0, 0), DocumentTexts.CannotOpen(path));
        }

        return new(null, errors.ToSortedList());
    }
}
