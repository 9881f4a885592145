using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Clients.Tests.Thunderbird;

/// <summary>The leaflet calls what is to be pressed and filled in by the names that Thunderbird shows.</summary>
public sealed partial class LabelTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_English_leaflet_uses_the_words_of_Thunderbird()
    {
        HashSet<string> words = await Words.EnglishAsync(Cancel);

        AssertShown(GuideLanguage.English, words);
    }

    [Fact]
    public async Task The_French_leaflet_uses_the_words_of_Thunderbird()
    {
        HashSet<string> words = await Words.FrenchAsync(Cancel);

        AssertShown(GuideLanguage.French, words);
    }

    private static void AssertShown(GuideLanguage language, HashSet<string> words)
    {
        Subscriber[] subscribers =
        [
            Subscriber.Guest(GuestIdentifier.Parse(SharedCalendars.Identifier)),
            Subscriber.GuestWithGrantPassword(GuestAddress.Parse(SharedCalendars.GrantGuest)),
            Subscriber.Everybody,
        ];
        List<string> labels = [.. subscribers.SelectMany(subscriber => Labels(subscriber, language)).Distinct()];

        Assert.True(labels.Count > 8, $"The leaflet has hardly any labels: {string.Join(", ", labels)}");
        Assert.Equal([], labels.Where(label => !words.Contains(Words.Plain(label))));
    }

    // In the Markdown form what is to be pressed is bold.
    private static IEnumerable<string> Labels(Subscriber subscriber, GuideLanguage language)
    {
        string guide = new SubscriptionGuide(
            new Subscription
            {
                Address = IcsAddress.FromRestRoot($"https://mail1.example.net/home/{SharedCalendars.Owner}", FolderPath.Parse("/Sorties")),
                Subscriber = subscriber,
            }
        ).ToMarkdown(language);
        string section = Section().Match(guide).Groups[1].Value;
        return Label().Matches(section).Select(match => match.Groups[1].Value.Replace("\\", "", StringComparison.Ordinal));
    }

    [GeneratedRegex("^### Thunderbird[^\\n]*\\n(.*?)(?=^##)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("\\*\\*(.+?)\\*\\*")]
    private static partial Regex Label();
}
