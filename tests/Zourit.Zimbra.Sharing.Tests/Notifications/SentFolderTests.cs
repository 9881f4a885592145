using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Notifications;

/// <summary>
/// A mail that is overlooked in the Sent folder would be sent a second time: the folder is read to its end, page by page.
/// </summary>
public sealed partial class SentFolderTests
{
    private const string Guest = "adresse@orange.fr";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_mails_are_read_page_by_page_the_newest_first()
    {
        await using ScriptedServer server = Holding(
            (_, offset) => Page([.. Enumerable.Range(offset, Math.Min(10, 23 - offset))], more: offset + 10 < 23)
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        List<MailMessage> mails = await new SentFolder(client.Dispatcher).MailsToAsync(Guest, after: null, Token).ToListAsync(Token);

        Assert.Equal(Enumerable.Range(0, 23).Select(Id), mails.Select(mail => mail.Id));
        Assert.Equal([null, "10", "20"], Searches(server).Select(search => search.Attribute("offset")?.Value));
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task What_was_read_before_is_skipped()
    {
        await using ScriptedServer server = Holding((_, offset) => Page(offset == 10 ? [10] : [], more: false));
        await using ZimbraClient client = TestClients.WithToken(server);

        MailMessage mail = Assert.Single(
            await new SentFolder(client.Dispatcher).MailsToAsync(Guest, after: null, Token, offset: 10).ToListAsync(Token)
        );

        Assert.Equal("10", mail.Id);
        Assert.Equal("10", Assert.Single(Searches(server)).Attribute("offset")?.Value);
    }

    [Theory]
    [InlineData(false, "in:\"sent\" to:\"adresse@orange.fr\"")]
    [InlineData(true, "in:\"sent\" to:\"adresse@orange.fr\" after:1767225600000")]
    public async Task What_is_looked_for_is_sent_to_the_address_and_after_the_time(bool bounded, string query)
    {
        await using ScriptedServer server = Holding((_, _) => Page([], more: false));
        await using ZimbraClient client = TestClients.WithToken(server);

        await new SentFolder(client.Dispatcher).PagesAsync(
            [Guest],
            bounded ? DateTimeOffset.FromUnixTimeMilliseconds(1767225600000) : null,
            offset: 0,
            Token
        );

        XElement search = Assert.Single(Searches(server));
        Assert.Equal(query, search.Elements().Single().Value);
        Assert.Equal("10", search.Attribute("limit")?.Value);
    }

    [Fact]
    public async Task Several_addresses_are_looked_through_in_two_round_trips_also_where_some_were_never_mailed()
    {
        await using ScriptedServer server = Holding(
            (query, _) => query.Contains("nobody", StringComparison.Ordinal) ? Page([], more: false) : Page([7, 8], more: true)
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        IReadOnlyList<SentPage> pages = await new SentFolder(client.Dispatcher).PagesAsync(
            ["nobody@orange.fr", Guest],
            after: null,
            offset: 20,
            Token
        );

        Assert.Equal([(0, 20, false), (2, 22, true)], pages.Select(page => (page.Messages.Count, page.End, page.More)));
        Assert.Equal(["7", "8"], pages[1].Messages.Select(mail => mail.Id));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Where_nothing_was_found_nothing_is_read()
    {
        await using ScriptedServer server = Holding((_, _) => Page([], more: false));
        await using ZimbraClient client = TestClients.WithToken(server);

        IReadOnlyList<SentPage> pages = await new SentFolder(client.Dispatcher).PagesAsync(
            ["nobody@orange.fr", "nessuno@orange.fr"],
            after: null,
            offset: 0,
            Token
        );

        Assert.All(pages, page => Assert.Empty(page.Messages));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_mail_that_was_deleted_since_the_search_is_left_out_and_counted_as_passed()
    {
        await using ScriptedServer server = Holding((_, _) => Page([1, 2, 3], more: false), "2", ZimbraFaultCodes.NoSuchMessage);
        await using ZimbraClient client = TestClients.WithToken(server);

        SentPage page = Assert.Single(await new SentFolder(client.Dispatcher).PagesAsync([Guest], after: null, offset: 0, Token));

        Assert.Equal(["1", "3"], page.Messages.Select(mail => mail.Id));
        Assert.Equal(3, page.End);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_read_is_not_taken_for_none()
    {
        await using ScriptedServer server = Holding((_, _) => Page([1, 2], more: false), "2", "service.PERM_DENIED");
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            new SentFolder(client.Dispatcher).PagesAsync([Guest], after: null, offset: 0, Token)
        );

        Assert.Equal("service.PERM_DENIED", e.Code);
    }

    [Fact]
    public async Task A_server_that_gives_more_than_it_was_asked_for_is_read_as_far_as_asked_and_asked_again()
    {
        await using ScriptedServer server = Holding(
            (_, offset) =>
                Page(
                    [
                        .. Enumerable.Range(
                            offset,
                            offset switch
                            {
                                0 => 11,
                                10 => 10,
                                _ => 0,
                            }
                        ),
                    ],
                    more: false
                )
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        List<MailMessage> mails = await new SentFolder(client.Dispatcher).MailsToAsync(Guest, after: null, Token).ToListAsync(Token);

        Assert.Equal(Enumerable.Range(0, 20).Select(Id), mails.Select(mail => mail.Id));
    }

    [Fact]
    public async Task A_page_without_mails_is_the_last_whatever_it_promises()
    {
        int searches = 0;
        await using ScriptedServer server = Holding((_, _) => Page([], more: ++searches < 5));
        await using ZimbraClient client = TestClients.WithToken(server);

        Assert.Empty(await new SentFolder(client.Dispatcher).MailsToAsync(Guest, after: null, Token).ToListAsync(Token));

        Assert.Single(server.Requests);
    }

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Page(int[] mails, bool more) =>
        $"<SearchResponse xmlns=\"urn:zimbraMail\" "
        + $"more=\"{(more ? 1 : 0)}\">{string.Concat(mails.Select(mail => $"<m id=\"{mail}\"/>"))}</SearchResponse>";

    private static IEnumerable<XElement> Searches(ScriptedServer server) =>
        server.Requests.SelectMany(request => XDocument.Parse(request.Body).Descendants(XName.Get("SearchRequest", "urn:zimbraMail")));

    /// <summary>A server that answers searches by their query and offset, and gives every mail but one.</summary>
    private static ScriptedServer Holding(Func<string, int, string> page, string? refused = null, string code = "") =>
        ScriptedServer.Soap(request =>
        {
            IEnumerable<string> answers = XDocument
                .Parse(request.Body)
                .Descendants(XName.Get("BatchRequest", "urn:zimbra"))
                .Single()
                .Elements()
                .Select(asked =>
                    asked.Name.LocalName == "SearchRequest"
                        ? page(asked.Value, (int?)asked.Attribute("offset") ?? 0)
                        : Mail(asked.Elements().Single().Attribute("id")!.Value)
                );
            return Replies.Soap($"<BatchResponse xmlns=\"urn:zimbra\">{string.Concat(answers)}</BatchResponse>");

            string Mail(string id) =>
                id == refused
                    ? Fault().Match(Replies.Fault(code)).Value
                    : $"<GetMsgResponse xmlns=\"urn:zimbraMail\"><m id=\"{id}\"/></GetMsgResponse>";
        });

    [GeneratedRegex("<soap:Fault>.*</soap:Fault>")]
    private static partial Regex Fault();
}
