using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;
using Zourit.Zimbra.Sharing.Tests.Soap;
using static Zourit.Zimbra.Sharing.Tests.Guests.SignUpPages;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// The pages of real web clients, which differ from the fake's: they show no code, and only headers tell for certain what happened.
/// </summary>
public sealed class SignUpPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_whose_page_shows_no_code_is_a_refusal_all_the_same()
    {
        await using ScriptedServer server = Server(request => Page(Form, invites: !IsPost(request)));

        ZimbraInvitationException e = await Assert.ThrowsAsync<ZimbraInvitationException>(() => AcceptAsync(server));

        Assert.Equal((InvitationFailure.Refused, null), (e.Failure, e.Code));
    }

    [Fact]
    public async Task A_refusal_of_the_link_itself_whose_page_shows_no_code_is_described_by_the_missing_cookie()
    {
        await using ScriptedServer server = Server(_ => Page(Form));

        Assert.Equal(InvitationFailure.Refused, (await Assert.ThrowsAsync<ZimbraInvitationException>(() => AcceptAsync(server))).Failure);
        Assert.DoesNotContain(server.Requests, IsPost);
    }

    [Fact]
    public async Task The_link_cookie_is_carried_by_hand_and_only_to_the_sign_up_form()
    {
        await using ScriptedServer server = Server(request => IsPost(request) ? Page(Form) : Page(Form, invites: true));

        await Assert.ThrowsAsync<ZimbraInvitationException>(() => AcceptAsync(server));

        Assert.Contains("Cookie: ZM_PRELIM_AUTH_TOKEN=0_", Assert.Single(server.Requests, IsPost).Head, StringComparison.Ordinal);
        Assert.All(server.Requests.Where(request => !IsPost(request)), request =>
            Assert.DoesNotContain("Cookie:", request.Head, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_login_page_that_does_not_name_the_domain_still_says_that_the_account_exists()
    {
        await using ScriptedServer server = Server(_ => Page(Login));

        AcceptedInvitation accepted = await AcceptAsync(server);

        Assert.Equal((AcceptanceOutcome.AccountExists, null), (accepted.Outcome, accepted.Identifier));
    }

    [Fact]
    public async Task A_proxys_own_page_that_asks_for_a_password_is_not_taken_for_Zimbras()
    {
        await using ScriptedServer server = Server(_ => Page("""<form action="/portal"><input type="password" name="p"></form>"""));

        await Assert.ThrowsAsync<ZimbraProtocolException>(() => AcceptAsync(server));
    }

    [Fact]
    public async Task A_page_that_is_not_compressed_as_it_says_is_not_Zimbras()
    {
        await using ScriptedServer server = Server(_ => Replies.Http(200, "not compressed", "text/html", "Content-Encoding: gzip\r\n"));

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => AcceptAsync(server));

        Assert.Contains("compressed in a way that cannot be read", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_of_the_link_is_not_followed()
    {
        await using ScriptedServer server = Server(_ => Replies.Http(302, "", "text/html", "Location: https://elsewhere.example.net/\r\n"));

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => AcceptAsync(server));

        Assert.Contains("elsewhere.example.net", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_redirect_of_the_sign_up_without_a_session_is_no_success_and_the_password_goes_nowhere_else()
    {
        await using ScriptedServer server = Server(request =>
            IsPost(request)
                ? Replies.Http(302, "", "text/html", $"Location: https://elsewhere.example.net/\r\n")
                : Page(Form, invites: true)
        );

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => AcceptAsync(server));

        Assert.Contains("may have made the account", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests, IsPost);
    }

    [Fact]
    public async Task An_account_that_appeared_meanwhile_with_another_password_is_somebody_elses()
    {
        bool posted = false;
        await using ScriptedServer server = Server(request =>
        {
            if (IsSoap(request))
            {
                return Replies.Http(500, Replies.Fault("account.AUTH_FAILED"));
            }

            posted |= IsPost(request);
            return posted ? LoginOfDomain : Invitation;
        });

        AcceptedInvitation accepted = await AcceptAsync(server);

        Assert.Equal((AcceptanceOutcome.AccountExists, Identifier), (accepted.Outcome, accepted.Identifier?.Value)!);
        Assert.Single(server.Requests, request => IsSoap(request));
    }

    [Theory]
    [InlineData("05-34-extuserprov-get.http", true, false, false)]
    [InlineData("05-35-extuserprov-get-broken.http", false, false, true)]
    [InlineData("05-36-extuserprov-get-notoken.http", false, false, true)]
    [InlineData("05-38-extuserprov-get-again.http", false, true, false)]
    public async Task The_recorded_pages_are_understood(string file, bool invites, bool login, bool rejected)
    {
        string recorded = await File.ReadAllTextAsync(Recordings.Files(file).Single(), Token);
        string raw = recorded[(recorded.IndexOf("### RESPONSE\n", StringComparison.Ordinal) + 13)..];
        int gap = raw.IndexOf("\n\n", StringComparison.Ordinal);
        await using ScriptedServer server = Server(request =>
            IsPost(request) ? Page(Form) : raw[..gap].Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n\r\n" + raw[(gap + 2)..]
        );

        Exception? failure = await Record.ExceptionAsync(() => AcceptAsync(server));

        Assert.Equal(invites, server.Requests.Any(IsPost));
        Assert.Equal(login, failure is null);
        Assert.Equal(rejected, failure is ZimbraInvitationException { Failure: InvitationFailure.LinkRejected });
    }

    [Theory]
    [InlineData("http://mail1.example.net", "https://mail1.example.net:8443", "https://mail1.example.net:8443/service/extuserprov/")]
    [InlineData("https://webmail.monasso.org", "https://mail1.example.net", "https://webmail.monasso.org/service/extuserprov/")]
    [InlineData("http://127.0.0.1:8080", "https://mail1.example.net", "http://127.0.0.1:8080/service/extuserprov/")]
    public async Task A_link_is_opened_where_the_password_does_not_travel_in_clear(string link, string server, string opened)
    {
        await using var client = new ZimbraClient(new Uri(server), ZimbraCredentials.Anonymous);

        Uri address = LinkAddress.Of(Key.Sign(new Uri(link), "owner-id", "10", Guest, null), client.Dispatcher.Connection);

        Assert.Equal(opened, address.GetLeftPart(UriPartial.Path));
    }
}
