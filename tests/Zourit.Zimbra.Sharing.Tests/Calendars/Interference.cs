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

    /// <summary>Does something when the next request that holds a text was written, before it leaves.</summary>
    public void Before(string text, Func<Task> act) => _steps.Add((text, act));

    /// <summary>Does something without waiting.</summary>
    public void Before(string text, Action act) => Before(text, () =>
        {
            act();
            return Task.CompletedTask;
        });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (_steps.Find(step => body.Contains(step.Text, StringComparison.Ordinal)) is { Act: not null } due)
        {
            _steps.Remove(due);
            await due.Act();
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
