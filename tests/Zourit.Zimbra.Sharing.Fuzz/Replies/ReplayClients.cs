using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz.Replies;

/// <summary>Clients of a server that answers as the input says.</summary>
internal sealed class ReplayClients
{
    private readonly ReplayHandler _handler = new();

    public ReplayClients()
    {
        var options = new ZimbraClientOptions
        {
            MaxRetries = 1,
            RetryDelay = TimeSpan.Zero,
            MaxRetryDelay = TimeSpan.Zero,
            BreakAfterRequests = 0,
            RefusedLoginPause = TimeSpan.Zero,
            MaxRequestsPerSecond = 0,
            TimeProvider = new ReplayClock(),
        };
        User = new ZimbraClient(new Connection(Server, options.ToSettings(), _handler), ZimbraCredentials.Token(new Secret("0_given")));
        Admin = new ZimbraClient(
            new Connection(Server, options.ToSettings(), _handler),
            ZimbraCredentials.AdminToken(new Secret("0_given"))
        );
    }

    public static Uri Server { get; } = new("https://mail1.example.net");

    public ZimbraClient User { get; }

    public ZimbraClient Admin { get; }

    /// <summary>Does something with the clients while the server answers so.</summary>
    /// <exception cref="EndlessException">It asked more than will ever be needed.</exception>
    public void Run(IReadOnlyList<RawReply> replies, Func<Task> action)
    {
        _handler.Load(replies);
        try
        {
            action().GetAwaiter().GetResult();
        }
        catch (Exception e) when (_handler.IsEndless)
        {
            throw new EndlessException($"The library never stopped asking ({e.GetType().Name}).");
        }

        if (_handler.IsEndless)
        {
            throw new EndlessException("The library never stopped asking.");
        }
    }
}
