using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Values;

#pragma warning disable CA5359 // Careless handlers are what some of these tests are about.

namespace Zourit.Zimbra.Sharing.Tests.DependencyInjection;

/// <summary>What is set on the handler that opens the connections, whether it is the library's or the program's.</summary>
public sealed class PrimaryHandlerTests
{
    [Theory]
    [InlineData(true, false), InlineData(false, true), InlineData(true, true), InlineData(false, false)]
    public async Task Redirects_and_cookies_are_switched_off_each_for_itself(bool redirects, bool cookies)
    {
        using var sockets = new SocketsHttpHandler { AllowAutoRedirect = redirects, UseCookies = cookies };
        using var client = new HttpClientHandler { AllowAutoRedirect = redirects, UseCookies = cookies };

        await UseAsync(sockets);
        await UseAsync(client);

        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(sockets.UseCookies);
        Assert.False(client.AllowAutoRedirect);
        Assert.False(client.UseCookies);
    }

    [Fact]
    public async Task The_librarys_own_handler_unpacks_renews_its_connections_and_does_not_wait_long_for_one()
    {
        SocketsHttpHandler? handler = null;
        await using ServiceProvider services = Services(options => options.Client.ConfigureHttp = http => handler = http)
            .BuildServiceProvider();

        services.GetRequiredService<ZimbraClient>();

        Assert.Equal(DecompressionMethods.All, handler!.AutomaticDecompression);
        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
        Assert.Equal(TimeSpan.FromSeconds(15), handler.ConnectTimeout);
    }

    [Fact]
    public async Task A_check_of_certificates_that_the_program_has_set_is_kept_and_one_that_it_has_not_is_added()
    {
        using var authority = new Security.TestAuthority();
        RemoteCertificateValidationCallback own = (_, _, _, _) => false;
        using var pinned = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = own } };
        using var pinnedClient = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => false };
        using var open = new SocketsHttpHandler();
        using var openClient = new HttpClientHandler();
        object ownOfClient = pinnedClient.ServerCertificateCustomValidationCallback;
        foreach (HttpMessageHandler handler in (HttpMessageHandler[])[pinned, pinnedClient, open, openClient])
        {
            await UseAsync(handler, options => options.TrustedRoots.Add(authority.Root));
        }

        Assert.Same(own, pinned.SslOptions.RemoteCertificateValidationCallback);
        Assert.Same(ownOfClient, pinnedClient.ServerCertificateCustomValidationCallback);
        Assert.NotNull(open.SslOptions.RemoteCertificateValidationCallback);
        Assert.NotNull(openClient.ServerCertificateCustomValidationCallback);
    }

    [Fact]
    public async Task A_handler_that_takes_any_certificate_is_refused_with_the_remedy()
    {
        using var careless = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };

        InvalidOperationException e = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => UseAsync(careless));

        Assert.Equal(
            "The HTTP handler of the client accepts any certificate, so that anybody on the way could read passwords and tokens. "
                + "Remove its "
                + "certificate callback (or DangerousAcceptAnyServerCertificateValidator), and name an authority of your own in "
                + "TrustedRoots "
                + "or TrustedRootsFile.",
            e.Message
        );
    }

    [Theory]
    [InlineData("sockets"), InlineData("client"), InlineData("wrapped"), InlineData("any present"), InlineData("policy")]
    public async Task A_handler_that_takes_any_certificate_stops_the_host_at_its_start(string kind)
    {
        HostApplicationBuilder app = Host.CreateEmptyApplicationBuilder(null);
        app.Services.AddZimbraSharing(options => options.ServerUri = new Uri("https://mail1.example.net"))
            .UseCredentials(_ => ZimbraCredentials.Token(new Secret("0_given")))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(HttpMessageHandler () => Careless(kind));
        using IHost host = app.Build();

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            host.StartAsync(TestContext.Current.CancellationToken)
        );

        Assert.StartsWith("The HTTP handler of the client accepts any certificate", Assert.Single(e.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_of_the_options_that_takes_any_certificate_is_refused()
    {
        await using ServiceProvider services = Services(options =>
                options.Client.ConfigureHttp = http => http.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true
            )
            .BuildServiceProvider();

        Assert.ThrowsAny<InvalidOperationException>(services.GetRequiredService<ZimbraClient>);
    }

    private static HttpMessageHandler Careless(string kind) =>
        kind switch
        {
            "sockets" => new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } },
            "client" => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true },
            "wrapped" => new Watcher(new()) { InnerHandler = Careless("client") },
            "any present" => new SocketsHttpHandler
            {
                SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
            },
            _ => new SocketsHttpHandler
            {
                SslOptions =
                {
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority,
                    },
                },
            },
        };

    private static async Task UseAsync(HttpMessageHandler handler, Action<ZimbraClientOptions>? configure = null)
    {
        ServiceCollection collection = Services(options => configure?.Invoke(options.Client));
        collection.AddHttpClient(ZimbraClientOptions.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => handler);
        await using ServiceProvider services = collection.BuildServiceProvider();
        services.GetRequiredService<ZimbraClient>();
    }

    private static ServiceCollection Services(Action<ZimbraSharingOptions> configure)
    {
        var collection = new ServiceCollection();
        collection
            .AddZimbraSharing(options => options.ServerUri = new Uri("https://mail1.example.net"))
            .UseCredentials(_ => ZimbraCredentials.Token(new Secret("0_given")))
            .Configure(configure);
        return collection;
    }
}
