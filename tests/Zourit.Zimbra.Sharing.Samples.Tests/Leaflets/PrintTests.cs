using System.Text;
using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Samples.Tests.WebApp;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Samples.Tests.Leaflets;

/// <summary>The leaflet as a browser prints it: one sheet, both sides, whatever it has to say.</summary>
public sealed partial class PrintTests
{
    private const string Address = "https://mail1.example.net:8443/home/association@les-amis-du-lac.example/Sorties%20d'%C3%A9t%C3%A9.ics";

    // The longest that each kind of reader gets: an address without https, an end, a long identifier.
    private static readonly Subscription Guest = new()
    {
        Address = IcsAddress.Parse(Address.Replace("https", "http", StringComparison.Ordinal)),
        Subscriber = Subscriber.Guest(GuestIdentifier.Parse("marie-christine.dupont-martin.orange.fr@les-amis-du-lac.example")),
        OwnerName = "Association Les Amis du Lac",
        Expiry = new DateTimeOffset(2027, 8, 31, 12, 0, 0, TimeSpan.Zero),
    };

    private static readonly (string Reader, Subscription Subscription)[] Readers =
    [
        ("guest", Guest),
        ("guest who manages", Guest with { Permissions = Permissions.Manager }),
        ("guest who edits", Guest with { Permissions = Permissions.Editor }),
        (
            "guest with a grant password",
            Guest with
            {
                Subscriber = Subscriber.GuestWithGrantPassword(GuestAddress.Parse("marie-christine.dupont-martin@orange.fr")),
            }
        ),
        ("user", Guest with { Subscriber = Subscriber.User("marie@les-amis-du-lac.example"), Permissions = Permissions.Manager }),
        ("everybody", Guest with { Subscriber = Subscriber.Everybody }),
    ];

    [Theory]
    [InlineData(GuideLanguage.English)]
    [InlineData(GuideLanguage.French)]
    public async Task Every_leaflet_is_one_sheet(GuideLanguage language)
    {
        await using Chromium chromium = await Chromium.StartAsync();
        var pages = new List<(string Reader, int Pages)>();
        foreach ((string reader, Subscription subscription) in Readers)
        {
            string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
            await File.WriteAllTextAsync(file, new SubscriptionGuide(subscription).ToHtml(language), TestContext.Current.CancellationToken);
            try
            {
                byte[] printed = await (await chromium.OpenAsync(new Uri(file))).PrintAsync();

                if (Environment.GetEnvironmentVariable("WEBAPP_SCREENSHOTS") is { Length: > 0 } kept)
                {
                    await File.WriteAllBytesAsync(
                        Path.Combine(kept, $"{reader}.{language}.pdf"),
                        printed,
                        TestContext.Current.CancellationToken
                    );
                    File.Copy(file, Path.Combine(kept, $"{reader}.{language}.html"), overwrite: true);
                }

                pages.Add((reader, Pages().Count(Encoding.Latin1.GetString(printed))));
            }
            finally
            {
                File.Delete(file);
            }
        }

        Assert.Equal(Readers.Select(each => (each.Reader, 2)), pages);
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Pages();
}
