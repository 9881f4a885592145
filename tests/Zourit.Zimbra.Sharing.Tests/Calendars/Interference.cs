using System.Net;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>Does between two requests of a client what another program does at the worst moment.</summary>
internal sealed class Interference()
    : DelegatingHandler(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
        }
    )
{
    private readonly List<(string Text, Func<Task> Act)> _steps = [];
    private readonly List<(string Text, Func<string, string> Change)> _rewrites = [];

    /// <summary>How many requests went out.</summary>
    public int Requests { get; private set; }

    /// <summary>How many bytes of replies came in.</summary>
    public long ReplyBytes { get; private set; }

    /// <summary>Does something when the next request that holds a text was written, before it leaves.</summary>
    public void Before(string text, Func<Task> act) => _steps.Add((text, act));

    /// <summary>Does something without waiting.</summary>
    public void Before(string text, Action act) => Before(text, () =>
        {
            act();
            return Task.CompletedTask;
        });

    /// <summary>Changes the next reply that holds a text, as a broken proxy would.</summary>
    public void Rewrite(string text, Func<string, string> change) => _rewrites.Add((text, change));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (_steps.Find(step => body.Contains(step.Text, StringComparison.Ordinal)) is { Act: not null } due)
        {
            _steps.Remove(due);
            await due.Act();
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Requests++;
        ReplyBytes += response.Content.Headers.ContentLength ?? 0;
        if (_rewrites.Count > 0)
        {
            string reply = await response.Content.ReadAsStringAsync(cancellationToken);
            if (_rewrites.Find(each => reply.Contains(each.Text, StringComparison.Ordinal)) is { Change: not null } rewrite)
            {
                _rewrites.Remove(rewrite);
                reply = rewrite.Change(reply);
            }

            response.Content = new StringContent(reply, response.Content.Headers.ContentType);
        }

        return response;
    }
}
