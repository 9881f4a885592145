using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Soap;
using static Zourit.Zimbra.Sharing.Tests.Guests.SignUpPages;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>What is reported an account that is there in the end.</summary>
public sealed class AcceptanceOutcomeTests
{
    private static readonly Uri Elsewhere = new("https://mail1.example.net");

    private static readonly string SignedUp = Replies.Http(
        302,
        "",
        "text/html",
        "Set-Cookie: ZM_AUTH_TOKEN=0_session; Path=/\r\nLocation: /\r\n"
    );

    private static string ErrorPage => Page("<html><body>service.FAILURE</body></html>");

    [Fact]
    public async Task The_name_of_an_account_on_a_server_that_is_not_the_clients_is_read_from_its_login_page()
    {
        await using ScriptedServer server = Server(SignedUp, LoginOfDomain);

        AcceptedInvitation accepted = await AcceptAsync(server, home: Elsewhere);

        Assert.Equal((AcceptanceOutcome.AccountCreated, Identifier), (accepted.Outcome, accepted.Identifier?.Value)!);
        Assert.DoesNotContain(server.Requests, IsSoap);
    }

    [Fact]
    public async Task An_account_whose_name_cannot_be_asked_is_made_all_the_same_and_that_is_logged()
    {
        using var log = new CapturedLog();
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        await using ScriptedServer server = Server(request =>
            IsSoap(request) ? Replies.Http(404, "", "text/html")
            : IsPost(request) ? SignedUp
            : Invitation
        );

        AcceptedInvitation accepted = await AcceptAsync(server, configure: options => options.LoggerFactory = loggers);

        Assert.Equal((AcceptanceOutcome.AccountCreated, null), (accepted.Outcome, accepted.Identifier));
        Assert.Contains(log.Lines, line =>
            line.Contains("its identifier could not be asked (ZimbraConnectionException)", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_account_that_takes_the_password_after_an_error_page_was_made_but_not_wholly()
    {
        await using ScriptedServer server = WithLogin(ErrorPage, Replies.Auth());

        AcceptedInvitation accepted = await AcceptAsync(server);

        Assert.Equal((AcceptanceOutcome.AccountCreatedIncomplete, "service.FAILURE"), (accepted.Outcome, accepted.Code));
        Assert.Equal(Identifier, accepted.Identifier?.Value);
    }

    [Fact]
    public async Task An_account_that_takes_the_password_after_a_lost_reply_was_made()
    {
        await using ScriptedServer server = WithLogin(null, Replies.Auth());

        Assert.Equal((AcceptanceOutcome.AccountCreated, null), await OutcomeAsync(server));
    }

    [Fact]
    public async Task An_account_that_takes_the_password_after_a_lost_reply_and_lacks_a_mountpoint_is_not_whole()
    {
        await using ScriptedServer server = WithLogin(null, Replies.Auth(), () => false);

        Assert.Equal((AcceptanceOutcome.AccountCreatedIncomplete, null), await OutcomeAsync(server));
    }

    [Fact]
    public async Task A_mountpoint_that_the_server_is_still_at_is_waited_for()
    {
        int looks = 0;
        await using ScriptedServer server = WithLogin(null, Replies.Auth(), () => ++looks == 3);

        AcceptedInvitation accepted = await AcceptAsync(server, configure: options =>
        {
            options.MaxRetries = 3;
            options.RetryDelay = TimeSpan.Zero;
        });

        Assert.Equal((AcceptanceOutcome.AccountCreated, 3), (accepted.Outcome, looks));
        Assert.Single(server.Requests, request => request.Body.Contains("<EndSessionRequest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_takes_the_password_and_exists_already_was_made_by_the_very_sign_up()
    {
        await using ScriptedServer server = WithLogin(Page("<html><body>account.ACCOUNT_EXISTS</body></html>"), Replies.Auth());

        Assert.Equal((AcceptanceOutcome.AccountCreated, null), await OutcomeAsync(server));
    }

    [Fact]
    public async Task An_account_that_refuses_the_password_after_a_lost_reply_was_there_before()
    {
        await using ScriptedServer server = WithLogin(null, Replies.Fault("account.AUTH_FAILED"));

        Assert.Equal((AcceptanceOutcome.AccountExists, null), await OutcomeAsync(server));
    }

    [Fact]
    public async Task An_account_that_exists_after_an_error_page_is_not_asked_for_its_password_on_another_server()
    {
        await using ScriptedServer server = Server(ErrorPage, LoginOfDomain);

        AcceptedInvitation accepted = await AcceptAsync(server, home: Elsewhere);

        Assert.Equal((AcceptanceOutcome.AccountExists, null), (accepted.Outcome, accepted.Code));
    }

    private static async Task<(AcceptanceOutcome, string?)> OutcomeAsync(ScriptedServer server)
    {
        AcceptedInvitation accepted = await AcceptAsync(server);
        return (accepted.Outcome, accepted.Code);
    }

    /// <summary>Answers the sign-up, then shows the login page, and answers a login.</summary>
    private static ScriptedServer WithLogin(string? signUp, string login, Func<bool>? mounted = null)
    {
        bool posted = false;
        return Server(request =>
        {
            string? answer =
                IsSoap(request) ? Answer(request)
                : IsPost(request) ? signUp
                : posted ? LoginOfDomain
                : Invitation;
            posted |= IsPost(request);
            return answer;
        });

        string Answer(ReceivedRequest request) =>
            request.Body.Contains("<AuthRequest", StringComparison.Ordinal)
                ? Replies.Http(login.Contains(":Fault>", StringComparison.Ordinal) ? 500 : 200, login)
                : Replies.Http(
                    200,
                    Replies.Soap(
                        request.Body.Contains("<EndSessionRequest", StringComparison.Ordinal)
                            ? "<EndSessionResponse xmlns=\"urn:zimbraAccount\"/>"
                            : Shares(mounted?.Invoke() ?? true)
                    )
                );
    }

    /// <summary>One folder that is shared with the guest, and a mailbox that holds its mountpoint, or none.</summary>
    private static string Shares(bool mounted) =>
        $"""
            <BatchResponse xmlns="urn:zimbra">
              <GetFolderResponse xmlns="urn:zimbraMail" requestId="0"><folder id="1" name="USER_ROOT">{(
                mounted ? "<link id=\"257\" name=\"Asso\" zid=\"owner-id\" rid=\"10\"/>" : ""
            )}</folder></GetFolderResponse>
              <GetShareInfoResponse xmlns="urn:zimbraAccount" requestId="1"><share ownerId="owner-id" folderId="10" folderPath="/Calendar" granteeType="guest"/><share ownerId="other-id" folderId="11" folderPath="/All" granteeType="all"/></GetShareInfoResponse>
            </BatchResponse>
            """;
}
