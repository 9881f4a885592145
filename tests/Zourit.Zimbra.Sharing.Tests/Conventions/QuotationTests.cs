using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>How the approved texts quote names.</summary>
public sealed partial class QuotationTests
{
    [Fact]
    public void French_texts_quote_by_guillemets_and_not_by_apostrophes()
    {
        (string File, string Line)[] french =
        [
            .. Directory
                .GetFiles(Repository.PathTo("tests"), "*.approved.txt", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/PublicApi/", StringComparison.Ordinal))
                .SelectMany(file => File.ReadLines(file).Where(line => French().IsMatch(line)).Select(line => (file, line))),
        ];

        Assert.True(french.Length > 100, $"only {french.Length}");
        Assert.DoesNotContain(french, text => Apostrophes().IsMatch(text.Line));
    }

    // No English text has guillemets, typographic apostrophes, or a space before a colon.
    [GeneratedRegex("[«’]| : ")]
    private static partial Regex French();

    [GeneratedRegex("(?<=[ (:,])'[^' ]")]
    private static partial Regex Apostrophes();
}
