using System.Diagnostics;
using System.Text;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>
/// 31 MB of hostile XML took 30 seconds after a limit of 2 seconds: what came in whole was parsed to its end, whatever the time and the
/// caller said.
/// </summary>
[Collection(nameof(HostileTests)), Trait("Category", "Slow")]
public sealed class ParsingTimeTests
{
    private const int Size = 31 * 1024 * 1024;

    private static readonly Dictionary<string, Func<string>> Replies = new()
    {
        ["elements"] = () => Body(Repeat("<a/>")),
        ["names"] = () => Body(Numbered(i => $"<a{i:x}/>")),
        ["attributes"] = () => Body($"<a{Numbered(i => $" a{i:x}=''")}/>"),
        ["attributes of several"] = () => Body(Repeat($"<a{string.Concat(Enumerable.Range(0, 900).Select(i => $" a{i}=''"))}/>")),
        ["references"] = () => Body($"<a>{Repeat("&lt;")}</a>"),
        ["references in an attribute"] = () => Body($"<a b='{Repeat("&#10;")}'/>"),
        ["comments"] = () => Body(Repeat("<!---->")),
        ["cdata"] = () => Body($"<a>{Repeat("<![CDATA[x]]>")}</a>"),
        ["nesting"] = () => Body(Repeat(string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100)))),
        ["header"] = () => Envelope(Repeat("<a/>"), "<NoOpResponse xmlns='urn:zimbraMail'/>"),
        ["header attributes"] = () => Envelope($"<a{Numbered(i => $" a{i:x}=''")}/>", "<NoOpResponse xmlns='urn:zimbraMail'/>"),
        ["namespaces"] = () => Body(Repeat("<b:a xmlns:b='u'/>")),
        ["fault"] = () => Envelope("", $"<soap:Fault><soap:Reason><soap:Text>{Repeat("s3cr ")}</soap:Text></soap:Reason></soap:Fault>"),
    };

    public static TheoryData<string> Names { get; } = [.. Replies.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_reply_of_any_shape_ends_within_the_limit_and_a_second(string shape)
    {
        byte[] body = Encoding.UTF8.GetBytes(Replies[shape]());
        byte[] head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/xml;charset=utf-8\r\nContent-Length: {body.Length}\r\n\r\n"
        );
        await using var server = new ScriptedServer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync(head, token);
                await stream.WriteAsync(body, token);
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(2)
        );
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long started = TimeProvider.System.GetTimestamp();

        Exception? e = await Record.ExceptionAsync(() => client.SendAsync(new NoOpRequest(), TestContext.Current.CancellationToken));

        process.Refresh();
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(6));
        Assert.InRange(process.TotalProcessorTime - before, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.True(e is null or ZimbraException, e?.ToString());
    }

    private static string Body(string content) => Envelope("", $"<NoOpResponse xmlns='urn:zimbraMail'>{content}</NoOpResponse>");

    private static string Envelope(string header, string body) =>
        $"<soap:Envelope xmlns:soap='http://www.w3.org/2003/05/soap-envelope'><soap:Header><context xmlns='urn:zimbra'>{header}</context>"
        + $"</soap:Header><soap:Body>{body}</soap:Body></soap:Envelope>";

    private static string Repeat(string text) => new StringBuilder().Insert(0, text, Size / text.Length).ToString();

    private static string Numbered(Func<int, string> text)
    {
        var all = new StringBuilder(Size + 64);
        for (int i = 0; all.Length < Size; i++)
        {
            all.Append(text(i));
        }

        return all.ToString();
    }
}
