using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Clients.Tests.Thunderbird;

/// <summary>What the installed Thunderbird shows people: all texts of one language.</summary>
internal static partial class Words
{
    private const string French = "langpack-fr@thunderbird.mozilla.org.xpi";

    public static async Task<HashSet<string>> EnglishAsync(CancellationToken cancellationToken) =>
        await ReadAsync(Path.Combine(Program.Installed(), "omni.ja"), "en-US", cancellationToken);

    /// <summary>Skips the test where the language is not installed.</summary>
    public static async Task<HashSet<string>> FrenchAsync(CancellationToken cancellationToken)
    {
        string pack = Path.Combine(Program.Installed(), "extensions", French);
        Assert.SkipUnless(File.Exists(pack), "Thunderbird's French is not installed on this machine.");
        return await ReadAsync(pack, "fr", cancellationToken);
    }

    /// <summary>A label without what varies from place to place: the colon after it, the kind of blanks and apostrophes.</summary>
    public static string Plain(string label) => Blanks().Replace(label, " ").Replace('’', '\'').TrimEnd(':', ' ').TrimStart();

    // Fluent files: "name = text", or ".attribute = text" on a line of its own.
    private static async Task<HashSet<string>> ReadAsync(string archive, string language, CancellationToken cancellationToken)
    {
        HashSet<string> words = [];
        await using ZipArchive files = await ZipFile.OpenReadAsync(archive, cancellationToken);
        foreach (ZipArchiveEntry file in files.Entries.Where(file => IsText(file.FullName, language)))
        {
            using var reader = new StreamReader(await file.OpenAsync(cancellationToken));
            words.UnionWith(Text().Matches(await reader.ReadToEndAsync(cancellationToken)).Select(match => Plain(match.Groups[1].Value)));
        }

        return words;
    }

    private static bool IsText(string file, string language) =>
        file.EndsWith(".ftl", StringComparison.Ordinal) && file.StartsWith($"localization/{language}/", StringComparison.Ordinal);

    [GeneratedRegex("^[ .A-Za-z0-9-]+ = (.+)$", RegexOptions.Multiline)]
    private static partial Regex Text();

    [GeneratedRegex("[\\s\\u00A0\\u202F]+")]
    private static partial Regex Blanks();
}
