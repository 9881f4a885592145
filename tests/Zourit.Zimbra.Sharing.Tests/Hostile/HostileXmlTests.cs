using System.Text;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>XML that is small for what it makes a careless reader do.</summary>
[Collection(nameof(HostileTests))]
[Trait("Category", "Slow")]
public sealed class HostileXmlTests
{
    private const int Size = 2 * 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("an entity", """<!DOCTYPE a [<!ENTITY a "b">]>""", "&a;")]
    [InlineData(
        "entities of entities",
        """<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>""",
        "&c;"
    )]
    [InlineData("a file", """<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>""", "&a;")]
    [InlineData("another server", """<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd">""", "")]
    [InlineData("a parameter entity", """<!DOCTYPE a [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>""", "")]
    [InlineData("an entity that nobody declared", "", "&nbsp;")]
    [InlineData("a character that XML forbids", "", "&#0;")]
    [InlineData("half a character", "", "&#xD800;")]
    [InlineData("a raw character that XML forbids", "", "\u0001")]
    public async Task A_reply_with(string what, string prolog, string text)
    {
        await using var server = ScriptedServer.Soap(_ =>
            prolog + Replies.Soap($"<NoOpResponse xmlns=\"urn:zimbraMail\"><a>{text}</a></NoOpResponse>")
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.True(e.Message.StartsWith("NoOpRequest: ", StringComparison.Ordinal), what);
        Assert.DoesNotContain("root:", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_million_namespaces_cost_no_more_than_their_bytes() => ReadAsync("namespaces", text =>
        {
            text.Append("<GetFolderResponse xmlns=\"urn:zimbraMail\"><folder id=\"1\"");
            for (int at = 0; text.Length < Size / 2; at++)
            {
                text.Append($" xmlns:p{at}=\"u\"");
            }

            text.Append('>');
            while (text.Length < Size)
            {
                text.Append("<p0:a/>");
            }

            return "</folder></GetFolderResponse>";
        });

    [Fact]
    public Task A_million_attributes_cost_no_more_than_their_bytes() => ReadAsync("attributes", text =>
        {
            text.Append("<GetFolderResponse xmlns=\"urn:zimbraMail\"><folder id=\"1\"");
            for (int at = 0; text.Length < Size; at++)
            {
                text.Append($" a{at}=\"\"");
            }

            return "></folder></GetFolderResponse>";
        });

    [Fact]
    public Task A_text_of_a_million_references_costs_no_more_than_its_bytes() => ReadAsync("references", text =>
        {
            text.Append("<GetFolderResponse xmlns=\"urn:zimbraMail\"><folder id=\"1\"><acl>");
            while (text.Length < Size)
            {
                text.Append("&lt;b>");
            }

            return "</acl></folder></GetFolderResponse>";
        });

    [Fact]
    public Task A_million_kinds_of_elements_cost_no_more_than_their_bytes() => ReadAsync("elements", text =>
        {
            text.Append("<GetFolderResponse xmlns=\"urn:zimbraMail\"><folder id=\"1\">");
            for (int at = 0; text.Length < Size; at++)
            {
                text.Append($"<a{at}/>");
            }

            return "</folder></GetFolderResponse>";
        });

    [Fact]
    public Task A_header_of_a_million_elements_costs_no_more_than_its_bytes() => ReadAsync("header", text =>
        {
            text.Insert(
                text.ToString().IndexOf("<context", StringComparison.Ordinal),
                string.Concat(Enumerable.Repeat("<a xmlns=\"u\"/>", Size / 14))
            );
            text.Append("<GetFolderResponse xmlns=\"urn:zimbraMail\"><folder id=\"1\"/>");
            return "</GetFolderResponse>";
        });

    [Fact]
    public async Task What_a_server_calls_its_elements_is_forgotten_with_the_reply()
    {
        int sent = 0;
        await using var server = ScriptedServer.Soap(_ =>
        {
            int first = Interlocked.Increment(ref sent) * 100_000;
            return Replies.Soap(
                $"<NoOpResponse "
                    + "xmlns=\"urn:zimbraMail\">"
                    + $"{string.Concat(Enumerable.Range(first, 20_000).Select(at => $"<e{at} a{at}=\"\"/>"))}</NoOpResponse>"
            );
        });
        await using ZimbraClient client = TestClients.WithToken(server);
        await client.SendAsync(new NoOpRequest(), Token);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        for (int at = 0; at < 20; at++)
        {
            await client.SendAsync(new NoOpRequest(), Token);
        }

        await Task.Yield();
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper!.WriteLine($"{held:N0} B held after 20 replies with 40,000 names each");
        Assert.True(held < 8_000_000, $"{held:N0} bytes are held");
    }

    private static async Task ReadAsync(string what, Func<StringBuilder, string> fill)
    {
        string frame = Replies.Soap("|");
        int body = frame.IndexOf('|', StringComparison.Ordinal);
        var text = new StringBuilder(frame[..body]);
        string end = fill(text);
        string reply = text.Append(end).Append(frame[(body + 1)..]).ToString();
        await using var server = ScriptedServer.Soap(_ => reply);
        await using ZimbraClient client = TestClients.WithToken(server);
        long allocated = await Cost.OfAsync($"{what}, {reply.Length:N0} B", async () =>
        {
            try
            {
                await client.SendAsync(new GetFolderRequest(), Token);
            }
            catch (ZimbraProtocolException e)
            {
                TestContext.Current.TestOutputHelper!.WriteLine(e.Message);
            }
        });
        Assert.True(allocated < 100L * Size, $"{allocated:N0} bytes were allocated for {reply.Length:N0}");
    }
}
