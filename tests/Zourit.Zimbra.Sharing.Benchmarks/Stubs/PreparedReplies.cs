using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Zourit.Zimbra.Sharing.Benchmarks.Stubs;

/// <summary>
/// The other end of a measurement: answers every SOAP request with bytes prepared beforehand, taken from the recordings of the real server,
/// at next to no cost. It prints its port and runs until its input ends.
/// </summary>
internal static class PreparedReplies
{
    /// <summary>Gives the body of the last SOAP request but logins, to be sent again byte for byte.</summary>
    public const string LastRequestPath = "/last-request";

    /// <summary>Gives how many SOAP requests came so far.</summary>
    public const string CountPath = "/count";

    /// <summary>Answers as the usual address does, but labels the reply as WCF wants it.</summary>
    public const string RelabelledPath = "/relabelled/";

    private static readonly byte[] AuthReply = Http(Recorded("auth.http"), "text/xml;charset=utf-8");
    private static readonly byte[] GrantReply = Http(Recorded("grant.http"), "text/xml;charset=utf-8");
    private static readonly byte[] RelabelledGrantReply = Http(Recorded("grant.http"), "application/soap+xml;charset=utf-8");
    private static readonly Lazy<byte[]> LargeFeedReply = new(() => Http(LargeFeed.Write(), "text/calendar;charset=utf-8"));
    private static volatile byte[] _lastRequest = [];
    private static int _requests;

    public static void Serve(TextReader input, TextWriter output)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        new Thread(() => Accept(listener)) { IsBackground = true }.Start();
        output.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
        while (input.ReadLine() is not null) { }
    }

    private static void Accept(TcpListener listener)
    {
        while (true)
        {
            TcpClient client = listener.AcceptTcpClient();
            client.NoDelay = true;
            new Thread(() => Answer(client)) { IsBackground = true }.Start();
        }
    }

    private static void Answer(TcpClient client)
    {
        using NetworkStream stream = client.GetStream();
        byte[] buffer = new byte[64 * 1024];
        int filled = 0;
        while (true)
        {
            int headEnd = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            int end = headEnd < 0 ? int.MaxValue : headEnd + 4 + BodyLength(buffer.AsSpan(0, headEnd));
            if (filled >= end)
            {
                stream.Write(Reply(buffer.AsSpan(0, headEnd), buffer.AsSpan(headEnd + 4, end - headEnd - 4)));
                filled = 0;
                continue;
            }

            int read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
            {
                return;
            }

            filled += read;
        }
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        string text = Encoding.ASCII.GetString(head);
        int start = text.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return 0;
        }

        int end = text.IndexOf("\r\n", start, StringComparison.Ordinal);
        return int.Parse(text[(start + "Content-Length:".Length)..(end < 0 ? text.Length : end)], CultureInfo.InvariantCulture);
    }

    private static byte[] Reply(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        if (head.StartsWith("GET /last-request "u8))
        {
            return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {_lastRequest.Length}\r\n\r\n"), .. _lastRequest];
        }

        if (head.StartsWith("GET /count "u8))
        {
            return Http(Encoding.ASCII.GetBytes(Volatile.Read(ref _requests).ToString(CultureInfo.InvariantCulture)), "text/plain");
        }

        if (head.StartsWith("GET /home/"u8))
        {
            return LargeFeedReply.Value;
        }

        Interlocked.Increment(ref _requests);
        if (body.IndexOf("<AuthRequest"u8) >= 0)
        {
            return AuthReply;
        }

        if (CalendarReplies.Answer(body) is { } calendar)
        {
            return Http(calendar, "text/xml;charset=utf-8");
        }

        if (_lastRequest.Length == 0)
        {
            _lastRequest = body.ToArray();
        }

        return head.StartsWith("POST /relabelled/ "u8) ? RelabelledGrantReply : GrantReply;
    }

    private static byte[] Http(byte[] body, string contentType) =>
        [
            .. Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nCache-Control: no-store, "
                    + $"no-cache\r\nContent-Length: {body.Length}\r\n\r\n"
            ),
            .. body,
        ];

    private static byte[] Recorded(string name)
    {
        using Stream stream = typeof(PreparedReplies).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string reply = reader.ReadToEnd().Split("### RESPONSE", 2)[1];
        return Encoding.UTF8.GetBytes(reply[(reply.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].TrimEnd('\n'));
    }
}
