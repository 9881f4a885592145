using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.DependencyInjection;

/// <summary>
/// A second call of AddZimbraSharing added its settings to the first: a server without a password in its section got the password of the
/// other.
/// </summary>
public sealed class ServerNameTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_second_registration_without_a_name_is_an_error_that_says_how_to_name_servers()
    {
        var services = new ServiceCollection();
        services.AddZimbraSharing(Section(("ServerUri", "https://a.example.net"), ("Password", "s3cret-of-A")));

        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() =>
            services.AddZimbraSharing(Section(("ServerUri", "https://b.example.net"), ("Account", "owner@b.example.net")))
        );

        Assert.Contains("AddZimbraSharing(\"asso\", section)", e.Message, StringComparison.Ordinal);
        Assert.Contains("[FromKeyedServices(\"asso\")]", e.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => services.AddZimbraSharing(_ => { }));
    }

    [Fact]
    public void A_name_is_given_once()
    {
        var services = new ServiceCollection();
        services.AddZimbraSharing("a", _ => { });

        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => services.AddZimbraSharing("a", Section()));

        Assert.Contains("the server 'a'", e.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => services.AddZimbraSharing(" ", _ => { }));
    }

    [Fact]
    public async Task The_settings_of_one_server_never_reach_another()
    {
        var services = new ServiceCollection();
        services.AddZimbraSharing(
            "a",
            Section(("ServerUri", "https://a.example.net"), ("Account", "owner@a"), ("Password", "s3cret-of-A"))
        );
        services.AddZimbraSharing("b", Section(("ServerUri", "https://b.example.net"), ("Account", "owner@b")));
        services.AddZimbraSharing(Section(("ServerUri", "https://c.example.net"), ("Account", "owner@c"), ("PreauthKey", "k3y-of-C")));
        await using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException e = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<ZimbraClient>("b"));

        Assert.StartsWith("Zimbra:Password is missing.", Assert.Single(e.Failures), StringComparison.Ordinal);
        Assert.Equal("https://a.example.net/ (password of owner@a)", provider.GetRequiredKeyedService<ZimbraClient>("a").ToString());
        Assert.Equal("https://c.example.net/ (preauth of owner@c)", provider.GetRequiredService<ZimbraClient>().ToString());
    }

    [Fact]
    public async Task Each_server_is_asked_with_its_own_login_by_key_and_by_the_factory()
    {
        await using FakeZimbra first = await GrantingZimbra.StartAsync(Token);
        await using FakeZimbra second = await GrantingZimbra.StartAsync(Token);
        HostApplicationBuilder app = Host.CreateEmptyApplicationBuilder(null);
        Register(app.Services, "first", first);
        Register(app.Services, "second", second).Configure(options => options.Client.UserAgent = "second-agent");
        using IHost host = app.Build();
        await host.StartAsync(Token);
        IZimbraClientFactory clients = host.Services.GetRequiredService<IZimbraClientFactory>();

        await host.Services.GetRequiredKeyedService<ZimbraClient>("first").SendAsync(new NoOpRequest(), Token);
        Assert.Empty(second.Journal.Entries);
        await clients.GetClient("second").SendAsync(new NoOpRequest(), Token);

        Assert.Equal(["first", "second"], clients.Names);
        Assert.Same(clients.GetClient("first"), host.Services.GetRequiredKeyedService<ZimbraClient>("first"));
        Assert.All(second.Journal.Entries, entry => Assert.Contains("second-agent", entry.RequestBody, StringComparison.Ordinal));
        Assert.All(first.Journal.Entries, entry => Assert.DoesNotContain("second-agent", entry.RequestBody, StringComparison.Ordinal));
        await host.StopAsync(Token);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_those_that_are_known()
    {
        var services = new ServiceCollection();
        services.AddZimbraSharing("asso", _ => { });
        using ServiceProvider provider = services.BuildServiceProvider();

        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() =>
            provider.GetRequiredService<IZimbraClientFactory>().GetClient("asso1")
        );

        Assert.StartsWith("No server 'asso1' is registered. Registered are: 'asso'.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_that_is_disposed_of_synchronously_closes_its_clients()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        var services = new ServiceCollection();
        Register(services, "a", zimbra);
        ServiceProvider provider = services.BuildServiceProvider();
        ZimbraClient client = provider.GetRequiredKeyedService<ZimbraClient>("a");
        await client.SendAsync(new NoOpRequest(), Token);

        provider.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync(new NoOpRequest(), Token));
        client.Dispose();
        await client.DisposeAsync();
    }

    private static ZimbraSharingBuilder Register(IServiceCollection services, string name, FakeZimbra zimbra) =>
        services.AddZimbraSharing(name, options =>
        {
            options.ServerUri = zimbra.ServerUri;
            options.Account = GrantingZimbra.Owner;
            options.Password = new Secret(GrantingZimbra.Password);
        });

    private static IConfigurationSection Section(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Zimbra:{setting.Name}", (string?)setting.Value)))
            .Build()
            .GetSection("Zimbra");
}
