using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_from_the_container_shares_a_calendar()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        HostApplicationBuilder app = App(
            ("ServerUri", zimbra.ServerUri.ToString()),
            ("Account", GrantingZimbra.Owner),
            ("Password", GrantingZimbra.Password)
        );
        app.Services.AddZimbraSharing(app.Configuration.GetSection("Zimbra"));
        using IHost host = app.Build();
        await host.StartAsync(Token);

        await GrantingZimbra.GrantAndReadBackAsync(host.Services.GetRequiredService<ZimbraClient>(), Token);

        await host.StopAsync(Token);
    }

    [Fact]
    public async Task A_client_made_without_a_container_shares_a_calendar()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Password(GrantingZimbra.Owner, new Secret(GrantingZimbra.Password))
        );

        await GrantingZimbra.GrantAndReadBackAsync(client, Token);
    }

    [Fact]
    public async Task An_administrator_from_configuration_acts_for_an_owner()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        await using ServiceProvider services = Services(
            new()
            {
                ["ServerUri"] = zimbra.ServerUri.ToString(),
                ["AdminUri"] = zimbra.AdminUri.ToString(),
                ["Account"] = zimbra.AdminName,
                ["Password"] = zimbra.AdminPassword,
                ["IsAdmin"] = "true",
            }
        );

        ZimbraMailbox owner = services.GetRequiredService<ZimbraClient>().Mailbox(GrantingZimbra.Owner);
        GuestShare share = await owner.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", new() { Notify = false }, Token);
        Assert.Equal((GrantingZimbra.Owner, ShareOutcome.Created), (share.Owner, share.Outcome));
        Assert.Single(zimbra.GrantsOf(GrantingZimbra.Owner, "/my-events"));
    }

    [Fact]
    public async Task A_preauth_key_from_configuration_opens_the_account()
    {
        const string key = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed =>
                seed.Domain("monasso.org", domain => domain.Attributes["zimbraPreAuthKey"] = key)
                    .Account(GrantingZimbra.Owner, GrantingZimbra.Password, account => account.Calendar("/my-events")),
            cancellationToken: Token
        );
        await using ServiceProvider services = Services(
            new()
            {
                ["ServerUri"] = zimbra.ServerUri.ToString(),
                ["Account"] = GrantingZimbra.Owner,
                ["PreauthKey"] = key,
            }
        );

        await GrantingZimbra.GrantAndReadBackAsync(services.GetRequiredService<ZimbraClient>(), Token);
    }

    [Fact]
    public async Task Settings_made_in_code_add_to_those_of_configuration()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        int asked = 0;
        var collection = new ServiceCollection();
        collection
            .AddZimbraSharing(Section(new() { ["ServerUri"] = zimbra.ServerUri.ToString(), ["Account"] = GrantingZimbra.Owner }))
            .Configure(options =>
                options.PasswordProvider = _ =>
                {
                    asked++;
                    return ValueTask.FromResult(new Secret(GrantingZimbra.Password));
                }
            );
        await using ServiceProvider services = collection.BuildServiceProvider();

        await GrantingZimbra.GrantAndReadBackAsync(services.GetRequiredService<ZimbraClient>(), Token);

        Assert.Equal(1, asked);
        Assert.Single(services.GetServices<ZimbraClient>());
    }

    [Fact]
    public async Task Credentials_may_come_from_a_service_of_the_program()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        var collection = new ServiceCollection();
        collection.AddSingleton(new Vault(new Secret(GrantingZimbra.Password)));
        collection
            .AddZimbraSharing(options => options.ServerUri = zimbra.ServerUri)
            .UseCredentials(services => ZimbraCredentials.Password(GrantingZimbra.Owner, services.GetRequiredService<Vault>().Password));
        await using ServiceProvider services = collection.BuildServiceProvider();

        await GrantingZimbra.GrantAndReadBackAsync(services.GetRequiredService<ZimbraClient>(), Token);
    }

    [Fact]
    public async Task A_handler_of_the_program_sees_every_request()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        var seen = new ConcurrentQueue<string>();
        ServiceCollection collection = Owner(zimbra.ServerUri, out ZimbraSharingBuilder builder);
        builder.HttpClient.AddHttpMessageHandler(() => new Watcher(seen));
        await using ServiceProvider services = collection.BuildServiceProvider();

        await GrantingZimbra.GrantAndReadBackAsync(services.GetRequiredService<ZimbraClient>(), Token);

        Assert.Equal(4, seen.Count);
        Assert.All(seen, line => Assert.Equal("POST /service/soap/", line));
        Assert.Equal(4, zimbra.Journal.Entries.Count(entry => entry.RequestHeaders.ContainsKey("X-Watched")));
    }

    [Fact]
    public async Task A_primary_handler_of_the_program_counts_also_when_it_was_registered_first()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        var collection = new ServiceCollection();
        var seen = new ConcurrentQueue<string>();
        collection
            .AddHttpClient(ZimbraClientOptions.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new Watcher(seen) { InnerHandler = new SocketsHttpHandler() });
        collection.AddZimbraSharing(options =>
        {
            options.ServerUri = zimbra.ServerUri;
            options.Account = GrantingZimbra.Owner;
            options.Password = new Secret(GrantingZimbra.Password);
        });
        await using ServiceProvider services = collection.BuildServiceProvider();

        await GrantingZimbra.GrantAndReadBackAsync(services.GetRequiredService<ZimbraClient>(), Token);

        Assert.Equal(4, seen.Count);
    }

    [Theory]
    [InlineData("sockets"), InlineData("client"), InlineData("wrapped")]
    public async Task A_redirect_is_refused_also_by_a_primary_handler_of_the_program(string kind)
    {
        await using var elsewhere = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using var server = new ScriptedServer(Replies.Http(307, "", extraHeaders: $"Location: {elsewhere.Address}\r\n"));
        ServiceCollection collection = Owner(server.Address, out ZimbraSharingBuilder builder);
        builder.UseCredentials(_ => ZimbraCredentials.Token(new Secret("0_given")));
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(HttpMessageHandler () =>
            kind switch
            {
                "sockets" => new SocketsHttpHandler { AllowAutoRedirect = true },
                "client" => new HttpClientHandler { AllowAutoRedirect = true },
                _ => new Watcher(new()) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = true } },
            }
        );
        await using ServiceProvider services = collection.BuildServiceProvider();

        await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            services.GetRequiredService<ZimbraClient>().SendAsync(new NoOpRequest(), Token)
        );

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task The_client_is_closed_with_the_container()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        ServiceCollection collection = Owner(server.Address, out ZimbraSharingBuilder builder);
        builder.UseCredentials(_ => ZimbraCredentials.Token(new Secret("0_given")));
        ServiceProvider services = collection.BuildServiceProvider();
        ZimbraClient client = services.GetRequiredService<ZimbraClient>();
        await client.SendAsync(new NoOpRequest(), Token);

        await services.DisposeAsync();

        await server.AllConnectionsClosedAsync(Token);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task Closing_a_client_closes_its_connections()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        ZimbraClient client = TestClients.WithToken(server);
        await client.SendAsync(new NoOpRequest(), Token);

        await client.DisposeAsync();

        await server.AllConnectionsClosedAsync(Token);
    }

    [Fact]
    public async Task Neither_the_logs_nor_the_settings_show_a_secret()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        using var log = new CapturedLog();
        ServiceCollection collection = Owner(zimbra.ServerUri, out ZimbraSharingBuilder builder);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        ZimbraSharingOptions? settings = null;
        builder.Configure(options => settings = options);
        await using ServiceProvider services = collection.BuildServiceProvider();

        ZimbraClient client = services.GetRequiredService<ZimbraClient>();
        await GrantingZimbra.GrantAndReadBackAsync(client, Token);

        Assert.Contains(log.Lines, line => line.Contains("FolderActionRequest answered", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("/service/soap/", StringComparison.Ordinal));
        string[] printed =
        [
            .. log.Lines,
            settings!.ToString()!,
            client.ToString(),
            System.Text.Json.JsonSerializer.Serialize(new { settings.Password, settings.Account }),
        ];
        Assert.All(printed, line => Assert.DoesNotContain(GrantingZimbra.Password, line, StringComparison.Ordinal));
        Assert.All(printed, line => Assert.DoesNotContain("authToken", line, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_clock_of_the_container_is_the_clients()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var server = ScriptedServer.Soap(request =>
            request.Body.Contains("AuthRequest", StringComparison.Ordinal) ? Replies.Auth(lifetime: 100_000) : Replies.Soap(Replies.NoOp)
        );
        ServiceCollection collection = Owner(server.Address, out _);
        collection.AddSingleton<TimeProvider>(time);
        await using ServiceProvider services = collection.BuildServiceProvider();
        ZimbraClient client = services.GetRequiredService<ZimbraClient>();

        await client.SendAsync(new NoOpRequest(), Token);
        time.Advance(TimeSpan.FromSeconds(95));
        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Equal(2, server.Requests.Count(request => request.Body.Contains("AuthRequest", StringComparison.Ordinal)));
    }

    private static ServiceCollection Owner(Uri server, out ZimbraSharingBuilder builder)
    {
        var collection = new ServiceCollection();
        builder = collection.AddZimbraSharing(options =>
        {
            options.ServerUri = server;
            options.Account = GrantingZimbra.Owner;
            options.Password = new Secret(GrantingZimbra.Password);
            options.Client.MaxRetries = 0;
        });
        return collection;
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var collection = new ServiceCollection();
        collection.AddZimbraSharing(Section(settings));
        return collection.BuildServiceProvider();
    }

    private static IConfigurationSection Section(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Zimbra:{setting.Key}", setting.Value)))
            .Build()
            .GetSection("Zimbra");

    private static HostApplicationBuilder App(params (string Name, string Value)[] settings)
    {
        HostApplicationBuilder app = Host.CreateEmptyApplicationBuilder(null);
        app.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Zimbra:{setting.Name}", (string?)setting.Value))
        );
        return app;
    }

    private sealed record Vault(Secret Password);
}
