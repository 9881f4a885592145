using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Tests.Documents;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Tests.CommandLines;

public sealed partial class ToolWordTests
{
    private static readonly string[] Libraries =
    [
        "Zourit.Zimbra.Sharing.Core",
        "Zourit.Zimbra.Sharing",
        "Zourit.Zimbra.Sharing.Plans",
        "Zourit.Zimbra.Sharing.Guides",
    ];

    // Settings of the library that the program sets itself or leaves as they are, and calls that only a program makes.
    // Last: a request that was refused is called as Zimbra calls it; and code between two literals.
    private static readonly string[] Programmers =
    [
        "AddZimbraSharing",
        "AttemptTimeout",
        "BatchSize",
        "BreakAfterRequests",
        "BreakDuration",
        "BreakFailureRatio",
        "BreakSamplingDuration",
        "CopyToAsync",
        "DangerousAcceptAnyServerCertificateValidator",
        "DejaVu",
        "EndingWithin",
        "FromKeyedServices",
        "FurtherCalendars",
        "GranteeId",
        "IsAdmin",
        "LdapFilter",
        "MailBatchSize",
        "MaxBytes",
        "MaxConcurrency",
        "MaxConcurrentRequests",
        "MaxEvents",
        "MaxExpansionTime",
        "MaxReplyBytes",
        "MaxReplyDepth",
        "MaxRequestsPerSecond",
        "MaxRetries",
        "MaxRetryDelay",
        "PageSize",
        "PasswordProvider",
        "PreauthKey",
        "PublicationWait",
        "ReadAsync",
        "RefusedLoginPause",
        "RetryDelay",
        "SeriesHorizon",
        "TotalTimeout",
        "TrustedRoots",
        "UseCredentials",
        "UserAgent",
        "WholeServer",
        "ZimbraClient",
        "GetFolderRequest",
        "StringComparison",
        "TrimEnd",
    ];

    [Fact]
    public void No_text_that_a_person_at_a_terminal_reads_names_a_call_or_a_setting_of_CSharp()
    {
        string[] texts = [.. Texts().Where(text => text.Contains(' ', StringComparison.Ordinal))];
        string[] found =
        [
            .. texts
                .SelectMany(text => Names().Matches(ToolWords.In(text)).Select(match => (match.Value, Text: text)))
                .Where(each => !Programmers.Contains(each.Value))
                .Select(each => $"{each.Value}: {each.Text}"),
        ];

        Assert.InRange(texts.Length, 500, 100_000);
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [Fact]
    public void Nothing_is_replaced_that_no_text_says_any_more()
    {
        string[] texts = [.. Texts()];

        Assert.All(ToolWords.Known, known => Assert.True(texts.Any(text => text.Contains(known.Trim(), StringComparison.Ordinal)), known));
    }

    [Theory]
    [InlineData("Share it first (ShareWithGuestAsync), or look.", "Share it first (zimbra-share guest add), or look.")]
    [InlineData("use Mailbox(\"bob@example.test\") and", "use --on-behalf-of bob@example.test and")]
    [InlineData("got no reply within 30 s (AttemptTimeout).", "got no reply within 30 s.")]
    [InlineData("nothing to replace", "nothing to replace")]
    public void A_text_is_said_in_the_words_of_the_program(string text, string said)
    {
        Assert.Equal(said, ToolWords.In(text));
        Assert.Equal(said, new LocalizedText("x").With("fr", text).SaidIn("fr"));
    }

    // Literals that are joined by + are one text; of what is filled in only names of C# are known.
    private static IEnumerable<string> Texts() =>
        Libraries
            .Select(library => ToolFolder.InRepository(Path.Combine("src", library)))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "DependencyInjection"))
            .SelectMany(file => Literals().Matches(WithoutComments(File.ReadAllText(file))))
            .Select(match => match.Value.StartsWith("nameof", StringComparison.Ordinal) ? $"{{{match.Value}}}" : Joined(match.Value))
            .Select(text => NameOf().Replace(text, match => match.Groups[1].Value).Replace("\\\"", "\"", StringComparison.Ordinal))
            .Select(text => Hole().Replace(text, "…"));

    private static string Joined(string literals) => string.Concat(Literal().Matches(literals).Select(each => each.Groups[1].Value));

    private static string WithoutComments(string source) =>
        string.Join('\n', source.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"\$?""(?:[^""\\\n]|\\.)*""(?:\s*\+\s*\$?""(?:[^""\\\n]|\\.)*"")*|nameof\([\w.]+\)")]
    private static partial Regex Literals();

    [GeneratedRegex(@"""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{nameof\((?:\w+\.)*(\w+)\)\}")]
    private static partial Regex NameOf();

    [GeneratedRegex(@"\{[^}]*(?:\}|$)")]
    private static partial Regex Hole();

    // Two words written as one.
    [GeneratedRegex(@"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b")]
    private static partial Regex Names();
}
