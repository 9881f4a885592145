namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary>
/// The words of <c>fmt</c> and the suffixes of paths (docs/protocol.md §8.1, §8.2). Letter case counts in <c>fmt</c>, not in a suffix.
/// </summary>
internal static class RestFormats
{
    private static readonly string[] Words =
    [
        "atom",
        "cf",
        "csv",
        "ldif",
        "netscapeldif",
        "freebusy",
        "html",
        "native",
        "onlyoffice",
        "ics",
        "ifb",
        "json",
        "rss",
        "sync",
        "tar",
        "tgz",
        "vcf",
        "xml",
        "zip",
        "opatch",
        "mobileconfig",
    ];

    public static bool IsKnown(string word) => Words.Contains(word);

    /// <summary>The format that a suffix means; null for a suffix that means none.</summary>
    public static string? OfSuffix(string suffix) =>
        Words.FirstOrDefault(word => string.Equals(word, suffix, StringComparison.OrdinalIgnoreCase));

    public static string? DefaultOf(string view) =>
        view switch
        {
            "appointment" or "task" => "ics",
            "contact" => "csv",
            "document" => "html",
            _ => null,
        };
}
