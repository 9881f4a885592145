using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>
/// Answers each HTTP request with whatever bytes the script writes: for replies that no well-behaved server gives (cut, stalled, endless,
/// mislabelled).
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<ReceivedRequest, NetworkStream, CancellationToken, Task> _script;
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;

    public ScriptedServer(Func<ReceivedRequest, NetworkStream, CancellationToken, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Answers every request with the same raw text.</summary>
    public ScriptedServer(string rawAnswer)
        : this((_, stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(rawAnswer), token).AsTask()) { }

    /// <summary>Gives the body of the answer to a SOAP request; the HTTP around it is Zimbra's.</summary>
    public static ScriptedServer Soap(Func<ReceivedRequest, string> answer) =>
        new(
            (request, stream, token) =>
            {
                string body = answer(request);
                return stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(Replies.Http(body.Contains(":Fault>", StringComparison.Ordinal) ? 500 : 200, body)),
                        token
                    )
                    .AsTask();
            }
        );

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    /// <summary>Waits until the clients have closed all their connections.</summary>
    public Task AllConnectionsClosedAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_connections).WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            Assert.True(_stop.IsCancellationRequested, $"The scripted server stopped by itself: {e.Message}");
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            NetworkStream stream = client.GetStream();
            try
            {
                while (await ReadAsync(stream) is { } request)
                {
                    Requests.Enqueue(request);
                    await _script(request, stream, _stop.Token);
                    if (request.CloseAfterwards)
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client went away, which is what some of the tests are about.
                return;
            }
        }
    }

    private async Task<ReceivedRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        string[] lines = head.ToString().Split("\r\n");
        string? length = lines.FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        byte[] body = new byte[length is null ? 0 : int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new ReceivedRequest(lines[0], head.ToString(), Encoding.UTF8.GetString(body));
    }
}

/// <summary>A request as it came in.</summary>
internal sealed record ReceivedRequest(string RequestLine, string Head, string Body)
{
    /// <summary>Set by a script that wants the connection closed after its answer.</summary>
    public bool CloseAfterwards { get; set; }
}
