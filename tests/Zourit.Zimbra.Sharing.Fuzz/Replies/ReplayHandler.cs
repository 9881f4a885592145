namespace Zourit.Zimbra.Sharing.Fuzz.Replies;

/// <summary>Answers one request after the other with given answers, from the first again after the last.</summary>
internal sealed class ReplayHandler : HttpMessageHandler
{
    private const int MostRequests = 500;

    private IReadOnlyList<RawReply> _replies = [];
    private int _asked;

    /// <summary>Whether so much was asked that it would never have ended.</summary>
    public bool IsEndless => _asked > MostRequests;

    public void Load(IReadOnlyList<RawReply> replies)
    {
        _replies = replies;
        _asked = 0;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int asked = Interlocked.Increment(ref _asked) - 1;
        return IsEndless
            ? Task.FromException<HttpResponseMessage>(new HttpRequestException("More is asked than will ever be needed."))
            : Task.FromResult(_replies[asked % _replies.Count].ToResponse(request));
    }
}
