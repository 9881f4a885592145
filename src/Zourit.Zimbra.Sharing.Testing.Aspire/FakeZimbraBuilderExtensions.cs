using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Aspire;

/// <summary>Fake Zimbra servers in an app host.</summary>
public static class FakeZimbraBuilderExtensions
{
    /// <summary>Adds a fake Zimbra server, which starts with the app host and is no part of what is published.</summary>
    /// <param name="builder">The app host.</param>
    /// <param name="name">The resource's name, e.g. <c>zimbra</c>.</param>
    /// <param name="seed">What the server holds.</param>
    /// <param name="options">Ports, clock, administrator; null for the defaults.</param>
    /// <example><code>
    /// var zimbra = builder.AddFakeZimbra("zimbra", seed => seed
    ///     .Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events")));
    /// builder.AddProject&lt;Projects.Web&gt;("web").WithZimbra(zimbra, "owner@monasso.org");
    /// </code></example>
    public static IResourceBuilder<FakeZimbraResource> AddFakeZimbra(
        this IDistributedApplicationBuilder builder,
        [ResourceName] string name,
        Action<FakeZimbraSeed> seed,
        FakeZimbraOptions? options = null
    )
    {
        Argument.NotNull(builder);
        Argument.NotNull(seed);
        return builder
            .AddResource(new FakeZimbraResource(name))
            .ExcludeFromManifest()
            .WithInitialState(
                new()
                {
                    ResourceType = "FakeZimbra",
                    Properties = [],
                    State = KnownResourceStates.NotStarted,
                }
            )
            .OnInitializeResource((resource, start, cancellationToken) => StartAsync(resource, start, seed, options, cancellationToken));
    }

    /// <summary>
    /// Gives a resource the settings that <c>AddZimbraSharing(configuration.GetSection("Zimbra"))</c> reads: address, account and password,
    /// and for an administrator the address of the admin service. It starts once the server has.
    /// </summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="zimbra">The server.</param>
    /// <param name="account">The account as which the resource works, e.g. <c>owner@monasso.org</c>.</param>
    public static IResourceBuilder<T> WithZimbra<T>(
        this IResourceBuilder<T> builder,
        IResourceBuilder<FakeZimbraResource> zimbra,
        string account
    )
        where T : IResourceWithEnvironment
    {
        Argument.NotNull(builder);
        Argument.NotNull(zimbra);
        Argument.NotBlank(account);
        return builder
            .WithReferenceRelationship(zimbra.Resource)
            .WithEnvironment(async context =>
            {
                if (context.ExecutionContext.IsPublishMode)
                {
                    return;
                }

                FakeZimbra server = await zimbra.Resource.WhenStartedAsync(context.CancellationToken).ConfigureAwait(false);
                Account found = server.Directory.FindAccount(account)
                    ?? throw Argument.Invalid(new LocalizedText($"The server has no account {account}."), nameof(account));
                context.EnvironmentVariables["Zimbra__ServerUri"] = server.ServerUri.AbsoluteUri;
                context.EnvironmentVariables["Zimbra__Account"] = found.Name;
                context.EnvironmentVariables["Zimbra__Password"] = found.Password ?? "";
                if (found.IsAdmin || found.IsDelegatedAdmin)
                {
                    context.EnvironmentVariables["Zimbra__IsAdmin"] = "true";
                    context.EnvironmentVariables["Zimbra__AdminUri"] = server.AdminUri.AbsoluteUri;
                }
            });
    }

    private static async Task StartAsync(
        FakeZimbraResource resource,
        InitializeResourceEvent start,
        Action<FakeZimbraSeed> seed,
        FakeZimbraOptions? options,
        CancellationToken cancellationToken
    )
    {
        FakeZimbra server;
        try
        {
            server = await FakeZimbra.StartAsync(seed, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            resource.Failed(error);
            throw;
        }

        start.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(() => _ = StopAsync(server));
        resource.Started(server);
        await start
            .Notifications.PublishUpdateAsync(resource, state =>
                state with
                {
                    State = KnownResourceStates.Running,
                    Urls =
                    [
                        new UrlSnapshot("user", server.ServerUri.AbsoluteUri, IsInternal: false),
                        new UrlSnapshot("admin", server.AdminUri.AbsoluteUri, IsInternal: false),
                    ],
                }
            )
            .ConfigureAwait(false);
    }

    private static async Task StopAsync(FakeZimbra server) => await server.DisposeAsync().ConfigureAwait(false);
}
