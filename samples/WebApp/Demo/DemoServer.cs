using Zourit.Zimbra.Sharing.Testing;

namespace WebApp.Demo;

/// <summary>A fake Zimbra server with an association's calendars, for whoever starts the sample without a server of their own.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private const string Owner = "asso@lesamisdulac.org";
    private const string OwnerName = "Les Amis du Lac";
    private const string Password = "Owner-pa55word";
    private readonly FakeZimbra _zimbra;

    private DemoServer(FakeZimbra zimbra) => _zimbra = zimbra;

    public IReadOnlyList<DemoMail> Mails =>
        [.. _zimbra.Outbox.Mails.Reverse().Select(mail => new DemoMail(mail.EnvelopeTo, mail.Subject, mail.Text, mail.PersonalLink))];

    /// <summary>Starts it and makes it the configured server; null when a server is configured.</summary>
    public static async Task<DemoServer?> StartUnlessConfiguredAsync(IConfigurationManager configuration)
    {
        if (configuration["Zimbra:ServerUri"] is { Length: > 0 })
        {
            return null;
        }

        DateTimeOffset today = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        FakeZimbra zimbra = await FakeZimbra.StartAsync(seed =>
            seed.Account(Owner, Password, account =>
                    account
                        .DisplayName(OwnerName)
                        .Attribute("zimbraPrefLocale", "fr")
                        .Calendar("/Activités de l'association", events =>
                            events
                                .Event("Assemblée générale", today.AddDays(5).AddHours(18), today.AddDays(5).AddHours(20))
                                .Event("Nettoyage des rives", today.AddDays(12).AddHours(9), today.AddDays(12).AddHours(12))
                                .Event("Fête du lac", today.AddDays(30).AddHours(14), today.AddDays(30).AddHours(23))
                                .ShareWithGuest("camille@laposte.example", "r")
                                .ShareWithUser("tresorier@lesamisdulac.org", "rwidx")
                        )
                        .Calendar("/Réservations de la salle", bookings =>
                            bookings
                                .Event("Chorale", today.AddDays(1).AddHours(19), today.AddDays(1).AddHours(21))
                                .Event("Club d'échecs", today.AddDays(2).AddHours(20), today.AddDays(2).AddHours(22))
                                .SharePublicly("r")
                        )
                        .Calendar("/Bureau", board =>
                            board.PrivateEvent("Réunion du bureau", today.AddDays(3).AddHours(18), today.AddDays(3).AddHours(19))
                        )
                )
                .Account("tresorier@lesamisdulac.org", "Treasurer-pa55word", account => account.DisplayName("Le trésorier"))
        );
        configuration["Zimbra:ServerUri"] = zimbra.ServerUri.AbsoluteUri;
        configuration["Zimbra:Account"] = Owner;
        configuration["Zimbra:Password"] = Password;
        configuration["OwnerName"] = OwnerName;
        return new DemoServer(zimbra);
    }

    public ValueTask DisposeAsync() => _zimbra.DisposeAsync();
}
