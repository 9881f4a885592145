using System.Net;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Misbehaviour;

/// <summary>Misbehaviour as a client meets it, with the state that is left behind.</summary>
public sealed class FakeZimbraMisbehaviourTests
{
    [Fact]
    public async Task A_refused_recipient_leaves_the_earlier_mails_sent_and_the_later_ones_not()
    {
        await using var world = await World.StartAsync();
        var token = await world.LogInAsync();
        string[] guests = ["a@x.fr", "b@x.fr", "c@x.fr"];
        foreach (var guest in guests)
            await world.GrantAsync(token, $"""gt="guest" d="{guest}" perm="r" """);
        world.Zimbra.Misbehave.OnRecipient().Call(2).RefuseAddress();

        var answer = await world.NotifyAsync(token, guests);

        Assert.Equal("mail.SEND_ABORTED_ADDRESS_FAILURE", answer.Code);
        Assert.Equal("b@x.fr", answer.Single("a").Value);
        Assert.Equal(["a@x.fr"], world.Zimbra.Outbox.Mails.Select(mail => mail.EnvelopeTo));
        Assert.Single(world.Zimbra.MessagesOf(World.Owner, folderId: 5));
    }

    [Theory]
    [InlineData(true, "mail.TRY_AGAIN", "soap:Receiver")]
    [InlineData(false, "mail.SEND_FAILURE", "soap:Sender")]
    public async Task A_mail_server_that_is_away_or_breaks_off_has_its_own_fault(bool away, string code, string side)
    {
        await using var world = await World.StartAsync();
        var token = await world.LogInAsync();
        await world.GrantAsync(token, """gt="guest" d="a@x.fr" perm="r" """);
        _ = away ? world.Zimbra.Misbehave.OnRecipient().MailServerUnreachable() : world.Zimbra.Misbehave.OnRecipient().FailSending();

        var answer = await world.NotifyAsync(token, "a@x.fr");

        Assert.Equal((code, side), (answer.Code, answer.Single("Value").Value));
        Assert.Empty(world.Zimbra.Outbox.Mails);
        Assert.Empty(world.Zimbra.MessagesOf(World.Owner, folderId: 5));
    }

    [Fact]
    public async Task An_account_may_be_written_without_its_password()
    {
        await using var world = await World.StartAsync();
        var admin = await world.LogInAsAdminAsync();
        world.Zimbra.Misbehave.On("CreateAccountRequest").Call(1).AccountEntryWithoutPassword();
        const string create = """<CreateAccountRequest xmlns="urn:zimbraAdmin" name="new@monasso.org" password="Secret-1new"/>""";

        Assert.Equal("service.FAILURE", (await world.SoapAsync(create, admin, toAdmin: true)).Code);
        Assert.Equal("account.AUTH_FAILED", (await world.TryLogInAsync("new@monasso.org", "Secret-1new")).Code);
        Assert.Equal("account.ACCOUNT_EXISTS", (await world.SoapAsync(create, admin, toAdmin: true)).Code);
        var id = world.Zimbra.Directory.FindAccount("new@monasso.org")!.Id;
        await world.SoapAsync(
            $"""<SetPasswordRequest xmlns="urn:zimbraAdmin" id="{id}" newPassword="Secret-2new"/>""",
            admin,
            toAdmin: true
        );
        Assert.Equal(HttpStatusCode.OK, (await world.TryLogInAsync("new@monasso.org", "Secret-2new")).Status);
    }

    [Fact]
    public async Task A_grant_whose_reply_was_lost_is_there()
    {
        await using var world = await World.StartAsync();
        var token = await world.LogInAsync();
        world.Zimbra.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        await Assert.ThrowsAsync<HttpRequestException>(() => world.GrantAsync(token, """gt="guest" d="a@x.fr" perm="r" """));

        Assert.Equal(["a@x.fr"], world.Zimbra.GrantsOf(World.Owner, "/my-events").Select(grant => grant.GranteeId));
        Assert.Equal("mail.GRANT_EXISTS", (await world.GrantAsync(token, """gt="guest" d="a@x.fr" perm="r" """)).Code);
    }

    [Fact]
    public async Task A_grant_that_was_cut_off_before_it_came_is_not_there()
    {
        await using var world = await World.StartAsync();
        var token = await world.LogInAsync();
        world.Zimbra.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();

        await Assert.ThrowsAsync<HttpRequestException>(() => world.GrantAsync(token, """gt="pub" perm="r" """));

        Assert.Empty(world.Zimbra.GrantsOf(World.Owner, "/my-events"));
    }

    [Fact]
    public async Task What_was_rejected_is_not_done_later_either()
    {
        await using var world = await World.StartAsync();
        var token = await world.LogInAsync();
        MisbehaviourRules rules = world.Zimbra.Misbehave;
        rules.On("FolderActionRequest").Call(1).HtmlPageBeforeEffect(504, TimeSpan.FromHours(1));
        rules.On("FolderActionRequest").Call(1).TooManyRequests();

        Assert.Equal(HttpStatusCode.TooManyRequests, (await world.GrantAsync(token, """gt="pub" perm="r" """)).Status);
        await rules.FinishLateAsync();

        Assert.Empty(world.Zimbra.GrantsOf(World.Owner, "/my-events"));
    }

    [Fact]
    public async Task A_token_expires_at_the_call_that_was_chosen()
    {
        await using var world = await World.StartAsync();
        var token = await world.LogInAsync();
        world.Zimbra.Misbehave.On("NoOpRequest").Call(2).ExpireToken();
        const string ask = """<NoOpRequest xmlns="urn:zimbraMail"/>""";

        Assert.Equal(HttpStatusCode.OK, (await world.SoapAsync(ask, token)).Status);
        Assert.Equal("service.AUTH_EXPIRED", (await world.SoapAsync(ask, token)).Code);
        Assert.Equal("service.AUTH_EXPIRED", (await world.SoapAsync(ask, token)).Code);
        Assert.Equal(HttpStatusCode.OK, (await world.SoapAsync(ask, await world.LogInAsync())).Status);
    }

    [Fact]
    public async Task A_fault_inside_a_batch_is_that_requests_alone()
    {
        await using var world = await World.StartAsync();
        var token = await world.LogInAsync();
        world
            .Zimbra.Misbehave.On("NoOpRequest")
            .Call(2)
            .Fault("mail.MAINTENANCE", new() { Reason = "mailbox is in maintenance mode", IsReceiver = true });

        var answer = await world.SoapAsync(
            """<BatchRequest xmlns="urn:zimbra"><NoOpRequest xmlns="urn:zimbraMail"/><NoOpRequest xmlns="urn:zimbraMail"/><NoOpRequest xmlns="urn:zimbraMail"/></BatchRequest>""",
            token
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            ["NoOpResponse", "Fault", "NoOpResponse"],
            answer.Single("BatchResponse").Elements().Select(element => element.Name.LocalName)
        );
        Assert.Equal("mail.MAINTENANCE", answer.Code);
    }

    [Theory]
    [InlineData("BatchRequest", "Fault", 0)]
    [InlineData("BatchRequest", "FaultAfterEffect", 1)]
    [InlineData("FolderActionRequest", "FaultAfterEffect", 1)]
    public async Task A_fault_says_nothing_of_whether_the_work_was_done(string operation, string way, int grants)
    {
        await using var world = await World.StartAsync();
        var token = await world.LogInAsync();
        MisbehaviourTrigger rule = world.Zimbra.Misbehave.On(operation).Call(1);
        _ = way == "Fault" ? rule.Fault("service.PROXY_ERROR") : rule.FaultAfterEffect("service.PROXY_ERROR");

        var answer = await world.SoapAsync(
            $"""<BatchRequest xmlns="urn:zimbra"><FolderActionRequest xmlns="urn:zimbraMail"><action id="{world.FolderId}" op="grant"><grant gt="pub" perm="r"/></action></FolderActionRequest></BatchRequest>""",
            token
        );

        Assert.Equal("service.PROXY_ERROR", answer.Code);
        Assert.Equal(operation == "BatchRequest" ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, answer.Status);
        Assert.Equal(grants, world.Zimbra.GrantsOf(World.Owner, "/my-events").Count);
    }

    [Fact]
    public async Task The_eleventh_failed_login_shuts_the_address_out_of_soap_and_rest_for_a_quarter_of_an_hour()
    {
        await using var world = await World.StartAsync();
        world.Zimbra.Misbehave.BlockAddressAfterFailedLogins(10, TimeSpan.FromMinutes(15));
        for (var i = 0; i < 11; i++)
            Assert.Equal("account.AUTH_FAILED", (await world.TryLogInAsync(World.Owner, "wrong")).Code);

        using var rest = await world.GetAsync("/home/owner@monasso.org/my-events.ics", World.Owner, World.Password);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, rest.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await world.TryLogInAsync(World.Owner, World.Password)).Status);

        world.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.OK, (await world.TryLogInAsync(World.Owner, World.Password)).Status);
    }

    [Fact]
    public async Task The_thirty_first_request_within_a_second_over_one_connection_is_refused()
    {
        await using var world = await World.StartAsync();
        world.Zimbra.Misbehave.LimitRequests(perSecond: 30, status: 429);

        for (var i = 0; i < 30; i++)
        {
            using var allowed = await world.GetAsync("/");
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        }

        using var refused = await world.GetAsync("/");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Null(refused.Headers.RetryAfter);
        Assert.Contains(
            "DoSFilter: unavailable",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        using (var other = new HttpClient { BaseAddress = world.Zimbra.ServerUri })
        using (var elsewhere = await other.GetAsync("/", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        }

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        using var again = await world.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData("FolderActionRequst", "FolderActionRequest")]
    [InlineData("FolderAction", "FolderActionRequest")]
    [InlineData("folderactionrequest", "FolderActionRequest")]
    [InlineData("FolderActionResponse", "FolderActionRequest")]
    [InlineData("CreateAcountRequest", "CreateAccountRequest")]
    [InlineData("Rest", "REST")]
    [InlineData("rest get", "REST GET")]
    [InlineData("smtp", "SMTP")]
    public async Task A_rule_for_an_operation_that_does_not_exist_is_refused_with_the_nearest_name(string written, string meant)
    {
        await using var world = await World.StartAsync();

        var error = Assert.ThrowsAny<ArgumentException>(() => world.Zimbra.Misbehave.On(written));

        Assert.Contains($"\"{written}\" is no operation", error.Message, StringComparison.Ordinal);
        Assert.Contains($"The nearest name is \"{meant}\"", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BatchRequest")]
    [InlineData("REST GET")]
    [InlineData("extuserprov POST")]
    [InlineData("preauth")]
    [InlineData("DeleteAccountRequest")]
    public async Task Every_operation_of_the_server_can_misbehave(string operation)
    {
        await using var world = await World.StartAsync();

        Assert.Equal(operation, world.Zimbra.Misbehave.On(operation).CutReply().Operation);
    }

    [Fact]
    public async Task Rules_that_never_met_a_call_are_named()
    {
        await using var world = await World.StartAsync();
        MisbehaviourRules rules = world.Zimbra.Misbehave;
        rules.On("AuthRequest").Delay(TimeSpan.Zero);
        rules.On("AuthRequest").Call(2).CutReply();
        rules.On("FolderActionRequest").FromCall(3).ResetAfterEffect();
        rules.On("NoOpRequest").Fault("service.FAILURE").Remove();
        rules.OnRecipient().Calls(1, 2).RefuseAddress();
        await world.LogInAsync();

        var error = Assert.Throws<InvalidOperationException>(rules.AssertAllInjected);

        Assert.Equal(
            "3 of the rules never met a call: AuthRequest, call 2: CutReply (1 call came); FolderActionRequest, from call 3 on: "
                + "ResetAfterEffect (no call came); SMTP, calls 1 to 2: SMTP AddressRefused (no call came).",
            error.Message
        );
    }

    [Fact]
    public async Task Where_every_rule_met_a_call_nothing_is_said()
    {
        await using var world = await World.StartAsync();
        world.Zimbra.Misbehave.On("AuthRequest").Delay(TimeSpan.Zero);
        await world.LogInAsync();

        world.Zimbra.Misbehave.AssertAllInjected();
    }
}
