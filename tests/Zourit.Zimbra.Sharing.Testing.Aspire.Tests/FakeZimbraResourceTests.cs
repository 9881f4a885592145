using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zourit.Zimbra.Sharing.DependencyInjection;

namespace Zourit.Zimbra.Sharing.Testing.Aspire.Tests;

/// <summary>
/// The resource's model and its start, without Aspire's orchestrator, which is a program that is not installed everywhere.
/// </summary>
public sealed class FakeZimbraResourceTests
{
    private const string Owner = "owner@monasso.org";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_that_the_server_does_not_have_is_named()
    {
        IDistributedApplicationBuilder builder = Builder();
        IResourceBuilder<FakeZimbraResource> zimbra = Add(builder);
        IResourceBuilder<ExecutableResource> web = builder.AddExecutable("web", "web", ".").WithZimbra(zimbra, "nobody@monasso.org");
        await using DistributedApplication app = builder.Build();
        await StartAsync(builder, app, zimbra);

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => SettingsAsync(web));

        Assert.Contains("nobody@monasso.org", $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_start_is_reported_to_those_who_wait()
    {
        IDistributedApplicationBuilder builder = Builder();
        IResourceBuilder<FakeZimbraResource> zimbra = builder.AddFakeZimbra("zimbra", _ => throw new FormatException("no seed"));
        await using DistributedApplication app = builder.Build();

        await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(builder, app, zimbra));

        Assert.Equal("no seed", (await Assert.ThrowsAsync<FormatException>(() => zimbra.Resource.WhenStartedAsync(Cancel))).Message);
    }

    [Fact]
    public async Task A_project_with_the_settings_of_the_server_shares_a_calendar()
    {
        IDistributedApplicationBuilder builder = Builder();
        IResourceBuilder<FakeZimbraResource> zimbra = Add(builder);
        IResourceBuilder<ExecutableResource> web = builder.AddExecutable("web", "web", ".").WithZimbra(zimbra, Owner);
        await using DistributedApplication app = builder.Build();
        await StartAsync(builder, app, zimbra);

        IConfigurationRoot settings = new ConfigurationBuilder().AddInMemoryCollection(await SettingsAsync(web)).Build();
        var services = new ServiceCollection();
        services.AddZimbraSharing(settings.GetSection("Zimbra"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider
            .GetRequiredService<ZimbraClient>()
            .Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", cancellationToken: Cancel);

        FakeZimbra server = await zimbra.Resource.WhenStartedAsync(Cancel);
        server.Calendar(Owner, "/my-events").MustBeSharedWith("adresse@orange.fr", "r");
        server.MailTo("adresse@orange.fr").MustHaveBeenSentOnce();
    }

    [Fact]
    public async Task It_runs_has_addresses_and_is_no_part_of_what_is_published()
    {
        IDistributedApplicationBuilder builder = Builder();
        IResourceBuilder<FakeZimbraResource> zimbra = Add(builder);
        await using DistributedApplication app = builder.Build();
        await StartAsync(builder, app, zimbra);

        ResourceEvent state = await app
            .Services.GetRequiredService<ResourceNotificationService>()
            .WaitForResourceAsync("zimbra", each => each.Snapshot.State?.Text == KnownResourceStates.Running, Cancel);

        FakeZimbra server = await zimbra.Resource.WhenStartedAsync(Cancel);
        Assert.Equal([server.ServerUri.AbsoluteUri, server.AdminUri.AbsoluteUri], state.Snapshot.Urls.Select(url => url.Url));
        Assert.Equal(server.ServerUri.AbsoluteUri, await ((IResourceWithConnectionString)zimbra.Resource).GetConnectionStringAsync(Cancel));
        Assert.Contains(zimbra.Resource.Annotations, annotation => annotation == ManifestPublishingCallbackAnnotation.Ignore);
    }

    private static IDistributedApplicationBuilder Builder() =>
        DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true });

    private static IResourceBuilder<FakeZimbraResource> Add(IDistributedApplicationBuilder builder) =>
        builder.AddFakeZimbra("zimbra", seed => seed.Account(Owner, "pa55word", account => account.Calendar("/my-events")));

    private static Task StartAsync(
        IDistributedApplicationBuilder builder,
        DistributedApplication app,
        IResourceBuilder<FakeZimbraResource> zimbra
    ) =>
        builder.Eventing.PublishAsync(
            new InitializeResourceEvent(
                zimbra.Resource,
                builder.Eventing,
                app.Services.GetRequiredService<ResourceLoggerService>(),
                app.Services.GetRequiredService<ResourceNotificationService>(),
                app.Services
            ),
            Cancel
        );

    private static async Task<Dictionary<string, string?>> SettingsAsync(IResourceBuilder<ExecutableResource> resource)
    {
        var context = new EnvironmentCallbackContext(
            new DistributedApplicationExecutionContext(DistributedApplicationOperation.Run),
            cancellationToken: Cancel
        );
        foreach (EnvironmentCallbackAnnotation annotation in resource.Resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }

        return context.EnvironmentVariables.ToDictionary(
            each => each.Key.Replace("__", ":", StringComparison.Ordinal),
            each => (string?)$"{each.Value}"
        );
    }
}
