using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>A request and the real server's answer, as a file of the recordings holds them.</summary>
internal sealed record Recording(string Name, RecordedMessage Request, RecordedMessage Reply)
{
    private static readonly byte[] RequestMark = Encoding.ASCII.GetBytes("### REQUEST\n");
    private static readonly byte[] ReplyMark = Encoding.ASCII.GetBytes("\n### RESPONSE\n");

    /// <summary>Its section, such as 04.</summary>
    public string Section => Name[..2];

    /// <summary>
    /// Reads the form of the recordings: two messages, each a first line, headers, an empty line and a body; one newline follows each body.
    /// </summary>
    /// <exception cref="FormatException">A mark is missing.</exception>
    public static Recording Parse(string name, ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(RequestMark))
            throw new FormatException($"{name} does not begin with ### REQUEST");
        var middle = file.IndexOf(ReplyMark);
        if (middle < 0)
            throw new FormatException($"{name} has no ### RESPONSE");
        var reply = file[(middle + ReplyMark.Length)..];
        return new Recording(name, Message(file[RequestMark.Length..middle]), Message(reply.EndsWith("\n"u8) ? reply[..^1] : reply));
    }

    private static RecordedMessage Message(ReadOnlySpan<byte> message)
    {
        var end = message.IndexOf("\n\n"u8);
        var head = Encoding.UTF8.GetString(end < 0 ? message : message[..end]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var headers = head.Skip(1).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts.Length > 1 ? parts[1] : ""));
        return new RecordedMessage(head[0], [.. headers], end < 0 ? [] : message[(end + 2)..].ToArray());
    }
}
