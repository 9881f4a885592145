using System.Globalization;
using System.Net;
using System.Text;

namespace Zourit.Zimbra.Sharing.Fuzz.Replies;

/// <summary>
/// An HTTP answer as the recordings write it: first line, headers, an empty line, body. What is no such thing is the body of a 200.
/// </summary>
internal sealed record RawReply(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    private static readonly byte[] Mark = "\n### RESPONSE\n"u8.ToArray();

    /// <summary>The answers in an input.</summary>
    public static IReadOnlyList<RawReply> ReadAll(ReadOnlySpan<byte> input)
    {
        var replies = new List<RawReply>();
        for (int end = input.IndexOf(Mark); end >= 0; end = input.IndexOf(Mark))
        {
            replies.Add(Read(input[..end]));
            input = input[(end + Mark.Length)..];
        }

        replies.Add(Read(input));
        return replies;
    }

    /// <summary>Answers as an input.</summary>
    public static byte[] Join(IEnumerable<byte[]> replies) => [.. replies.SelectMany((reply, at) => at == 0 ? reply : [.. Mark, .. reply])];

    public static byte[] Write(int status, IEnumerable<(string Name, string Value)> headers, byte[] body) =>
        [
            .. Encoding.UTF8.GetBytes(
                $"HTTP/1.1 {status} Said\n{string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\n"))}\n"
            ),
            .. body,
        ];

    public HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Body), RequestMessage = request };
        foreach ((string name, string value) in Headers)
        {
            if (
                !response.Headers.TryAddWithoutValidation(name, value) && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
            )
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    private static RawReply Read(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf("\n\n"u8);
        if (!text.StartsWith("HTTP/"u8) || end < 0)
        {
            return new RawReply(200, [("Content-Type", "text/xml")], text.ToArray());
        }

        string[] head = Encoding.UTF8.GetString(text[..end]).Split('\n');
        string[] first = head[0].Split(' ');
        int status =
            first.Length > 1
            && int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is >= 200 and <= 999
                ? number
                : 200;
        var headers = head.Skip(1)
            .Select(line => line.Split(": ", 2))
            .Where(parts => parts.Length == 2 && IsValue(parts[1]))
            .Select(parts => (parts[0], parts[1]));
        return new RawReply(status, [.. headers], text[(end + 2)..].ToArray());
    }

    // What HTTP's own reader would not let through.
    private static bool IsValue(string text) => !text.AsSpan().ContainsAny('\r', '\0');
}
