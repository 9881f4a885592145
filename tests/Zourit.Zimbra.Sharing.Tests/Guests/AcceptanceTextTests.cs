using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Soap;
using static Zourit.Zimbra.Sharing.Tests.Guests.SignUpPages;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class AcceptanceTextTests
{
    private const string SomePage = "<html><body>It works!</body></html>";
    private static readonly string Busy = Replies.Http(503, "busy", "text/plain");

    // The link's host is not the client's server, so that no password is tried there.
    private static readonly Uri Elsewhere = new("https://mail1.example.net");

    private static string Error(string code) => Page($"<html><body>{code}</body></html>");

    [Fact]
    public async Task What_is_said_of_an_invitation_that_was_refused_is_the_approved_text()
    {
        var texts = new FailureTexts();
        await AddAsync(texts, "The link is altered", () => Server(_ => Replies.Http(500, SomePage, "text/html")));
        await AddAsync(
            texts,
            "The link has ended",
            () => Server(_ => Replies.Http(500, SomePage, "text/html")),
            expires: DateTimeOffset.UnixEpoch
        );
        await AddAsync(texts, "The link opens a page of somebody else", () => Server(_ => Page(SomePage)));
        await AddAsync(texts, "The link opens nothing", () => Server(_ => Replies.Http(404, SomePage, "text/html")));
        await AddAsync(texts, "The link is redirected", () =>
            Server(_ => Replies.Http(302, "", "text/html", "Location: https://elsewhere.example.net/x?y\r\n"))
        );
        await AddAsync(texts, "The link is turned away", () => Server(_ => Busy));
        await AddAsync(texts, "The page of the link is cut", () => Server(Cut));
        await AddAsync(texts, "The page of the link is too large", () =>
            Server(_ => Page(new string(' ', 1024 * 1024) + Form, invites: true))
        );
        await AddAsync(texts, "The page of the link is not compressed as it says", () =>
            Server(_ => Replies.Http(200, "no gzip", "text/html", "Content-Encoding: gzip\r\n"))
        );
        await AddAsync(texts, "The error page says that nothing is shared", () => Server(Error("account.NO_SHARE_EXISTS"), Invitation));
        await AddAsync(texts, "The error page says that the password breaks the policy", () =>
            Server(Error("account.INVALID_PASSWORD"), Invitation)
        );
        await AddAsync(texts, "The error page shows another code", () => Server(Error("service.PERM_DENIED"), Invitation));
        await AddAsync(texts, "The error page shows the form", () => Server(Page(Form), Invitation));

        texts.Match("Guests/Approved/Refused.txt");
    }

    [Fact]
    public async Task What_is_said_of_a_sign_up_whose_end_is_not_plain_is_the_approved_text()
    {
        var texts = new FailureTexts();
        await AddAsync(texts, "The sign-up is cut, and the form is there as before", () => Server(null, Invitation));
        await AddAsync(texts, "The page that answers the sign-up is cut, and the form is there as before", () =>
            Server(request => IsPost(request) ? Cut(request) : Invitation)
        );
        await AddAsync(texts, "The sign-up is redirected without a session, and the form is there as before", () =>
            Server(Replies.Http(302, "", "text/html"), Invitation)
        );
        await AddAsync(texts, "The sign-up is answered HTTP 500, and the form is there as before", () =>
            Server(Replies.Http(500, "", "text/html"), Invitation)
        );
        await AddAsync(texts, "The sign-up is answered by a page of somebody else, and the form is there as before", () =>
            Server(Page(SomePage), Invitation)
        );
        await AddAsync(texts, "The sign-up is answered by an empty page, and the form is there as before", () =>
            Server(Page(""), Invitation)
        );
        await AddAsync(texts, "The sign-up is cut, and the link cannot be opened again", () => Server(null, Busy));
        await AddAsync(texts, "The sign-up is answered by an unknown page, and the link cannot be opened again", () =>
            Server(Page(SomePage), Busy)
        );
        await AddAsync(texts, "The sign-up is cut, and the link opens an unknown page", () => Server(null, Page(SomePage)));
        await AddAsync(texts, "The sign-up is answered by an unknown page, and the link opens one too", () =>
            Server(Page(SomePage), Page(SomePage))
        );
        await AddAsync(
            texts,
            "The sign-up is cut, an account is there, and no password can be tried",
            () => Server(null, LoginOfDomain),
            home: Elsewhere
        );
        await AddAsync(texts, "The sign-up is cut, an account is there, and trying the password fails", () => NoLogin(null));
        await AddAsync(texts, "The sign-up is answered by an unknown page, an account is there, and trying the password fails", () =>
            NoLogin(Page(SomePage))
        );

        texts.Match("Guests/Approved/InDoubt.txt");

        static ScriptedServer NoLogin(string? signUp)
        {
            bool posted = false;
            return Server(request =>
            {
                string? answer =
                    IsSoap(request) ? Busy
                    : IsPost(request) ? signUp
                    : posted ? LoginOfDomain
                    : Invitation;
                posted |= IsPost(request);
                return answer;
            });
        }
    }

    private static string? Cut(ReceivedRequest request)
    {
        request.CloseAfterwards = true;
        return Invitation[..^20];
    }

    private static async Task AddAsync(
        FailureTexts texts,
        string situation,
        Func<ScriptedServer> start,
        Uri? home = null,
        DateTimeOffset? expires = null
    )
    {
        await using ScriptedServer server = start();
        await texts.AddAsync(situation, () => AcceptAsync(server, home: home, expires: expires));
    }
}
