using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// The pages of real web clients, which show no code, as a scripted server gives them; and an invitation that leads to it.
/// </summary>
internal static class SignUpPages
{
    public const string Form =
        """<html><body><form action="/service/extuserprov/" method="post"><input id="displayname" name="displayname"><input name="password" type="password"><input name="password2" type="password"></form></body></html>""";
    public const string Login =
        """<html><body><form method="post" name="loginForm"><input type="hidden" name="loginOp" value="login"/><input name="username"><input type="password" name="password"></form></body></html>""";

    public static readonly ProvisioningKey Key = ProvisioningKey.Parse(
        new Secret("0:1:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    );

    /// <summary>The login page that names the owner's domain.</summary>
    public static string LoginOfDomain =>
        Page(
            Login.Replace(
                "loginForm\">",
                "loginForm\"><input type=\"hidden\" name=\"virtualacctdomain\" value=\"monasso.org\">",
                StringComparison.Ordinal
            )
        );

    /// <summary>The form that the link opens.</summary>
    public static string Invitation => Page(Form, invites: true);

    public static string Page(string html, bool invites = false) =>
        Replies.Http(200, html, "text/html;charset=utf-8", invites ? "Set-Cookie: ZM_PRELIM_AUTH_TOKEN=0_a_b\r\n" : "");

    /// <param name="answer">Gives the answer; null closes the connection without a word.</param>
    public static ScriptedServer Server(Func<ReceivedRequest, string?> answer) =>
        new(
            (request, stream, token) =>
            {
                string? text = answer(request);
                request.CloseAfterwards |= text is null;
                return stream.WriteAsync(Encoding.UTF8.GetBytes(text ?? ""), token).AsTask();
            }
        );

    /// <summary>Invites, gives one answer to the sign-up, and another to all that comes after it.</summary>
    public static ScriptedServer Server(string? signUp, string after)
    {
        bool posted = false;
        return Server(request =>
        {
            string? answer =
                IsPost(request) ? signUp
                : posted ? after
                : Invitation;
            posted |= IsPost(request);
            return answer;
        });
    }

    public static bool IsPost(ReceivedRequest request) => request.Head.StartsWith("POST /service/extuserprov", StringComparison.Ordinal);

    public static bool IsSoap(ReceivedRequest request) => request.Head.StartsWith("POST /service/soap", StringComparison.Ordinal);

    public static async Task<AcceptedInvitation> AcceptAsync(
        ScriptedServer server,
        TimeSpan? wait = null,
        Uri? home = null,
        DateTimeOffset? expires = null,
        Action<ZimbraClientOptions>? configure = null
    )
    {
        PersonalLink link = Key.Sign(server.Address, "owner-id", "10", Guest, expires);
        await using var client = new ZimbraClient(home ?? server.Address, ZimbraCredentials.Anonymous, TestClients.Options(configure));
        return await client.Invitations.AcceptAsync(
            link,
            "Adresse",
            new Secret(GuestPassword),
            new AcceptOptions { PublicationWait = wait ?? TimeSpan.Zero },
            TestContext.Current.CancellationToken
        );
    }
}
