using System.Net;
using System.Text;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Misbehaviour;

public sealed class MisbehaviourTests : IAsyncLifetime
{
    private BareServer _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await BareServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_reset_before_the_effect_does_nothing_and_a_reset_after_it_has_done_it()
    {
        _server.Rules.On("FolderActionRequest").Call(1).ResetBeforeEffect();
        _server.Rules.On("FolderActionRequest").Call(2).ResetAfterEffect();

        await Assert.ThrowsAsync<HttpRequestException>(() => _server.SoapAsync("FolderActionRequest"));
        Assert.Equal(0, _server.Effects);
        await Assert.ThrowsAsync<HttpRequestException>(() => _server.SoapAsync("FolderActionRequest"));
        Assert.Equal(1, _server.Effects);
        using var third = await _server.SoapAsync("FolderActionRequest");
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.Equal(["ResetBeforeEffect", "ResetAfterEffect"], _server.Rules.Injected.Select(one => one.Kind));
        Assert.Equal([1, 2], _server.Rules.Injected.Select(one => one.Call));
    }

    [Fact]
    public async Task Half_a_reply_promises_the_whole()
    {
        _server.Rules.OnAnything().CutReply();

        using var reply = await _server.Client.GetAsync("/home/a@b/c.ics", HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(_server.Reply.Length, reply.Content.Headers.ContentLength);
        await Assert.ThrowsAnyAsync<Exception>(() => reply.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(1, _server.Effects);
    }

    [Fact]
    public async Task A_stalled_body_ends_when_the_client_goes()
    {
        _server.Rules.OnAnything().StallBody();

        using (var reply = await _server.Client.GetAsync("/home/a@b/c.ics", HttpCompletionOption.ResponseHeadersRead, Cancel))
        {
            await using var body = await reply.Content.ReadAsStreamAsync(Cancel);
            var half = new byte[_server.Reply.Length / 2];
            await body.ReadExactlyAsync(half, Cancel);
            Assert.StartsWith("<a>xxx", Encoding.UTF8.GetString(half), StringComparison.Ordinal);
        }
        await _server.DisposeAsync();
        Assert.Single(_server.Journal.Entries);
    }

    [Fact]
    public async Task Latency_is_on_the_servers_clock()
    {
        _server.Rules.On("NoOpRequest").Delay(TimeSpan.FromHours(1));

        var asked = _server.SoapAsync("NoOpRequest");
        await _server.Rules.WhenInjectedAsync(1, Cancel);
        // The call has come, but its time may not have started yet.
        while (!asked.IsCompleted)
        {
            _server.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }
        using var reply = await asked;
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_proxy_gave_up_on_is_done_when_its_time_has_come_or_when_asked_for(bool ask)
    {
        _server.Rules.On("FolderActionRequest").Call(1).HtmlPageBeforeEffect(504, TimeSpan.FromMinutes(1));

        using var reply = await _server.SoapAsync("FolderActionRequest");
        Assert.Equal(504, (int)reply.StatusCode);
        using var next = await _server.SoapAsync("NoOpRequest");
        Assert.Equal(1, _server.Effects);
        if (ask)
        {
            await _server.Rules.FinishLateAsync();
            Assert.Equal(2, _server.Effects);
        }

        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        using var after = await _server.SoapAsync("NoOpRequest");
        Assert.Equal(3, _server.Effects);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_proxys_page_is_html_and_nothing_is_done(int status)
    {
        _server.Rules.On(MisbehaviourRules.Rest).HtmlPage(status);

        using var reply = await _server.Client.GetAsync("/home/a@b/c.ics", Cancel);
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal("text/html", reply.Content.Headers.ContentType?.MediaType);
        Assert.Null(reply.Headers.RetryAfter);
        Assert.Equal(0, _server.Effects);
    }

    [Fact]
    public async Task A_gateway_timeout_comes_after_the_work_was_done()
    {
        _server.Rules.On("CreateAccountRequest").GatewayTimeout();

        using var reply = await _server.SoapAsync("CreateAccountRequest");
        Assert.Equal(HttpStatusCode.GatewayTimeout, reply.StatusCode);
        Assert.Contains("504", await reply.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(1, _server.Effects);
    }

    [Fact]
    public async Task Retry_after_is_in_whole_seconds()
    {
        _server.Rules.OnAnything().Call(1).ServiceUnavailableFor(TimeSpan.FromMilliseconds(1500));
        _server.Rules.OnAnything().Call(2).TooManyRequestsFor(TimeSpan.FromSeconds(7));

        using var first = await _server.SoapAsync("NoOpRequest");
        using var second = await _server.SoapAsync("NoOpRequest");
        Assert.Equal(TimeSpan.FromSeconds(2), first.Headers.RetryAfter?.Delta);
        Assert.Equal(TimeSpan.FromSeconds(7), second.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    [Fact]
    public async Task An_endless_body_goes_on_until_the_client_has_enough()
    {
        _server.Rules.OnAnything().EndlessBody();

        using var reply = await _server.Client.GetAsync("/home/a@b/c.ics", HttpCompletionOption.ResponseHeadersRead, Cancel);
        await using var body = await reply.Content.ReadAsStreamAsync(Cancel);
        var read = new byte[4_000_000];
        await body.ReadExactlyAsync(read, Cancel);
        Assert.Equal((byte)' ', read[^1]);
    }

    [Fact]
    public async Task An_empty_reply_says_200_even_to_a_fault()
    {
        _server.Status = 500;
        _server.Rules.OnAnything().EmptyReply();

        using var reply = await _server.SoapAsync("NoOpRequest");
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Empty(await reply.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(1, _server.Effects);
    }

    [Fact]
    public async Task A_gzip_bomb_is_small_on_the_wire()
    {
        _server.Rules.OnAnything().GzipBomb(20_000_000);

        using var reply = await _server.SoapAsync("NoOpRequest");
        var packed = await reply.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal(["gzip"], reply.Content.Headers.ContentEncoding);
        Assert.True(packed.Length < 1_000_000);
        await using var unpacked = new System.IO.Compression.GZipStream(
            new MemoryStream(packed),
            System.IO.Compression.CompressionMode.Decompress
        );
        var all = new byte[20_000_000];
        await unpacked.ReadExactlyAsync(all, Cancel);
    }

    [Fact]
    public async Task A_redirect_names_another_host()
    {
        _server.Rules.OnAnything().RedirectTo(new Uri("http://elsewhere.invalid/service/soap/"));

        using var reply = await _server.SoapAsync("NoOpRequest");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, reply.StatusCode);
        Assert.Equal("elsewhere.invalid", reply.Headers.Location?.Host);
        Assert.Equal(0, _server.Effects);
    }

    [Fact]
    public async Task A_document_type_is_before_the_reply()
    {
        _server.Rules.OnAnything().Doctype();

        using var reply = await _server.SoapAsync("NoOpRequest");
        var text = await reply.Content.ReadAsStringAsync(Cancel);
        Assert.StartsWith("<!DOCTYPE", text, StringComparison.Ordinal);
        Assert.EndsWith("</a>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<authToken>0_ab_cd</authToken>", null)]
    [InlineData("""<authToken xmlns="urn:zimbra">0_ab_cd</authToken>""", null)]
    [InlineData("", "ZM_AUTH_TOKEN=0_ab_cd")]
    public async Task The_token_of_a_call_is_ended_before_the_call_is_looked_at(string header, string? cookie)
    {
        var ended = new List<string>();
        _server.Rules.ExpireToken = ended.Add;
        _server.Rules.On("NoOpRequest").Call(1).ExpireToken();
        if (cookie is not null)
            _server.Client.DefaultRequestHeaders.Add("Cookie", cookie);

        using var reply = await _server.SoapAsync("NoOpRequest", header: header);
        Assert.Equal(["0_ab_cd"], ended);
        Assert.Equal(1, _server.Effects);
    }

    [Fact]
    public async Task Two_rules_about_one_call_are_both_obeyed()
    {
        _server.Rules.On("NoOpRequest").EmptyReply();
        _server.Rules.OnAnything().Doctype();

        using var reply = await _server.SoapAsync("NoOpRequest");
        Assert.Equal("""<!DOCTYPE soap:Envelope [<!ENTITY e "entity">]>""", await reply.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(2, _server.Rules.Injected.Count);
    }

    [Fact]
    public async Task A_request_inside_a_batch_counts()
    {
        _server.Rules.On("FolderActionRequest").Call(2).BadGateway();
        const string Batch = """
            <e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><BatchRequest xmlns="urn:zimbra">
            <FolderActionRequest xmlns="urn:zimbraMail"><action/></FolderActionRequest><FolderActionRequest xmlns="urn:zimbraMail"/>
            </BatchRequest></e:Body></e:Envelope>
            """;

        using var reply = await _server.PostAsync("/service/soap/", Batch);
        Assert.Equal(HttpStatusCode.BadGateway, reply.StatusCode);
        Assert.Equal(["BatchRequest", "FolderActionRequest", "FolderActionRequest"], _server.Journal.Entries[0].Operations);
    }

    [Fact]
    public async Task A_request_in_json_counts()
    {
        _server.Rules.On("NoOpRequest").BadGateway();

        using var reply = await _server.PostAsync("/service/soap/", """{"Body":{"NoOpRequest":{"_jsns":"urn:zimbraMail"}}}""");
        Assert.Equal(HttpStatusCode.BadGateway, reply.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<not-soap")]
    [InlineData("{\"Body\":")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    public async Task A_body_that_does_not_parse_reaches_the_server(string body)
    {
        _server.Rules.On("NoOpRequest").BadGateway();

        using var reply = await _server.PostAsync("/service/soap/", body);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Theory]
    [InlineData("/service/extuserprov/?p=1", "extuserprov", "extuserprov GET")]
    [InlineData("/service/preauth", "preauth", "preauth GET")]
    [InlineData("/home/a@b/c.ics", "REST", "REST GET")]
    [InlineData("/service/home/a@b/c.ics", "REST", "REST GET")]
    public async Task Pages_have_operation_names_too(string path, string operation, string withMethod)
    {
        _server.Rules.On(withMethod).BadGateway();

        using var reply = await _server.Client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.BadGateway, reply.StatusCode);
        Assert.Equal([operation, withMethod], _server.Journal.Entries[0].Operations);
    }

    [Fact]
    public async Task Rules_can_be_removed_one_by_one_and_all_at_once()
    {
        var first = _server.Rules.OnAnything().BadGateway();
        _server.Rules.OnAnything().ServiceUnavailable();

        first.Remove();
        using (var one = await _server.SoapAsync("NoOpRequest"))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, one.StatusCode);
        _server.Rules.Clear();
        using var two = await _server.SoapAsync("NoOpRequest");
        Assert.Equal(HttpStatusCode.OK, two.StatusCode);
        Assert.Single(_server.Rules.Injected);
    }

    [Fact]
    public async Task The_thirty_first_request_within_a_second_is_refused_and_the_next_second_is_new()
    {
        _server.Rules.LimitRequests(perSecond: 30, status: 429);

        for (var i = 0; i < 30; i++)
            using (var reply = await _server.SoapAsync("NoOpRequest"))
                Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        using (var refused = await _server.SoapAsync("NoOpRequest"))
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(30, _server.Effects);
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        using var later = await _server.SoapAsync("NoOpRequest");
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task The_eleventh_failed_login_shuts_the_address_out_of_everything_for_a_quarter_of_an_hour()
    {
        _server.Rules.BlockAddressAfterFailedLogins(10, TimeSpan.FromMinutes(15));
        _server.Status = 500;
        _server.Reply = "<Code>account.AUTH_FAILED</Code>";

        for (var i = 0; i < 11; i++)
            using (var reply = await _server.SoapAsync("AuthRequest"))
                Assert.Equal(HttpStatusCode.InternalServerError, reply.StatusCode);
        _server.Status = 200;
        using (var refused = await _server.Client.GetAsync("/home/a@b/c.ics", Cancel))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        _server.Clock.Advance(TimeSpan.FromMinutes(15));
        using var later = await _server.SoapAsync("AuthRequest");
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task Failed_readings_of_a_calendar_shut_nobody_out()
    {
        _server.Rules.BlockAddressAfterFailedLogins(0, TimeSpan.FromMinutes(15));
        _server.Status = 401;

        using (await _server.Client.GetAsync("/home/a@b/c.ics", Cancel))
        using (var reply = await _server.Client.GetAsync("/home/a@b/c.ics", Cancel))
            Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
    }

    [Fact]
    public void A_rule_that_makes_no_sense_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => _server.Rules.On("NoOpRequest").AccountEntryWithoutPassword());
        Assert.Throws<InvalidOperationException>(() => _server.Rules.On("NoOpRequest").RefuseAddress());
        Assert.Throws<InvalidOperationException>(() => _server.Rules.OnRecipient().BadGateway());
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => _server.Rules.On("NoOpRequest").Call(0));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => _server.Rules.On("NoOpRequest").Calls(3, 2));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => _server.Rules.On("NoOpRequest").HtmlPage(99));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => _server.Rules.LimitRequests(0, status: 429));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() =>
        {
            _ = _server.Rules.WhenInjectedAsync(0, Cancel);
        });
    }

    [Fact]
    public async Task Who_waits_for_so_many_faults_goes_on_with_the_last_of_them()
    {
        _server.Rules.On("NoOpRequest").Calls(2, 3).EmptyReply();
        Task first = _server.Rules.WhenInjectedAsync(1, Cancel);
        Task second = _server.Rules.WhenInjectedAsync(2, Cancel);

        using var untouched = await _server.SoapAsync("NoOpRequest");
        Assert.False(first.IsCompleted);
        using var empty = await _server.SoapAsync("NoOpRequest");
        await first;
        Assert.False(second.IsCompleted);
        using var emptyToo = await _server.SoapAsync("NoOpRequest");
        await second;

        Assert.True(_server.Rules.WhenInjectedAsync(2, Cancel).IsCompleted);
    }

    [Fact]
    public async Task Waiting_for_a_fault_ends_with_its_token()
    {
        using var cancel = new CancellationTokenSource();
        Task waiting = _server.Rules.WhenInjectedAsync(1, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
