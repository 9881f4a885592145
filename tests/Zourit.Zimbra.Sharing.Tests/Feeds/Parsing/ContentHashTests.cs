using System.Text;
using Zourit.Zimbra.Sharing.Feeds.Parsing;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Parsing;

/// <summary>The hash that tells whether a feed has changed.</summary>
public sealed class ContentHashTests
{
    [Fact]
    public void It_stays_the_same_from_one_version_to_the_next_since_callers_keep_it() =>
        Assert.Equal(
            "e511d6eb45c2894f8001aa861303fe0db966cb447d774893563391455698cf53",
            Hash(["BEGIN:VEVENT", "UID:a", "END:VEVENT"], ["BEGIN:VEVENT", "UID:b", "END:VEVENT"])
        );

    [Fact]
    public void Neither_order_nor_stamps_count_whether_folded_or_not()
    {
        string hash = Hash(["UID:a"], ["UID:b"]);

        Assert.Equal(hash, Hash(["UID:b"], ["UID:a"]));
        Assert.Equal(hash, Hash(["UID:a", "DTSTAMP:20270101", " T000000Z", "\t1"], ["PRODID:x", " y", "UID:b"]));
    }

    [Fact]
    public void Where_a_line_ends_counts_and_in_which_component_it_is()
    {
        Assert.NotEqual(Hash(["a", "b"]), Hash(["ab"]));
        Assert.NotEqual(Hash(["a", " b"]), Hash(["a", "\tb"]));
        Assert.NotEqual(Hash(["a"], ["b"]), Hash(["a", "b"]));
        Assert.NotEqual(Hash(["a"], ["a"]), Hash(["a"]));
        Assert.NotEqual(Hash(["a"]), Hash());
        Assert.Equal(4, Enumerable.Range(0, 4).Select(lane => Hash(["a"]).Substring(lane * 16, 16)).Distinct().Count());
    }

    private static string Hash(params string[][] components)
    {
        using var hash = new ContentHash();
        foreach (string[] component in components)
        {
            foreach (string line in component)
            {
                hash.Line(Encoding.UTF8.GetBytes(line));
            }

            hash.EndComponent();
        }

        return hash.ToString();
    }
}
