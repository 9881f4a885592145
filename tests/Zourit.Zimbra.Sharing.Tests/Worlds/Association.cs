using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Seeding;

namespace Zourit.Zimbra.Sharing.Tests.Worlds;

/// <summary>
/// The association that tests are about: an owner with calendars, a colleague and a group; and what differs from it in a test.
/// </summary>
internal sealed class Association
{
    public const string Owner = "moncompte@monasso.org";
    public const string OwnerPassword = "pa55-wörd";
    public const string Events = "/my-events";
    public const string Trips = "/Événements de l'asso/Sorties d'été";
    public const string Guest = "adresse@orange.fr";
    public const string Identifier = "adresse.orange.fr@monasso.org";
    public const string GuestPassword = "s3cret-Pässword";

    private Action<FakeZimbraSeed>? _more;
    private Action<AccountSeed>? _owner;
    private Action<CalendarSeed>? _events;
    private FakeZimbraOptions? _server;
    private Action<ZimbraClientOptions>? _client;
    private HttpMessageHandler? _way;
    private bool _asAdmin;

    /// <summary>Seeds more than the association.</summary>
    public Association With(Action<FakeZimbraSeed>? more)
    {
        _more += more;
        return this;
    }

    /// <summary>Seeds more in the owner's account.</summary>
    public Association WithOwner(Action<AccountSeed> owner)
    {
        _owner += owner;
        return this;
    }

    /// <summary>Seeds what is in the owner's first calendar, and whom it is shared with.</summary>
    public Association WithEvents(Action<CalendarSeed> events)
    {
        _events += events;
        return this;
    }

    /// <summary>Sets how the server is.</summary>
    public Association On(FakeZimbraOptions server)
    {
        _server = server;
        return this;
    }

    /// <summary>Sets the options of the world's own client.</summary>
    public Association Using(Action<ZimbraClientOptions> client)
    {
        _client += client;
        return this;
    }

    /// <summary>Puts something between the world's own client and the server.</summary>
    public Association Amid(HttpMessageHandler way)
    {
        _way = way;
        return this;
    }

    /// <summary>Lets the world's own client be an administrator's instead of the owner's.</summary>
    public Association AsAdmin()
    {
        _asAdmin = true;
        return this;
    }

    public async Task<AssociationWorld> StartAsync()
    {
        FakeZimbra server = await FakeZimbra.StartAsync(Seed, _server, TestContext.Current.CancellationToken);
        var world = new AssociationWorld(server);
        await world.LogInAsync(_asAdmin ? world.AsAdmin(_client, _way) : world.AsOwner(_client, _way));
        return world;
    }

    private void Seed(FakeZimbraSeed seed)
    {
        seed.Account(Owner, OwnerPassword, account =>
            {
                account.DisplayName("Mon Asso").Calendar(Events, _events).Calendar(Trips);
                _owner?.Invoke(account);
            })
            .Account("paul@monasso.org", OwnerPassword, account => account.Alias("president@monasso.org").DisplayName("Paul"))
            .Group("bureau@monasso.org", "paul@monasso.org");
        _more?.Invoke(seed);
    }
}
