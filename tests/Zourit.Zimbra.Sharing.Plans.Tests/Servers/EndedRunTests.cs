using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>What ends a run, or a part of it.</summary>
public sealed class EndedRunTests
{
    [Fact]
    public async Task A_guest_who_became_an_account_since_the_plan_gets_neither_share_nor_mail()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = Renamed(
            await world.PlanAsync(
                await world.ManifestAsync("owner: bureau@monasso.org, calendar: /my-events, guests: [was@example.com, m@example.com]")
            )
        );

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan);

        ChangeOutcome failed = Assert.Single(outcomes, outcome => outcome.Status == ChangeStatus.Failed);
        Assert.Contains("is an account", failed.Reason!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["guest m@example.com r"], world.Grants());
        Assert.Equal(["m@example.com"], world.Server.Outbox.Mails.Select(mail => mail.To));
    }

    [Fact]
    public async Task A_guest_whom_nobody_could_look_up_is_taken_back_where_the_server_made_a_user_of_them()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        string guests = string.Join(", ", Enumerable.Range(0, 100).Select(i => $"g{i}@example.com"));
        SharingPlan plan = Renamed(
            await world.PlanAsync(
                await world.ManifestAsync(
                    $"owner: bureau@monasso.org, calendar: /my-events, guests: [{guests}], notify: never\n"
                        + "owner: bureau@monasso.org, calendar: /my-events, guests: [was@example.com, late@example.com]"
                )
            )
        );
        // The first hundred are looked up together with the mailbox.
        world.Server.Misbehave.On("BatchRequest").Call(4).Fault("service.PERM_DENIED");

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan);

        world.Server.Misbehave.AssertAllInjected();
        ChangeOutcome outcome = Assert.Single(outcomes, outcome => outcome.Status != ChangeStatus.Done);
        Assert.Equal((ChangeStatus.Failed, PlanWorld.Tresor), (outcome.Status, outcome.Change.Grantee.Name));
        Assert.Equal(NotificationStatus.Sent, outcomes.Single(each => each.Change.Grantee.Name == "late@example.com").Mail);
        Assert.Equal(101, world.Grants().Length);
        Assert.Equal(["late@example.com"], world.Server.Outbox.Mails.Select(mail => mail.To));
    }

    [Fact]
    public async Task From_a_full_mailbox_nothing_more_is_shared_that_wants_a_mail_and_other_owners_go_on()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
            seed.Account("full@monasso.org", PlanWorld.Password, account => account.Attribute("zimbraMailQuota", "10").Calendar("/e"))
        );
        string guests = string.Join(", ", Enumerable.Range(0, 150).Select(i => $"g{i}@example.com"));
        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync(
                $"owner: full@monasso.org, calendar: /e, guests: [{guests}]\n"
                    + "owner: tresor@monasso.org, calendar: /my-events, guest: m@example.com"
            )
        );

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan, new() { MaxConcurrency = 1 });

        Assert.Equal(100, outcomes.Count(outcome => outcome.OwesMail));
        ChangeOutcome[] rest = [.. outcomes.Where(outcome => outcome.Status == ChangeStatus.NotStarted)];
        Assert.Equal(50, rest.Length);
        Assert.All(rest, outcome => Assert.Contains("full", outcome.Reason!.ToString(), StringComparison.Ordinal));
        Assert.Equal(["m@example.com"], world.Server.Outbox.Mails.Select(mail => mail.To));
    }

    [Theory]
    [InlineData(61), InlineData(-120)]
    public async Task While_clocks_differ_by_more_than_a_minute_ends_are_not_changed(int seconds)
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync(
                """
                owner: bureau@monasso.org, calendar: /my-events, guest: a@example.com, expires: 2030-01-01
                owner: bureau@monasso.org, calendar: /my-events, guest: b@example.com
                """
            )
        );
        await using ZimbraClient client = new(
            world.Server.ServerUri,
            ZimbraCredentials.Admin(world.Server.AdminName, new Secret(world.Server.AdminPassword)),
            new ZimbraClientOptions { AdminUri = world.Server.AdminUri, TimeProvider = new Shifted(TimeSpan.FromSeconds(-seconds)) }
        );

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan, null, client);

        ChangeOutcome failed = Assert.Single(outcomes, outcome => outcome.Status == ChangeStatus.Failed);
        Assert.Equal("a@example.com", failed.Change.Grantee.Name);
        Assert.Contains("clock", failed.Reason!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["guest b@example.com r"], world.Grants());
    }

    [Fact]
    public async Task A_server_whose_version_changes_is_left_alone()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync(
                """
                owner: bureau@monasso.org, calendar: /my-events, guest: a@example.com
                owner: tresor@monasso.org, calendar: /my-events, guest: a@example.com
                """
            )
        );
        // After the login and the first question who the client is.
        long known = world.Server.Journal.Requests + 2;
        await using ZimbraClient client = new(
            world.Server.ServerUri,
            ZimbraCredentials.Admin(world.Server.AdminName, new Secret(world.Server.AdminPassword)),
            new ZimbraClientOptions
            {
                AdminUri = world.Server.AdminUri,
                ConfigureHttp = http =>
                    http.PlaintextStreamFilter = (connection, _) =>
                        ValueTask.FromResult<Stream>(new Updated(connection.PlaintextStream, () => world.Server.Journal.Requests > known)),
            }
        );

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan, new() { MaxConcurrency = 1 }, client);

        Assert.All(outcomes, outcome => Assert.Equal(ChangeStatus.NotStarted, outcome.Status));
        Assert.All(outcomes, outcome => Assert.Contains("version", outcome.Reason!.ToString(), StringComparison.Ordinal));
        Assert.Empty(world.Grants());
    }

    // As if the guest's address had become an account after the plan was made: the plan has the address of one.
    private static SharingPlan Renamed(SharingPlan plan) =>
        plan with
        {
            Owners =
            [
                .. plan.Owners.Select(owner =>
                    owner with
                    {
                        Changes =
                        [
                            .. owner.Changes.Select(change =>
                                change.Grantee.Name == "was@example.com"
                                    ? change with
                                    {
                                        Grantee = PlanGrantee.Guest(PlanWorld.Tresor),
                                    }
                                    : change
                            ),
                        ],
                    }
                ),
            ],
        };

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }

    // What a server says that was updated meanwhile.
    private sealed class Updated(Stream connection, Func<bool> isUpdated) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = await connection.ReadAsync(buffer, cancellationToken);
            int at = buffer.Span[..count].IndexOf("10.1.0_GA"u8);
            if (at >= 0 && isUpdated())
            {
                "10.1.1_GA"u8.CopyTo(buffer.Span[at..]);
            }

            return count;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            connection.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

        public override void Flush() => connection.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
