using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guides;

public sealed class ContentTests
{
    private static readonly string[] Programs =
    [
        "Thunderbird",
        "iPhone",
        "Mac",
        "Evolution",
        "Nextcloud",
        "ICSx⁵",
        "DAVx⁵",
        "Google",
        "Outlook",
    ];

    public static TheoryData<SubscriberKind, GuideLanguage> All()
    {
        var all = new TheoryData<SubscriberKind, GuideLanguage>();
        foreach (SubscriberKind kind in Enum.GetValues<SubscriberKind>())
        {
            foreach (GuideLanguage language in Enum.GetValues<GuideLanguage>())
            {
                all.Add(kind, language);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_form_names_every_program_the_address_and_the_user(SubscriberKind kind, GuideLanguage language)
    {
        Subscription subscription = Subscriptions.Of(kind);
        foreach (string form in Subscriptions.Forms(subscription, language))
        {
            Assert.All([.. Programs, subscription.Subscriber.UserName ?? ""], word =>
                Assert.Contains(word, form, StringComparison.Ordinal)
            );
            Assert.Contains("Sorties%20d", form, StringComparison.Ordinal);
            Assert.Contains("Les Amis du Lac", form, StringComparison.Ordinal);
            Assert.DoesNotContain('{', form.Split("</style>")[^1]);
        }
    }

    [Theory]
    [InlineData(
        GuideLanguage.English,
        "cannot sign in",
        "Do not write the password into the address",
        "Google Calendar cannot sign in",
        "Outlook on the web cannot sign in",
        "On a computer use Thunderbird"
    )]
    [InlineData(
        GuideLanguage.French,
        "connexion impossible",
        "N’écrivez pas le mot de passe dans l’adresse",
        "Google Agenda ne sait pas se connecter",
        "Outlook sur le web ne sait pas se connecter",
        "Sur ordinateur, utilisez Thunderbird"
    )]
    public void Programs_that_cannot_sign_in_say_so_and_what_to_use_instead(GuideLanguage language, params string[] truths)
    {
        foreach (SubscriberKind kind in new[] { SubscriberKind.Guest, SubscriberKind.GuestWithGrantPassword, SubscriberKind.User })
        {
            Assert.All(truths, truth =>
                Assert.Contains(truth, Subscriptions.Text(Subscriptions.Of(kind), language), StringComparison.Ordinal)
            );
        }

        Assert.All(truths, truth =>
            Assert.DoesNotContain(truth, Subscriptions.Text(Subscriptions.Everybody, language), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(
        GuideLanguage.English,
        "Whoever finds the address can read it, names and mail addresses of the people invited",
        "accepts any password",
        "leave both empty"
    )]
    [InlineData(
        GuideLanguage.French,
        "Toute personne qui trouve l’adresse peut le lire, y compris les noms et adresses de courriel des personnes invitées",
        "accepte n’importe quel mot de passe",
        "laissez les deux vides"
    )]
    public void A_public_share_says_who_can_read_it_and_that_a_password_proves_nothing(GuideLanguage language, params string[] truths)
    {
        Assert.All(truths, truth =>
            Assert.Contains(truth, Subscriptions.Text(Subscriptions.Everybody, language), StringComparison.Ordinal)
        );
        Assert.All(truths, truth =>
            Assert.DoesNotContain(truth, Subscriptions.Text(Subscriptions.Guest, language), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(GuideLanguage.English, "Your password would travel in clear")]
    [InlineData(GuideLanguage.French, "Votre mot de passe circulerait en clair")]
    public void An_http_address_warns_that_the_password_would_travel_in_clear(GuideLanguage language, string warning)
    {
        Assert.Contains(warning, Subscriptions.Text(Subscriptions.OverHttp, language), StringComparison.Ordinal);
        Assert.DoesNotContain(warning, Subscriptions.Text(Subscriptions.Guest, language), StringComparison.Ordinal);
        Assert.DoesNotContain(
            warning,
            Subscriptions.Text(Subscriptions.OverHttp with { Subscriber = Subscriber.Everybody }, language),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(GuideLanguage.English, "The server announces http://mail1")]
    [InlineData(GuideLanguage.French, "Le serveur annonce http://mail1")]
    public void Where_https_answers_the_guide_uses_it_throughout(GuideLanguage language, string notice)
    {
        string text = Subscriptions.Text(
            Subscriptions.OverHttp with
            {
                EncryptedAddress = IcsAddress.Parse(Subscriptions.Address),
            },
            language
        );

        Assert.Contains(notice, text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("http://").Length - 1);
        Assert.True(text.Split(Subscriptions.Address).Length > 5);
    }

    [Theory]
    [InlineData(GuideLanguage.English, "The share ends on 24 November 2026.")]
    [InlineData(GuideLanguage.French, "Le partage prend fin le 24 novembre 2026.")]
    public void The_last_day_is_the_one_where_the_moment_is_given(GuideLanguage language, string sentence) =>
        Assert.Contains(
            sentence,
            Subscriptions.Text(
                Subscriptions.Guest with
                {
                    Expiry = new DateTimeOffset(2026, 11, 24, 0, 30, 0, TimeSpan.FromHours(1)),
                },
                language
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_first_of_a_month_is_written_as_the_French_do() =>
        Assert.Contains(
            "prend fin le 1er août 2027",
            Subscriptions.Text(
                Subscriptions.Guest with
                {
                    Expiry = new DateTimeOffset(2027, 8, 1, 0, 0, 0, TimeSpan.Zero),
                },
                GuideLanguage.French
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        SubscriberKind.Guest,
        GuideLanguage.English,
        "The one you choose yourself",
        "It looks like a mail address but is not one",
        "https://mail1.example.net/ "
    )]
    [InlineData(
        SubscriberKind.Guest,
        GuideLanguage.French,
        "Celui que vous choisissez vous-même",
        "ressemble à une adresse de courriel mais n’en est pas une",
        "https://mail1.example.net/ "
    )]
    [InlineData(
        SubscriberKind.GuestWithGrantPassword,
        GuideLanguage.English,
        "the server never mails it",
        "Your user name is your mail address adresse@orange.fr",
        "refuses passwords that belong to one calendar only"
    )]
    [InlineData(
        SubscriberKind.GuestWithGrantPassword,
        GuideLanguage.French,
        "le serveur ne l’envoie jamais par courriel",
        "Votre identifiant est votre adresse de courriel adresse@orange.fr",
        "refuse les mots de passe propres à un seul agenda"
    )]
    [InlineData(SubscriberKind.User, GuideLanguage.English, "The usual password of your account", "“Accept Share”", "second factor")]
    [InlineData(
        SubscriberKind.User,
        GuideLanguage.French,
        "Le mot de passe habituel de votre compte",
        "« Accepter le partage »",
        "second facteur"
    )]
    public void Each_subscriber_learns_where_the_password_comes_from(SubscriberKind kind, GuideLanguage language, params string[] truths) =>
        Assert.All(truths, truth =>
            Assert.Contains(truth, Subscriptions.Text(Subscriptions.Of(kind), language), StringComparison.OrdinalIgnoreCase)
        );

    [Fact]
    public void A_guest_finds_the_personal_link_and_until_when_it_works()
    {
        // docs/protocol.md §12.2
        const string Url =
            "https://mail1.example.net:8443/service/extuserprov/?p=0_7fb14f7ce2c41c279c15f7e8758839d08e4648bb_6169643d33363a3863326"
            + "1336235652d306631642d346637652d396135332d3664316630633765326234343b6669643d333a3235373b656d61696c3d33303a6d617269652e6"
            + "3757269652b6167656e6461406578616d706c652e636f6d3b6578703d31333a313736373833303430303030303b";
        Subscription subscription = Subscriptions.Guest with { PersonalLink = PersonalLink.Parse(Url) };

        Assert.Contains($" {Url} ", Subscriptions.Text(subscription, GuideLanguage.English), StringComparison.Ordinal);
        Assert.Contains("works until 8 January 2026", Subscriptions.Text(subscription, GuideLanguage.English), StringComparison.Ordinal);
        Assert.Contains(
            "valable jusqu’au 8 janvier 2026",
            Subscriptions.Text(subscription, GuideLanguage.French),
            StringComparison.Ordinal
        );
        Assert.Contains($"href=\"{Url}\"", new SubscriptionGuide(subscription).ToHtml(GuideLanguage.French), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "extuserprov",
            Subscriptions.Text(subscription with { Subscriber = Subscriber.Everybody }, GuideLanguage.English),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_names_the_folder_and_the_account_stand_for_them()
    {
        string text = Subscriptions.Text(
            Subscriptions.Guest with
            {
                OwnerName = " ",
                Contact = null,
                CalendarName = null,
            },
            GuideLanguage.English
        );

        Assert.Contains("owner@monasso.org shares the calendar “Sorties d'été” with you", text, StringComparison.Ordinal);
        Assert.Contains("Ask owner@monasso.org", text, StringComparison.Ordinal);
    }
}
