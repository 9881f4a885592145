using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

namespace QuickStart;

/// <summary>Where the story plays: on which server, with which calendar and guest, and how far it may go.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string OwnerPassword = "Owner-pa55word";
    private readonly FakeZimbra? _fake;

    private Stage(ZimbraClient owner, string user, string calendar, string guest, FakeZimbra? fake)
    {
        Owner = owner;
        User = user;
        Calendar = calendar;
        Guest = guest;
        _fake = fake;
    }

    public ZimbraClient Owner { get; }

    public string User { get; }

    public string Calendar { get; }

    public string Guest { get; }

    public bool IsFake => _fake is not null;

    /// <summary>The password that the guest chooses; null to leave the guest's step to the guest.</summary>
    public Secret? GuestPassword { get; private init; }

    public bool SharesPublicly { get; private init; } = true;

    public bool Revokes { get; private init; } = true;

    /// <summary>A server that is there already, real or fake.</summary>
    public static Stage OnServer(
        string server,
        string? user,
        string? calendar,
        string? guest,
        bool accepts,
        bool sharesPublicly,
        bool revokes
    )
    {
        Uri uri = Uri.TryCreate(server, UriKind.Absolute, out Uri? absolute)
            ? absolute
            : throw new ArgumentException($"'{server}' is no address. Give --server like https://mail1.example.net.");
        string owner = Given(user, "--user");
        string path = Given(calendar, "--calendar");
        string address = Given(guest, "--guest");
        Secret? guestPassword = accepts
            ? FromEnvironment("ZIMBRA_GUEST_PASSWORD", "the password the guest is to have (--accept-as-guest)")
            : default(Secret?);
        Secret password = FromEnvironment("ZIMBRA_PASSWORD", $"the password of {owner}");
        return new Stage(new ZimbraClient(uri, ZimbraCredentials.Password(owner, password)), owner, path, address, null)
        {
            GuestPassword = guestPassword,
            SharesPublicly = sharesPublicly,
            Revokes = revokes,
        };
    }

    /// <summary>A fake server in this process, with a calendar in it.</summary>
    public static async Task<Stage> OnFakeAsync(string? user, string? calendar, string? guest, CancellationToken cancellationToken)
    {
        string owner = user ?? "moncompte@monasso.org";
        string path = calendar ?? "/Événements de l'asso";
        DateTimeOffset tomorrow = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        FakeZimbra fake = await FakeZimbra.StartAsync(
            seed =>
                seed.Account(owner, OwnerPassword, account =>
                    account
                        .DisplayName("Mon Asso")
                        .Calendar(path, events =>
                            events
                                .Event("Assemblée générale", tomorrow.AddHours(18), tomorrow.AddHours(20))
                                .Event("Fête de quartier", tomorrow.AddDays(9).AddHours(14), tomorrow.AddDays(9).AddHours(18))
                                .PrivateEvent("Entretien d'embauche", tomorrow.AddDays(2).AddHours(9), tomorrow.AddDays(2).AddHours(10))
                        )
                ),
            cancellationToken: cancellationToken
        );
        return new Stage(
            new ZimbraClient(fake.ServerUri, ZimbraCredentials.Password(owner, new Secret(OwnerPassword))),
            owner,
            path,
            guest ?? "adresse@orange.fr",
            fake
        )
        {
            GuestPassword = new Secret("Guest-pa55word"),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        if (_fake is not null)
        {
            await _fake.DisposeAsync();
        }
    }

    private static string Given(string? value, string option) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException($"With --server, {option} must be given.") : value;

    private static Secret FromEnvironment(string variable, string what) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? new Secret(value)
            : throw new ArgumentException($"Put {what} into the environment variable {variable}.");
}
