using CsCheck;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests;

public sealed class FolderPathTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("/a//b", "must not be empty")]
    [InlineData("/.", "'.' cannot be")]
    [InlineData("/a/..", "'..' cannot be")]
    [InlineData("/a:b", "':' at position 1")]
    [InlineData("/say \"hi\"", "'\"' at position 4")]
    [InlineData("/tab\there", "U+0009 at position 3")]
    [InlineData("/line\nend", "U+000A")]
    [InlineData("/bell\u0007", "XML cannot carry")]
    [InlineData("   ", "must not be empty")]
    public void A_name_the_server_does_not_take_is_refused_and_named(string text, string because)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => FolderPath.Parse(text));

        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.False(FolderPath.TryParse(text, out FolderPath path));
        Assert.Equal(FolderPath.Root, path);
    }

    [Fact]
    public void Half_a_character_is_refused() => Assert.False(FolderPath.TryParse("/half" + '\uD83D', out _));

    [Fact]
    public void A_name_has_at_most_255_characters()
    {
        Assert.True(FolderPath.TryParse(new string('é', 255), out _));
        Assert.Contains(
            "256",
            Assert.ThrowsAny<ArgumentException>(() => FolderPath.Parse(new string('a', 256))).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("my-events", "/my-events")]
    [InlineData("/Événements de l'asso", "/Événements de l'asso")]
    [InlineData("/A/B sous-dossier/", "/A/B sous-dossier")]
    [InlineData("/ends with spaces  ", "/ends with spaces")]
    [InlineData("/  leading spaces stay", "/  leading spaces stay")]
    [InlineData("/📅 fêtes", "/📅 fêtes")]
    [InlineData("/", "/")]
    public void The_leading_slash_is_optional_and_trailing_spaces_are_dropped(string text, string value) =>
        Assert.Equal(value, FolderPath.Parse(text).ToString());

    [Fact]
    public void Letter_case_does_not_count_but_decomposed_accents_do()
    {
        Assert.Equal(FolderPath.Parse("/CALENDAR"), FolderPath.Parse("calendar"));
        Assert.True(FolderPath.Parse("/\u00e9") != FolderPath.Parse("/e\u0301"));
    }

    [Fact]
    public void A_path_knows_its_names()
    {
        FolderPath path = FolderPath.Root.Append("Asso").Append("Sorties ");

        Assert.Equal("/Asso/Sorties", path.Value);
        Assert.Equal("Sorties", path.Name);
        Assert.Equal(["Asso", "Sorties"], path.Segments);
        Assert.Empty(FolderPath.Root.Segments);
        Assert.True(FolderPath.Root.IsRoot);
        Assert.ThrowsAny<ArgumentException>(() => path.Append("a/b"));
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("/", "/")]
    [InlineData("/a:b", "/a:b")]
    [InlineData("/..", "/..")]
    public void What_the_server_itself_calls_a_folder_is_kept_whatever_the_rules_are(string told, string value)
    {
        FolderPath path = FolderPath.FromServer(told);

        Assert.Equal(value, path.Value);
        Assert.Equal(value == "/", path.IsRoot);
    }

    [Theory]
    [InlineData("/two📅📅\u0007", "U+0007 at position 7")]
    [InlineData("/a\uFFFE", "U+FFFE at position 1")]
    public void A_bad_character_is_found_after_good_ones_of_any_kind(string text, string because) =>
        Assert.Contains(because, Assert.ThrowsAny<ArgumentException>(() => FolderPath.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_was_read_reads_again_as_the_same() =>
        Gen.String.Sample(text =>
        {
            if (FolderPath.TryParse(text, out FolderPath path))
            {
                Assert.Equal(path.Value, FolderPath.Parse(path.Value).Value);
                Assert.Equal(path.Value, path.Segments.Aggregate(FolderPath.Root, (parent, name) => parent.Append(name)).Value);
            }
        });
}
