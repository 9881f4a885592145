using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

/// <summary>Which addresses share a breaker, which share places and rate, and what is closed with a client.</summary>
public sealed class ConnectionTests
{
    private static readonly ZimbraOperation UserRequest = new NoOpRequest().Operation;
    private static readonly ZimbraOperation AdminRequest = new GetConfigRequest { AttributeName = "zimbraPrefLocale" }.Operation;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_lies_at_the_address_of_the_user_service_is_asked_like_it()
    {
        await using Connection connection = Connect();

        Assert.Same(connection.CallsOf(UserRequest), connection.CallsTo(new Uri("https://MAIL1.example.net:443/home/owner")));
    }

    [Fact]
    public async Task Another_host_is_one_server_whatever_is_read_there()
    {
        await using Connection connection = Connect();

        Assert.Same(
            connection.CallsTo(new Uri("https://cal.example.org/a.ics")),
            connection.CallsTo(new Uri("https://CAL.example.org/b.ics"))
        );
        Assert.NotSame(
            connection.CallsTo(new Uri("https://cal.example.org/a.ics")),
            connection.CallsTo(new Uri("https://cal.example.org:8443/a.ics"))
        );
        Assert.NotSame(connection.CallsOf(UserRequest), connection.CallsTo(new Uri("https://cal.example.org/a.ics")));
    }

    [Fact]
    public async Task Of_many_other_hosts_only_those_that_were_asked_last_are_kept_in_mind()
    {
        await using Connection connection = Connect();
        var hosts = Enumerable.Range(0, EndpointCache.Most).Select(host => new Uri($"https://cal{host}.example.org")).ToList();
        var first = hosts.ConvertAll(connection.CallsTo);

        connection.CallsTo(hosts[0]);
        connection.CallsTo(new Uri("https://one-more.example.org"));

        Assert.Same(first[0], connection.CallsTo(hosts[0]));
        Assert.Same(first[2], connection.CallsTo(hosts[2]));
        Assert.NotSame(first[1], connection.CallsTo(hosts[1]));
    }

    [Fact]
    public async Task An_admin_service_at_the_same_address_is_the_same_server_and_one_at_another_port_is_not()
    {
        await using Connection same = Connect("https://mail1.example.net");
        await using Connection beside = Connect();

        Assert.Same(same.CallsOf(UserRequest), same.CallsOf(AdminRequest));
        Assert.NotSame(beside.CallsOf(UserRequest), beside.CallsOf(AdminRequest));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("https://MAIL1.example.net:9071", false)]
    [InlineData("https://admin.example.net:7071", true)]
    public async Task The_rate_is_that_of_the_machine(string? admin, bool free)
    {
        await using Connection connection = Connect(admin);
        await connection.CallsOf(UserRequest).WaitAsync("NoOpRequest", Token);

        Assert.Equal(free, connection.CallsOf(AdminRequest).WaitAsync("GetConfigRequest", Token).AsTask().IsCompleted);
        Assert.False(connection.CallsTo(new Uri("https://mail1.example.net:8443/a.ics")).WaitAsync("GET ics", Token).AsTask().IsCompleted);
        Assert.True(connection.CallsTo(new Uri("https://cal.example.org/a.ics")).WaitAsync("GET ics", Token).AsTask().IsCompleted);
    }

    [Fact]
    public async Task Feeds_end_by_the_options_time_limits_alone()
    {
        await using Connection connection = Connect();

        Assert.Equal(Timeout.InfiniteTimeSpan, connection.Http.Timeout);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task Closing_ends_what_the_connection_owns_and_leaves_the_handler_to_its_owner(bool isAsync)
    {
        var handler = new WatchedHandler();
        var owned = new Owned();
        Connection connection = Connect(handler: handler, owned: owned);

        await CloseAsync(connection, isAsync);

        Assert.True(owned.IsDisposed);
        Assert.False(handler.IsDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => connection.Http.GetAsync(new Uri("https://mail1.example.net"), Token));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_closed_client_sends_nothing_more_and_is_named(bool isAsync)
    {
        var handler = new WatchedHandler();
        Connection connection = Connect(handler: handler);
        await CloseAsync(connection, isAsync);

        ObjectDisposedException e = await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            connection.SendAsync(new NoOpRequest(), session: null, onBehalfOf: null, Token)
        );

        Assert.Equal(typeof(ZimbraClient).FullName, e.ObjectName);
        Assert.Equal(0, handler.Requests);
    }

    private static async Task CloseAsync(Connection connection, bool isAsync)
    {
        if (isAsync)
        {
            await connection.DisposeAsync();
        }
        else
        {
            connection.Dispose();
        }
    }

    private static Connection Connect(string? admin = null, HttpMessageHandler? handler = null, IDisposable? owned = null) =>
        new(
            new Uri("https://mail1.example.net"),
            new ZimbraClientOptions
            {
                AdminUri = admin is null ? null : new Uri(admin),
                MaxRequestsPerSecond = 1,
                TimeProvider = new FakeTimeProvider(),
            }.ToSettings(),
            handler ?? new WatchedHandler(),
            owned: owned
        );

    private sealed class WatchedHandler : HttpMessageHandler
    {
        public bool IsDisposed { get; private set; }

        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromException<HttpResponseMessage>(new HttpRequestException("nothing is there"));
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Owned : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
