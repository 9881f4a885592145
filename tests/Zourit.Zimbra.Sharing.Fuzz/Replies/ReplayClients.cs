using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz.Replies;

/// <summary>Clients of a server that answers as the input says.</summary>
internal sealed class ReplayClients
{
    private readonly ReplayHandler _handler = new();
    private readonly Connection _user;
    private readonly Connection _admin;

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
        _user = new Connection(Server, options.ToSettings(), _handler);
        _admin = new Connection(Server, options.ToSettings(), _handler);
    }

    public static Uri Server { get; } = new("https://mail1.example.net");

    /// <summary>A new client on the same connection: what one keeps of the server's answers would make the next ask otherwise.</summary>
    public ZimbraClient User => new(_user, ZimbraCredentials.Token(new Secret("0_given")));

    /// <summary>As <see cref="User"/>, an administrator's.</summary>
    public ZimbraClient Admin => new(_admin, ZimbraCredentials.AdminToken(new Secret("0_given")));

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
