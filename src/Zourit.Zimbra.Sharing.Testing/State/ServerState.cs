using Zourit.Zimbra.Sharing.Testing.Mail;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.State;

/// <summary>
/// What all services of one server share: its accounts, its mails, its tasks and what is to go wrong. One piece of work at a time, so the
/// model needs no locks of its own.
/// </summary>
internal sealed class ServerState
{
    private readonly Lock _lock = new();

    /// <param name="time">The server's clock.</param>
    /// <param name="mailServerRetry">How long a mail server that could not be reached is not asked again.</param>
    /// <param name="requests">The names of the SOAP requests that can misbehave.</param>
    public ServerState(TimeProvider time, TimeSpan mailServerRetry, IEnumerable<string> requests)
    {
        Directory = new ZimbraDirectory(time);
        Misbehave = new MisbehaviourRules(time, new KnownOperations(requests))
        {
            ExpireToken = value => Locked(() => Directory.Tokens.Expire(value)),
            SetPublicationLag = lag => Locked(() => Published!.Lag = lag),
        };
        Transport = new MailTransport(Directory, Outbox, Misbehave, mailServerRetry);
        Published = new PublishedShares(Directory);
        Expired = new ExpiredGrants(Directory, Transport, Published);
    }

    public MisbehaviourRules Misbehave { get; }

    public ZimbraDirectory Directory { get; }

    public Outbox Outbox { get; } = new();

    public MailTransport Transport { get; }

    public PublishedShares Published { get; }

    public ExpiredGrants Expired { get; }

    public RenamedFolders RenamedByDav { get; } = new();

    /// <summary>The word by which the faults of this server are found in its log.</summary>
    public string TraceWord { get; } = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()[..8]);

    /// <summary>Does something while nobody else does.</summary>
    public T Locked<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }

    /// <summary>Does what the tasks of the server have to do by now.</summary>
    public void Settle() =>
        Locked(() =>
        {
            Expired.Settle();
            Published.Settle();
            return true;
        });
}
