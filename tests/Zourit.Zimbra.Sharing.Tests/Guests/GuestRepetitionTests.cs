using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Tests.Resilience;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// Accounts and mountpoints whose replies were lost are looked for and sent again by the rules that all repetitions keep to.
/// </summary>
public sealed class GuestRepetitionTests : IDisposable
{
    private readonly TelemetryListener _listener = new();
    private readonly CapturedLog _log = new();
    private readonly HurriedTime _time = new(TimeSpan.FromSeconds(20));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CreateAccountRequest")]
    [InlineData("CreateMountpointRequest")]
    public async Task A_server_that_asks_for_a_pause_is_not_asked_again_that_long(string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On(operation).Call(1).ServiceUnavailableFor(retryAfter: TimeSpan.FromSeconds(17));

        await CreateAsync(world);

        Assert.Equal([17], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData("CreateAccountRequest", false)]
    [InlineData("CreateMountpointRequest", true)]
    public async Task What_is_sent_again_is_counted_and_logged(string operation, bool isOfGuest)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On(operation).Calls(1, 2).ResetBeforeEffect();

        await CreateAsync(world);

        Uri server = isOfGuest ? world.Server.ServerUri : world.Server.AdminUri;
        Assert.Equal(
            [operation, operation],
            _listener.Measured(server, "zimbra.client.retries").Select(retry => retry.Tags["zimbra.operation"])
        );
        Assert.Equal(
            [
                $"{operation} is repeated after 0 ms: attempt 1 failed with outcome_unknown",
                $"{operation} is repeated after 0 ms: attempt 2 failed with outcome_unknown",
            ],
            _log.Lines.Where(line => line.Contains("is repeated after", StringComparison.Ordinal))
                .Select(line =>
                    line[
                        line.IndexOf(operation, StringComparison.Ordinal)..(
                            line.IndexOf("outcome_unknown", StringComparison.Ordinal) + "outcome_unknown".Length
                        )
                    ]
                )
        );
    }

    [Theory]
    [InlineData("CreateAccountRequest")]
    [InlineData("CreateMountpointRequest")]
    public async Task What_the_look_finds_was_not_sent_again_and_is_not_counted(string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On(operation).Call(1).ResetAfterEffect();

        GuestCreation made = await CreateAsync(world);

        Assert.Equal(GuestStep.Created, made.Step);
        Assert.Empty(_listener.Measured(world.Server.ServerUri, "zimbra.client.retries"));
        Assert.Empty(_listener.Measured(world.Server.AdminUri, "zimbra.client.retries"));
    }

    [Theory]
    [InlineData("CreateAccountRequest")]
    [InlineData("CreateMountpointRequest")]
    public async Task Who_would_have_to_wait_beyond_their_time_learns_at_once_what_became_of_it(string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On(operation).Call(1).ServiceUnavailableFor(retryAfter: TimeSpan.FromHours(1));

        await Assert.ThrowsAnyAsync<ZimbraException>(() => CreateAsync(world, options => options.MaxRetryDelay = TimeSpan.FromHours(1)));

        Assert.Single(world.Server.Misbehave.Injected);
        Assert.Empty(_time.Waits);
        Assert.Single(world.Server.Journal.Entries, entry => entry.Operations.Contains(operation));
    }

    public void Dispose()
    {
        _listener.Dispose();
        _log.Dispose();
    }

    private Task<GuestCreation> CreateAsync(AssociationWorld world, Action<ZimbraClientOptions>? configure = null) =>
        world
            .AsAdmin(options =>
            {
                options.TimeProvider = _time;
                options.LoggerFactory = new LoggerFactory([_log]);
                options.MaxRetryDelay = TimeSpan.FromSeconds(20);
                configure?.Invoke(options);
            })
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = Owner,
                    Calendar = Events,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );
}
