using CsCheck;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Values;

public sealed class ValueTests
{
    [Theory]
    [InlineData("*@monasso.org", "bureau@monasso.org", true)]
    [InlineData("*@monasso.org", "Bureau@MonAsso.org", true)]
    [InlineData("*@monasso.org", "a@b@monasso.org", false)]
    [InlineData("*@*.example", "a@x.y.example", true)]
    [InlineData("*", "a@b", false)]
    [InlineData("**", "a@b", true)]
    [InlineData("/benevoles/*", "/benevoles/2027", true)]
    [InlineData("/benevoles/*", "/benevoles/2027/mai", false)]
    [InlineData("/benevoles/**", "/benevoles/2027/mai", true)]
    [InlineData("/benevoles/*", "/benevoles", false)]
    [InlineData("/a*c", "/abbc", true)]
    [InlineData("/a*c", "/ab", false)]
    [InlineData("a", "", false)]
    public void A_pattern_means_what_it_says(string pattern, string text, bool expected) =>
        Assert.Equal(expected, GlobPattern.Parse(pattern).Matches(text));

    [Fact]
    public void A_pattern_of_many_wildcards_is_matched_in_no_time() =>
        Assert.False(GlobPattern.Parse(string.Concat(Enumerable.Repeat("*a", 250))).Matches(new string('a', 5000) + "b"));

    [Fact]
    public void Shards_are_disjoint_and_complete() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 20], Gen.Int[1, 40])
            .Sample(
                (name, count) => Assert.Single(Enumerable.Range(1, count), number => new Shard(number, count).Holds($"{name}@monasso.org"))
            );

    [Theory]
    [InlineData("bureau@monasso.org"), InlineData(" Bureau@MonAsso.ORG ")]
    public void The_shard_of_an_owner_never_changes(string owner) => Assert.True(Shard.Parse("4/4").Holds(owner));

    [Fact]
    public void Shards_share_the_owners_evenly()
    {
        int[] counts =
        [
            .. Enumerable
                .Range(1, 4)
                .Select(number => Enumerable.Range(0, 4000).Count(i => new Shard(number, 4).Holds($"o{i}@monasso.org"))),
        ];

        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void The_rate_of_a_server_is_divided_among_shards() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 40])
            .Sample(
                (rate, count) =>
                {
                    int[] parts = [.. Enumerable.Range(1, count).Select(number => new Shard(number, count).PartOf(rate))];
                    Assert.Equal(Math.Max(rate, count), parts.Sum());
                    Assert.InRange(parts.Max() - parts.Min(), 0, 1);
                    Assert.Equal(0, new Shard(1, count).PartOf(0));
                }
            );

    [Theory]
    [InlineData("0/4"), InlineData("5/4"), InlineData("1"), InlineData("1/0"), InlineData("a/b"), InlineData("1/1001"), InlineData("-1/2")]
    public void What_is_no_shard_is_refused(string text) => Assert.ThrowsAny<ArgumentException>(() => Shard.Parse(text));

    [Fact]
    public void An_excerpt_is_short_and_in_one_line() =>
        Gen.String.Sample(text =>
        {
            string excerpt = Excerpt.Of(text);
            Assert.DoesNotContain(excerpt, c => char.IsControl(c) || c is '\u2028' or '\u202E');
            Assert.True(excerpt.Length <= 41 * 10);
        });

    [Theory]
    [InlineData("5", 1000, 5), InlineData("5%", 41, 2), InlineData("100%", 7, 7), InlineData("0", 7, 0)]
    public void An_amount_is_a_number_or_a_share_of_the_whole(string text, int total, int expected) =>
        Assert.Equal(expected, Amount.TryParse(text)!.Value.Within(total));

    // A manifest can be wrong in every line, and each error quotes a key and the file's name several times.
    [Fact]
    public void A_line_that_needs_no_escaping_is_not_copied()
    {
        string plain = "the key of a file, forty letters in all.";

        Assert.Equal(plain, Excerpt.Of(plain));
        Assert.Same(plain, Excerpt.OneLine(plain));
        Assert.Equal("é\\u{A}", Excerpt.OneLine("é\n"));
        Assert.Equal($"{plain}…", Excerpt.Of(plain + "y"));
    }
}
