using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.DependencyInjection;

public sealed class HealthCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_password_is_tried_once_however_often_the_probe_asks()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        var time = new FakeTimeProvider();
        await using ServiceProvider services = Services(zimbra, "wr0ng", time);
        HealthCheckService health = services.GetRequiredService<HealthCheckService>();

        for (int probe = 0; probe < 20; probe++)
        {
            HealthReportEntry entry = (await health.CheckHealthAsync(Token)).Entries["zimbra"];
            Assert.Equal(HealthStatus.Unhealthy, entry.Status);
            Assert.Contains("does not let owner@monasso.org in", entry.Description, StringComparison.Ordinal);
            time.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Single(zimbra.Journal.Entries);

        // A call of the program may ask again, and the probe reports what came of it.
        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            services.GetRequiredService<ZimbraClient>().SendAsync(new NoOpRequest(), Token)
        );
        Assert.Equal(2, zimbra.Journal.Entries.Count);
    }

    [Fact]
    public async Task A_probe_is_one_request_and_names_account_and_version()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        await using ServiceProvider services = Services(zimbra, GrantingZimbra.Password);
        ZimbraClient client = services.GetRequiredService<ZimbraClient>();
        await client.SendAsync(new NoOpRequest(), Token);
        int before = zimbra.Journal.Entries.Count;

        HealthReport report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        HealthReportEntry entry = report.Entries["zimbra"];
        Assert.Equal((HealthStatus.Healthy, GrantingZimbra.Owner), (entry.Status, entry.Data["account"]));
        Assert.NotEmpty((string)entry.Data["version"]);
        Assert.Equal(before + 1, zimbra.Journal.Entries.Count);
    }

    [Fact]
    public async Task Each_named_server_has_its_own_probe()
    {
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddZimbraSharing("up", options => Settings(options, zimbra.ServerUri, GrantingZimbra.Password));
        collection.AddZimbraSharing("down", options =>
        {
            Settings(options, new Uri("http://127.0.0.1:1"), GrantingZimbra.Password);
            options.Client.MaxRetries = 0;
        });
        collection.AddHealthChecks().AddZimbra("up").AddZimbra("down");
        await using ServiceProvider services = collection.BuildServiceProvider();

        HealthReport report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        Assert.Equal(HealthStatus.Healthy, report.Entries["zimbra-up"].Status);
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["zimbra-down"].Status);
        Assert.Contains("127.0.0.1:1", report.Entries["zimbra-down"].Description, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(FakeZimbra zimbra, string password, TimeProvider? time = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddZimbraSharing(options =>
        {
            Settings(options, zimbra.ServerUri, password);
            options.Client.TimeProvider = time ?? TimeProvider.System;
        });
        collection.AddHealthChecks().AddZimbra();
        return collection.BuildServiceProvider();
    }

    private static void Settings(ZimbraSharingOptions options, Uri server, string password)
    {
        options.ServerUri = server;
        options.Account = GrantingZimbra.Owner;
        options.Password = new Secret(password);
    }
}
