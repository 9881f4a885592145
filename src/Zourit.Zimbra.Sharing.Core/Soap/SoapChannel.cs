using System.ServiceModel;
using System.ServiceModel.Channels;
using System.Xml;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>One SOAP address and its WCF request channel, opened at the first call and kept; safe for concurrent calls.</summary>
internal sealed class SoapChannel : IDisposable
{
    // Only a backstop: attempts end by their CancellationToken, which WCF's channel does not know.
    private static readonly TimeSpan Backstop = TimeSpan.FromHours(1);

    private readonly IChannelFactory<IRequestChannel> _factory;
    private readonly EndpointAddress _address;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IRequestChannel? _channel;
    private ClockReading? _clock;

    public SoapChannel(Uri address, HttpMessageHandler http, WireLimits limits, TimeProvider time)
    {
        _address = new EndpointAddress(address);
        _factory = SoapBinding.BuildFactory(address, () => new ReplyHandler(http, limits.MaxReplyBytes, time), limits);
    }

    public Uri Address => _address.Uri;

    /// <summary>How far the server's clock was ahead of this machine's at the last answer; null where none said it.</summary>
    public TimeSpan? ClockDifference => _clock?.Ahead;

    /// <summary>Sends a request and gives what <paramref name="read"/> makes of the response element.</summary>
    /// <exception cref="ZimbraFaultException">The server answered a fault.</exception>
    /// <exception cref="ZimbraException">One of the others, by what is known of the outcome.</exception>
    /// <exception cref="ArgumentException">A text of the request cannot be carried by XML; nothing was sent.</exception>
    public async Task<T> SendAsync<T>(
        IRequestBody request,
        ContextHeader header,
        bool isSafe,
        Func<ResponseElement, T> read,
        CancellationToken cancellationToken
    )
    {
        if (cancellationToken.IsCancellationRequested)
        {
            throw new NotSentException($"{request.Name} was cancelled.", null, cancellationToken);
        }

        var call = new RequestScope(request.Name, isSafe, cancellationToken);
        try
        {
            IRequestChannel channel = _channel is { State: CommunicationState.Opened } opened
                ? opened
                : await OpenAsync(cancellationToken).ConfigureAwait(false);
            using Message message = RequestMessage.Create(request, header);
            using Message reply = await Begin(channel, message, call).ConfigureAwait(false);
            if (call.ClockDifference is { } ahead)
            {
                _clock = new(ahead);
            }

            return read(Read(reply, call, Address, request, header));
        }
        catch (ZimbraProtocolException e) when (e.Operation is null)
        {
            throw call.Unreadable(e.Explanation, e);
        }
        // An ArgumentException is about the request only until the reply is there: WCF's reader throws it too, for malformed names of
        // elements.
        catch (Exception e)
            when (e is not (ZimbraException or ObjectDisposedException) && (e is not ArgumentException || call.ReplyComplete))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                string message = $"{request.Name} was cancelled.";
                throw call.Sent
                    ? new OperationCanceledException(message, e, cancellationToken)
                    : new NotSentException(message, e, cancellationToken);
            }

            throw e switch
            {
                // WCF names its own setting, in English or, without resources, by the name of the text.
                XmlException when e.Message.Contains("MaxDepth", StringComparison.Ordinal) => call.Unreadable(ReplyTexts.TooDeep, e),
                _ when call.ReplyIsCut => call.Lost(ReplyTexts.Cut, e),
                _ when call.ReplyComplete => call.Unreadable(ReplyTexts.NoSoap, e),
                _ when !call.Sent => call.NotDone(ReplyTexts.NotSent, e),
                _ => call.Lost(ReplyTexts.ConnectionFailed, e),
            };
        }
    }

    public void Dispose()
    {
        _factory.Abort();
        _opening.Dispose();
    }

    private static Task<Message> Begin(IRequestChannel channel, Message message, RequestScope call)
    {
        // What WCF starts from here on carries the call along; we need not.
        RequestScope.Current = call;
        try
        {
            // Without callback and state WCF gives its own task; by callback it would hop to another thread first.
            IAsyncResult pending = channel.BeginRequest(message, Backstop, null, null);
            return pending as Task<Message> ?? Task.Factory.FromAsync(pending, channel.EndRequest);
        }
        finally
        {
            RequestScope.Current = null;
        }
    }

    private static ResponseElement Read(Message? reply, RequestScope call, Uri address, IRequestBody request, ContextHeader header)
    {
        if (reply is null || reply.IsEmpty)
        {
            throw call.Unreadable(ReplyTexts.NoContent);
        }

        ReplyNode element = ReplyNode.Read(reply.GetReaderAtBodyContents(), call.CancellationToken);
        FaultRedactor.RemoveFrom(element, request, header);

        // Only batches read a folder before something is done to it.
        var body = new ResponseElement(element, request.Name == "BatchRequest" ? ChangeNumber.Of(reply) : null, call.CancellationToken);
        if (body.Name == "Fault")
        {
            ZimbraFault fault = FaultReader.Read(body);

            // Raised before the request is looked at (cs/servlet/ZimbraServlet).
            bool isWrongPort =
                fault.Code == ZimbraFaultCodes.Failure && fault.Reason.Contains("not allowed on port", StringComparison.OrdinalIgnoreCase);
            throw isWrongPort
                ? call.NotDone(ReplyTexts.WrongPort(fault.Reason, address))
                : new ZimbraFaultException(fault, request.Name) { IsRead = call.IsSafe, ClockDifference = call.ClockDifference };
        }

        string expected = string.Concat(request.Name.AsSpan(0, request.Name.Length - "Request".Length), "Response");
        return body.Name == expected ? body : throw call.Unreadable(ReplyTexts.Instead(body.Name, expected));
    }

    // A reference, so that it is read whole while another call writes it.
    private sealed record ClockReading(TimeSpan Ahead);

    private async Task<IRequestChannel> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_channel is { State: CommunicationState.Opened } opened)
            {
                return opened;
            }

            _channel?.Abort();

            if (_factory.State == CommunicationState.Created)
            {
                await Task.Factory.FromAsync(_factory.BeginOpen, _factory.EndOpen, null).ConfigureAwait(false);
            }

            IRequestChannel channel = _factory.CreateChannel(_address);
            await Task.Factory.FromAsync(channel.BeginOpen, channel.EndOpen, null).ConfigureAwait(false);
            _channel = channel;
            return channel;
        }
        finally
        {
            _opening.Release();
        }
    }
}
