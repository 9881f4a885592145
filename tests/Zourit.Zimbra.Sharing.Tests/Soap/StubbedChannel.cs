using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>A channel to a server that is a function, at New Year 2026.</summary>
internal sealed class StubbedChannel : IAsyncDisposable
{
    public const int MaxReplyBytes = 65536;

    private readonly StubHandler _http;
    private readonly SoapChannel _channel;

    public StubbedChannel(Func<HttpResponseMessage> answer, bool isAdmin = false)
    {
        var address = new Uri(isAdmin ? "https://mail1.example.net:7071/service/admin/soap/" : "https://mail1.example.net/service/soap/");
        _http = new StubHandler(answer);
        _channel = new SoapChannel(
            address,
            _http,
            new WireLimits(MaxReplyBytes, 32),
            new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
        );
    }

    /// <summary>Answers with an envelope.</summary>
    public StubbedChannel(string reply)
        : this(() => Answer(200, reply)) { }

    /// <summary>The last request, as it went out.</summary>
    public string Sent => _http.Sent;

    public int Requests => _http.Requests;

    /// <summary>What the channel keeps to itself: for states that only a race brings about.</summary>
    public T Inside<T>(string field) =>
        (T)typeof(SoapChannel).GetField(field, BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(_channel)!;

    public static HttpResponseMessage Answer(int status, string body, string type = "text/xml") =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };

    public Task<T> SendAsync<T>(
        IRequestBody request,
        Func<ResponseElement, T> read,
        CancellationToken cancellationToken,
        bool isSafe = true,
        Secret? token = null,
        string? onBehalfOf = null
    ) => _channel.SendAsync(request, new ContextHeader("tests", "1.2", token, onBehalfOf), isSafe, read, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _channel.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
