using System.Text;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

public sealed class ReplyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_soap_reply_labelled_text_xml_is_read()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server);

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task The_first_byte_sent_is_a_less_than_sign_because_the_server_takes_anything_else_for_json()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server);

        await client.SendAsync(new NoOpRequest(), Token);

        Assert.StartsWith("<", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_with_status_500_and_without_language_is_read_with_all_its_parts()
    {
        string fault = Replies
            .Fault("mail.NO_SUCH_FOLDER", "no such folder id: 4711")
            .Replace("</Trace>", "</Trace><a n=\"itemId\" t=\"IID\">4711</a>", StringComparison.Ordinal);
        await using var server = ScriptedServer.Soap(_ => fault);
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Equal("mail.NO_SUCH_FOLDER", e.Code);
        Assert.Equal("no such folder id: 4711", e.Fault.Reason);
        Assert.True(e.Fault.IsSenderFault);
        Assert.Equal("qtp1-9:1767225600000:11aa", e.Fault.TraceId);
        Assert.Equal("4711", e.Fault.Argument("itemId"));
        Assert.Equal("NoOpRequest", e.Operation);
    }

    [Theory]
    [InlineData(401), InlineData(403), InlineData(404), InlineData(405), InlineData(429)]
    public async Task A_status_that_Zimbra_never_gives_means_that_nothing_was_done(int status)
    {
        await using var server = new ScriptedServer(Replies.Http(status, "<html>nginx</html>", "text/html", "Retry-After: 17\r\n"));
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(Unsafe(), Token));

        Assert.Equal(status, (int?)e.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(17), e.RetryAfter);
        Assert.Equal(status is 429, e.IsTransient);
        Assert.DoesNotContain("nginx", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true), InlineData(true, false), InlineData(false, true)]
    public async Task A_503_tells_that_nothing_was_done_only_of_a_reading_or_where_the_filter_against_floods_says_so(
        bool onlyReads,
        bool isFilter
    )
    {
        await using var server = new ScriptedServer(
            Replies.Http(503, "busy", "text/plain", $"Retry-After: 17\r\n{(isFilter ? "DoSFilter: unavailable\r\n" : "")}")
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            onlyReads ? client.SendAsync(new NoOpRequest(), Token) : client.SendAsync(Unsafe(), Token)
        );

        Assert.Equal((503, 17d, true), ((int?)e.StatusCode, e.RetryAfter?.TotalSeconds, e.IsTransient));
    }

    [Fact]
    public async Task A_503_to_a_change_may_be_a_proxy_s_whose_server_broke_behind_it()
    {
        await using var server = new ScriptedServer(Replies.Http(503, "busy", "text/plain", "Retry-After: 17\r\n"));
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => client.SendAsync(Unsafe(), Token));

        Assert.Contains("It asks to wait 17 s.", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [
        InlineData("Thu, 01 Jan 2026 00:01:00 GMT", 60),
        InlineData("Wed, 31 Dec 2025 00:00:00 GMT", 0),
        InlineData("soon", null),
        InlineData("-5", null)
    ]
    public async Task The_pause_that_is_asked_for_may_be_a_date(string header, int? seconds)
    {
        await using var server = new ScriptedServer(Replies.Http(429, "", "text/plain", $"Retry-After: {header}\r\n"));
        await using ZimbraClient client = TestClients.WithToken(server, options =>
            options.TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Equal(seconds, (int?)e.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData(502), InlineData(504)]
    public async Task After_a_gateway_error_the_outcome_of_a_change_is_unknown_and_a_read_may_be_repeated(int status)
    {
        await using var server = new ScriptedServer(Replies.Http(status, "<html>bad gateway</html>", "text/html"));
        await using ZimbraClient client = TestClients.WithToken(server);

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => client.SendAsync(Unsafe(), Token));
        ZimbraConnectionException read = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            client.SendAsync(new NoOpRequest(), Token)
        );
        Assert.True(read.IsTransient);
    }

    [Theory]
    [InlineData(200, "<html>welcome</html>", "text/html")]
    [InlineData(500, "<html>oops</html>", "text/html;charset=utf-8")]
    [InlineData(200, "", "text/xml")]
    [InlineData(200, "{\"Body\":{}}", "text/javascript")]
    [InlineData(200, "<a>no soap</a>", "text/xml")]
    [InlineData(200, "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body/></soap:Envelope>", "text/xml")]
    [InlineData(200, "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body/></soap:Envelope>", "text/xml")]
    [InlineData(
        200,
        "<!DOCTYPE soap [<!ENTITY x \"y\">]><soap:Envelope "
            + "xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body>&x;</soap:Body></soap:Envelope>",
        "text/xml"
    )]
    [InlineData(
        200,
        "<soap:Envelope "
            + "xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body><OtherResponse/></soap:Body></soap:Envelope>",
        "text/xml"
    )]
    public async Task What_is_no_Zimbra_reply_is_a_protocol_error_for_a_read_and_an_unknown_outcome_for_a_change(
        int status,
        string body,
        string type
    )
    {
        await using var server = new ScriptedServer(Replies.Http(status, body, type));
        await using ZimbraClient client = TestClients.WithToken(server);

        await Assert.ThrowsAsync<ZimbraProtocolException>(() => client.SendAsync(new NoOpRequest(), Token));
        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => client.SendAsync(Unsafe(), Token));
        Assert.IsType<ZimbraProtocolException>(e.InnerException);
    }

    [Fact]
    public async Task A_redirect_is_refused_and_the_token_goes_nowhere_else()
    {
        await using var other = new ScriptedServer(Replies.Http(200, Replies.Soap(Replies.NoOp)));
        await using var server = new ScriptedServer(
            $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {other.Address}service/soap/?secret=1\r\nContent-Length: 0\r\n\r\n"
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Empty(other.Requests);
        Assert.Contains(other.Address.Authority, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_reply_cut_short_is_a_lost_reply(bool chunked)
    {
        string whole = Replies.Soap(Replies.NoOp);
        string head = chunked
            ? $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n{whole.Length:x}\r\n{whole[..40]}"
            : $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {whole.Length}\r\n\r\n{whole[..40]}";
        await using var server = new ScriptedServer(
            (request, stream, token) =>
            {
                request.CloseAfterwards = true;
                return stream.WriteAsync(Encoding.UTF8.GetBytes(head), token).AsTask();
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => client.SendAsync(Unsafe(), Token));
        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task An_endless_reply_ends_at_the_size_limit()
    {
        byte[] junk = Encoding.UTF8.GetBytes($"2000\r\n{new string(' ', 8192)}\r\n");
        await using var server = new ScriptedServer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync(
                    Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n"),
                    token
                );
                while (true)
                {
                    await stream.WriteAsync(junk, token);
                }
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, options => options.MaxReplyBytes = 128 * 1024);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("MaxReplyBytes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_nested_deeper_than_the_limit_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000));
        await using var server = ScriptedServer.Soap(_ => Replies.Soap($"<NoOpResponse xmlns=\"urn:zimbraMail\">{deep}</NoOpResponse>"));
        await using ZimbraClient client = TestClients.WithToken(server);

        await Assert.ThrowsAsync<ZimbraProtocolException>(() => client.SendAsync(new NoOpRequest(), Token));
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Cancelling_ends_a_call_at_once_also_while_the_body_stalls(bool inBody)
    {
        var arrived = new TaskCompletionSource();
        await using var server = new ScriptedServer(
            async (_, stream, token) =>
            {
                if (inBody)
                {
                    await stream.WriteAsync(
                        Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 500\r\n\r\n<soap:"),
                        token
                    );
                }

                arrived.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task call = client.SendAsync(Unsafe(), cancellation.Token);
        await arrived.Task.WaitAsync(Token);
        await cancellation.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            call.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Token)
        );
        Assert.Equal(cancellation.Token, e.CancellationToken);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_after_the_attempt_timeout()
    {
        var time = new FakeTimeProvider();
        await using var server = new ScriptedServer(
            (_, _, token) =>
            {
                time.Advance(TimeSpan.FromSeconds(25));
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, options => options.TimeProvider = time);

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => client.SendAsync(Unsafe(), Token));
        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task Nobody_listening_is_said_with_the_address()
    {
        Uri closed;
        await using (var server = new ScriptedServer(""))
        {
            closed = server.Address;
        }

        await using var client = new ZimbraClient(closed, ZimbraCredentials.Token(new Secret("0_given")), TestClients.Options());

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(Unsafe(), Token));

        Assert.Contains(closed.Authority, e.Message, StringComparison.Ordinal);
        Assert.True(e.IsTransient);
    }

    [Fact]
    public async Task What_answers_without_speaking_http_is_not_taken_for_Zimbra()
    {
        await using var server = new ScriptedServer("220 mail.example.net ESMTP\r\n\r\n");
        await using ZimbraClient client = TestClients.WithToken(server);

        await Assert.ThrowsAsync<ZimbraProtocolException>(() => client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task A_character_that_xml_cannot_carry_is_refused_before_anything_is_sent()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Auth());
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Password("owner@monasso.org", new Secret("sec\u0001ret")),
            TestClients.Options()
        );

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Equal("password", e.ParamName);
        Assert.Contains("U+0001", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sec", e.Message.Replace("AuthRequest", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static Messages.ZimbraRequest<FolderActionResponse> Unsafe() =>
        FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r"));
}
