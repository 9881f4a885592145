using Zourit.Zimbra.Sharing.Tool.Commands.Setup;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Tests.Documents;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Languages;

/// <summary>
/// A text for people is made with both languages at once: what the compiler does not ask for is looked for here, in the sources of the
/// libraries and the program.
/// </summary>
public sealed class TextSourceTests
{
    private const string Made = "new LocalizedText(";

    // Names, and what somebody else says: they have no language, or one that is not ours to change.
    private static readonly Dictionary<string, string> WithoutLanguage = new()
    {
        ["string.Join(\", \", domains)"] = "names of domains",
        ["name"] = "a name",
        ["failure.Message.Length > 0 ? failure.Message : failure.GetType().Name"] = "what .NET says",
        ["english"] = "of a text, whose other language follows",
        ["Required(text, \"en\")"] = "of a saved plan, whose other languages follow",
        ["symbol.Description ?? \"\""] = "no option or argument of ours is without its texts",
        ["\"version of zimbra-share\""] = "a label of JSON",
    };

    [Fact]
    public void No_text_is_in_English_only()
    {
        string[] alone = [.. Files().SelectMany(AloneIn)];

        Assert.Empty(alone);
    }

    [Fact]
    public void An_exception_that_the_program_repeats_has_its_text_in_both_languages()
    {
        string[] plain =
        [
            .. Files()
                .Where(file => file.Contains(".Tool", StringComparison.Ordinal))
                .SelectMany(file => File.ReadLines(file).Select(line => (file, line)))
                .Where(each =>
                    (
                        each.line.Contains("xception.Message", StringComparison.Ordinal)
                        || each.line.Contains("e.Message", StringComparison.Ordinal)
                    )
                    && Path.GetFileName(each.file) != "FileFailure.cs"
                )
                .Select(each => $"{each.file}: {each.line.Trim()}"),
        ];

        Assert.Empty(plain);
    }

    [Fact]
    public void A_word_of_a_table_has_its_French_one()
    {
        string[] words = [.. OutputSchema.Shapes.SelectMany(shape => shape.ShownWords).Distinct()];

        Assert.NotEmpty(words);
        Assert.Empty(words.Except(WordTexts.Known));
    }

    private static IEnumerable<string> Files() =>
        new[]
        {
            "Zourit.Zimbra.Sharing.Core",
            "Zourit.Zimbra.Sharing",
            "Zourit.Zimbra.Sharing.Plans",
            "Zourit.Zimbra.Sharing.Guides",
            "Zourit.Zimbra.Sharing.Tool",
        }
            .Select(project => ToolFolder.InRepository(Path.Combine("src", project)))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static IEnumerable<string> AloneIn(string file)
    {
        string source = File.ReadAllText(file);
        for (int at = source.IndexOf(Made, StringComparison.Ordinal); at >= 0; at = source.IndexOf(Made, at + 1, StringComparison.Ordinal))
        {
            int start = at + Made.Length;
            (int end, int commas) = Arguments(source, start);
            string argument = string.Join(' ', source[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            bool hasMore = source[(end + 1)..].TrimStart().StartsWith(".With(", StringComparison.Ordinal);
            if (commas == 0 && !hasMore && !WithoutLanguage.ContainsKey(argument))
            {
                yield return $"{Path.GetFileName(file)}: {Made}{argument})";
            }
        }
    }

    // Where a call's arguments end, and how many commas are between them; commas in literals and in calls within do not count.
    private static (int End, int Commas) Arguments(string source, int start)
    {
        int depth = 0;
        int commas = 0;
        bool isText = false;
        for (int i = start; i < source.Length; i++)
        {
            char c = source[i];
            if (c == '"' && source[i - 1] != '\\')
            {
                isText = !isText;
            }
            else if (!isText)
            {
                if (c == ')' && depth == 0)
                {
                    return (i, commas);
                }

                depth +=
                    c is '(' or '[' ? 1
                    : c is ')' or ']' ? -1
                    : 0;
                commas += c == ',' && depth == 0 ? 1 : 0;
            }
        }

        return (source.Length, commas);
    }
}
