using Zourit.Zimbra.Sharing.Testing.Tests.Replay;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Hosting;

[Collection(nameof(LongRunTests))]
[CollectionDefinition(nameof(LongRunTests), DisableParallelization = true)]
public sealed class LongRunTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_requests_leave_the_memory_as_it_was_and_the_journal_bounded()
    {
        await using var zimbra = await FakeZimbra.StartRecordedAsync(cancellationToken: Cancel);
        using var sender = new Sender(zimbra.ServerUri, zimbra.AdminUri);
        var token = await LogInAsync(sender);

        await AskAsync(sender, token, zimbra, 3_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await AskAsync(sender, token, zimbra, 7_000);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(10_001, zimbra.Journal.Requests);
        Assert.Equal(1_000, zimbra.Journal.Entries.Count);
        Assert.True(after - before < 8_000_000, $"The memory in use grew by {after - before} bytes.");
    }

    [Fact]
    public async Task Servers_side_by_side_are_worlds_of_their_own()
    {
        var names = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async number =>
                {
                    await using var zimbra = await FakeZimbra.StartAsync(
                        seed => seed.Account("owner@monasso.org", $"Secret-{number}", account => account.Calendar($"/calendar-{number}")),
                        cancellationToken: Cancel
                    );
                    using var sender = new Sender(zimbra.ServerUri, zimbra.AdminUri);
                    var token = await LogInAsync(sender, "owner@monasso.org", $"Secret-{number}");
                    var tree = await sender.SoapAsync(toAdmin: false, token, """<GetFolderRequest xmlns="urn:zimbraMail"/>""", Cancel);
                    return Enumerable
                        .Range(0, 20)
                        .Where(other => tree.Text.Contains($"\"calendar-{other}\"", StringComparison.Ordinal))
                        .ToArray();
                })
        );

        Assert.Equal(Enumerable.Range(0, 20).Select(number => new[] { number }), names);
    }

    private static async Task AskAsync(Sender sender, string token, FakeZimbra zimbra, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var answer =
                i % 2 == 0
                    ? await sender.SoapAsync(toAdmin: false, token, """<GetFolderRequest xmlns="urn:zimbraMail"/>""", Cancel)
                    : await sender.SendAsync(
                        new RecordedMessage(
                            "GET /home/alice@example.test/Calendar.ics HTTP/1.1",
                            [("Cookie", $"ZM_AUTH_TOKEN={token}")],
                            []
                        ),
                        Cancel
                    );
            Assert.Equal(200, answer.Status);
        }
        Assert.Empty(zimbra.Misbehave.Injected);
    }

    private static async Task<string> LogInAsync(Sender sender, string name = "alice@example.test", string password = "Secret-1alice")
    {
        var answer = await sender.SoapAsync(
            toAdmin: false,
            null,
            $"""<AuthRequest xmlns="urn:zimbraAccount"><account by="name">{name}</account><password>{password}</password></AuthRequest>""",
            Cancel
        );
        return System.Xml.Linq.XDocument.Parse(answer.Text).Descendants().First(element => element.Name.LocalName == "authToken").Value;
    }
}
