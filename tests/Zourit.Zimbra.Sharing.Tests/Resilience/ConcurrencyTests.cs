using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

public sealed class ConcurrencyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_requests_than_allowed_are_under_way_at_once()
    {
        var counting = new Lock();
        int underWay = 0;
        int most = 0;
        using var gate = new SemaphoreSlim(0);
        using var arrived = new SemaphoreSlim(0);
        await using var server = new ScriptedServer(
            async (_, stream, token) =>
            {
                lock (counting)
                {
                    most = Math.Max(most, ++underWay);
                }

                arrived.Release();
                await gate.WaitAsync(token);
                lock (counting)
                {
                    underWay--;
                }

                await stream.WriteAsync(
                    Encoding.UTF8.GetBytes(Replies.Http(200, Replies.Soap("<NoOpResponse xmlns=\"urn:zimbraMail\"/>"))),
                    token
                );
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, options => options.MaxConcurrentRequests = 2);

        Task[] calls = [.. Enumerable.Range(0, 6).Select(_ => client.SendAsync(new NoOpRequest(), Token))];
        await arrived.WaitAsync(Token);
        await arrived.WaitAsync(Token);
        gate.Release(6);
        await Task.WhenAll(calls);

        Assert.Equal(2, most);
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task A_caller_who_waits_for_their_turn_can_turn_away()
    {
        using var arrived = new SemaphoreSlim(0);
        await using var server = new ScriptedServer(
            (_, _, token) =>
            {
                arrived.Release();
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, options => options.MaxConcurrentRequests = 1);
        using var first = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var second = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task running = client.SendAsync(new NoOpRequest(), first.Token);
        await arrived.WaitAsync(Token);

        Task waiting = client.SendAsync(new NoOpRequest(), second.Token);
        await second.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Single(server.Requests);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task One_at_a_time_is_enough_for_everything_that_needs_several_logins()
    {
        await using FakeZimbra fake = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events")),
            cancellationToken: Token
        );
        await using var admin = new ZimbraClient(
            fake.ServerUri,
            ZimbraCredentials.Admin(fake.AdminName, new Secret(fake.AdminPassword)),
            new ZimbraClientOptions { AdminUri = fake.AdminUri, MaxConcurrentRequests = 1 }
        );

        var share = await admin
            .Mailbox("owner@monasso.org")
            .Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", cancellationToken: Token);

        Assert.Equal("adresse.orange.fr@monasso.org", share.GuestIdentifier.ToString());
    }
}
