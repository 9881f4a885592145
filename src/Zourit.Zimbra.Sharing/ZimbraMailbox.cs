using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// One account of a server, as a client sees it: made by <see cref="ZimbraClient.Mailbox"/>. Thread-safe; it works as long as its client
/// does, and there is nothing to dispose of.
/// </summary>
public sealed class ZimbraMailbox
{
    private readonly RequestDispatcher _dispatcher;

    internal ZimbraMailbox(RequestDispatcher dispatcher, string account)
    {
        _dispatcher = dispatcher;
        Account = account;
    }

    /// <summary>The account's name as it was given, e.g. <c>owner@monasso.org</c>.</summary>
    public string Account { get; }

    /// <summary>Shares the account's calendars, revokes and lists their shares.</summary>
    public CalendarClient Calendars => field ??= new CalendarClient(_dispatcher);

    /// <summary>Invitations: the personal links that the account sent out.</summary>
    public InvitationClient Invitations => field ??= new InvitationClient(_dispatcher);

    /// <summary>Reads and diagnoses shared calendars, seen by the account.</summary>
    public FeedClient Feeds => field ??= new FeedClient(_dispatcher);

    internal RequestDispatcher Dispatcher => _dispatcher;

    /// <summary>
    /// Sends one typed request for the account, as <see cref="ZimbraClient.SendAsync{TResponse}"/> does for the client's.
    /// </summary>
    /// <param name="request">The request, e.g. a <see cref="BatchRequest"/>.</param>
    /// <param name="cancellationToken">Ends the call at once. A request that was sent may still be carried out.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<TResponse> SendAsync<TResponse>(ZimbraRequest<TResponse> request, CancellationToken cancellationToken = default)
        where TResponse : class => _dispatcher.SendRawAsync(request, cancellationToken);

    /// <summary>The account and its server, without secrets.</summary>
    public override string ToString() => $"{Quoted.Of(Account)} at {_dispatcher.Connection.Server}";
}
