using System.Text;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>
/// One thing that goes wrong between the library and a server. Where there is a reply, it holds <see cref="Canary"/>, which nobody may ever
/// show.
/// </summary>
/// <param name="Name">What it is.</param>
/// <param name="Answer">Writes the answer; the connection is closed afterwards when it is cut.</param>
/// <param name="IsCut">Whether the connection ends after the answer.</param>
internal sealed record Misbehaviour(string Name, Func<Stream, CancellationToken, Task> Answer, bool IsCut = true)
{
    public const string Canary = "CanaryOfTheReply";

    private const string EnvelopeStart = "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body>";
    private const string EnvelopeEnd = "</soap:Body></soap:Envelope>";

    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        Raw("closes without a word", ""),
        Raw("is no HTTP", $"220 {Canary} ESMTP\r\n\r\n"),
        Raw("answers plain HTTP on a TLS port", "\u0015\u0003\u0003\u0000\u0002\u0002\u0050"),
        Raw("breaks the status line", $"HTTP/1.1 abc {Canary}\r\n\r\n"),
        Raw("breaks a header", $"HTTP/1.1 200 OK\r\n{Canary}\r\n\r\n"),
        Raw("cuts the head", $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nX-Secret: {Canary}"),
        Raw("cuts the body", $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 500\r\n\r\n{EnvelopeStart}<authToken>{Canary}"),
        Raw(
            "cuts a chunk",
            $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n80\r\n{EnvelopeStart}<authToken>{Canary}"
        ),
        Raw("breaks the chunks", $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n{Canary}\r\n"),
        Raw(
            "lies about compression",
            $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Encoding: gzip\r\nContent-Length: {Canary.Length}\r\n\r\n{Canary}"
        ),
        .. new[] { 204, 206, 301, 302, 307, 400, 401, 403, 404, 405, 407, 408, 413, 418, 429, 501, 502, 503, 504, 999 }.Select(status =>
            Http(
                $"answers HTTP {status}",
                status,
                $"<html>{Canary}</html>",
                "text/html",
                $"Location: https://{Canary}@example.net/?authToken={Canary}\r\nRetry-After: Sun, 06 Nov 2094 08:49:37 GMT\r\n"
            )
        ),
        Http("answers a web page", 200, $"<html>{Canary}</html>", "text/html"),
        Http("answers a web page as an error", 500, $"<html>{Canary}</html>", "text/html"),
        Http("answers nothing", 200, ""),
        Http("answers an empty error", 500, ""),
        Http("answers JSON", 200, $"{{\"authToken\":\"{Canary}\"}}", "text/javascript"),
        Http("answers plain text", 500, Canary, "text/plain"),
        Http("answers XML that is no SOAP", 200, $"<a>{Canary}</a>"),
        Http(
            "answers an envelope without a body",
            200,
            $"<soap:Envelope "
                + $"xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Header><x>{Canary}</x></soap:Header></soap:Envelope>"
        ),
        Http("answers an empty body", 200, EnvelopeStart + EnvelopeEnd),
        Http("answers a text in the body", 200, EnvelopeStart + Canary + EnvelopeEnd),
        Http(
            "answers in SOAP 1.1",
            200,
            $"<soap:Envelope "
                + $"xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><x>{Canary}</x></soap:Body></soap:Envelope>"
        ),
        Http("answers another request", 200, $"{EnvelopeStart}<OtherResponse><authToken>{Canary}</authToken></OtherResponse>{EnvelopeEnd}"),
        Http(
            "answers a fault without a code",
            500,
            $"{EnvelopeStart}<soap:Fault><soap:Reason><soap:Text>{Canary}</soap:Text></soap:Reason></soap:Fault>{EnvelopeEnd}"
        ),
        Http(
            "answers a fault with an empty detail",
            500,
            $"{EnvelopeStart}<soap:Fault><soap:Detail><Error "
                + $"xmlns=\"urn:zimbra\"><Trace>{Canary}</Trace></Error>"
                + $"</soap:Detail></soap:Fault>{EnvelopeEnd}"
        ),
        Http("answers with a DOCTYPE", 200, $"<!DOCTYPE x [<!ENTITY e \"{Canary}\">]>{EnvelopeStart}<x>&e;</x>{EnvelopeEnd}"),
        Http(
            "answers with entities upon entities",
            200,
            $"<!DOCTYPE x [<!ENTITY a \"{Canary}\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c "
                + $"\"&b;&b;&b;&b;\">]>{EnvelopeStart}<x>&c;</x>{EnvelopeEnd}"
        ),
        Http("answers with an unknown entity", 200, $"{EnvelopeStart}<x>&{Canary};</x>{EnvelopeEnd}"),
        Http("answers with an element that does not end", 200, $"{EnvelopeStart}<authToken>{Canary}</{Canary}>{EnvelopeEnd}"),
        Http("answers with a forbidden character", 200, $"{EnvelopeStart}<authToken>{Canary}&#0;</authToken>{EnvelopeEnd}"),
        Http("answers with bytes that are no UTF-8", 200, $"{EnvelopeStart}<authToken>{Canary}", bytes: [0xC3, 0x28, 0xFF]),
        Http(
            "answers in UTF-16",
            200,
            "",
            bytes:
            [
                0xFF,
                0xFE,
                .. Encoding.Unicode.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-16\"?>{EnvelopeStart}<x>{Canary}</x>{EnvelopeEnd}"),
            ]
        ),
        Http("answers with an undeclared prefix", 200, $"{EnvelopeStart}<x:{Canary}/>{EnvelopeEnd}"),
        Http("answers too deeply", 200, $"{EnvelopeStart}{string.Concat(Enumerable.Repeat("<a>", 500))}{Canary}"),
        Http("answers with a content type that is none", 200, $"<a>{Canary}</a>", $";;;{Canary}"),
        new("resets the connection", (stream, _) =>
        {
            ((System.Net.Sockets.NetworkStream)stream).Socket.LingerState = new(true, 0);
            return Task.CompletedTask;
        }),
        new("never ends", async (stream, token) =>
        {
            byte[] chunk = Encoding.UTF8.GetBytes($"2000\r\n{new string(' ', 8192 - Canary.Length)}{Canary}\r\n");
            await stream.WriteAsync(
                Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n"),
                token
            );
            while (true)
            {
                await stream.WriteAsync(chunk, token);
            }
        }),
        new("stalls", async (stream, token) =>
        {
            await stream.WriteAsync(
                Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 500\r\n\r\n{Canary}"),
                token
            );
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        }),
    ];

    public ScriptedServer Start() =>
        new(
            async (request, stream, token) =>
            {
                request.CloseAfterwards = IsCut;
                await Answer(stream, token);
            }
        );

    public override string ToString() => Name;

    private static Misbehaviour Raw(string name, string answer) =>
        new(name, (stream, token) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer), token).AsTask());

    private static Misbehaviour Http(
        string name,
        int status,
        string body,
        string type = "text/xml;charset=utf-8",
        string headers = "",
        byte[]? bytes = null
    )
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(body), .. bytes ?? []];
        string head =
            $"HTTP/1.1 {status} Said\r\nContent-Type: {type}\r\n{headers}Content-Length: "
            + $"{(status == 204 ? 0 : content.Length)}\r\n\r\n";
        return new Misbehaviour(
            name,
            async (stream, token) =>
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(head), token);
                await stream.WriteAsync(status == 204 ? [] : content, token);
            },
            IsCut: false
        );
    }
}
