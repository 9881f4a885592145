using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

/// <summary>What somebody reads who is not let in.</summary>
public sealed class SignInTextTests
{
    private static readonly string[] Codes =
    [
        ZimbraFaultCodes.AuthFailed,
        ZimbraFaultCodes.ChangePassword,
        ZimbraFaultCodes.MaintenanceMode,
        ZimbraFaultCodes.TwoFactorAuthRequired,
        ZimbraFaultCodes.TwoFactorSetupRequired,
        ZimbraFaultCodes.TwoFactorAuthFailed,
        ZimbraFaultCodes.PermissionDenied,
        ZimbraFaultCodes.UnknownDocument,
        "service.FAILURE",
    ];

    private readonly StringBuilder _text = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ZimbraCredentials User => ZimbraCredentials.Password(" owner@monasso.org ", new Secret("pw"));

    private static ZimbraCredentials Administrator => ZimbraCredentials.Admin(" admin@example.net ", new Secret("pw"));

    [Fact]
    public async Task What_is_said_of_a_login_that_is_refused_is_the_approved_text()
    {
        foreach (string code in Codes)
        {
            _text.Append($"{code}\n");
            await TellAsync("user", User, _ => Replies.Fault(code, "authentication failed for [somebody]"));
            await TellAsync("administrator", Administrator, _ => Replies.Fault(code, "authentication failed for [somebody]"));
        }

        _text.Append("The answer asks for the second factor\n");
        await TellAsync("user", User, _ => HalfAToken("urn:zimbraAccount"));
        await TellAsync("administrator", Administrator, _ => HalfAToken("urn:zimbraAdmin"));
        _text.Append("Asked again a moment later\n");
        await TellAsync("user", User, _ => Replies.Fault(ZimbraFaultCodes.AuthFailed), calls: 2);

        ApprovedText.Matches("Authentication/RefusedLogins.approved.txt", _text.ToString());
    }

    [Fact]
    public async Task What_is_said_where_no_token_is_taken_or_none_can_be_had_is_the_approved_text()
    {
        foreach (string code in (string[])[ZimbraFaultCodes.AuthExpired, ZimbraFaultCodes.AuthRequired])
        {
            _text.Append($"No token is taken: {code}\n");
            await TellAsync("a given one", ZimbraCredentials.Token(new Secret("0_given")), _ => Replies.Fault(code));
            await TellAsync("an administrator's given one", ZimbraCredentials.AdminToken(new Secret("0_given")), _ => Replies.Fault(code));
            await TellAsync("a new one", User, request =>
                request.Body.Contains("<AuthRequest", StringComparison.Ordinal) ? Replies.Auth() : Replies.Fault(code)
            );
        }

        _text.Append("Nobody to ask as\n");
        await TellAsync("anonymous", ZimbraCredentials.Anonymous, _ => Replies.Auth());
        await TellAsync(
            "anonymous, an administrator's request",
            ZimbraCredentials.Anonymous,
            _ => Replies.Auth(),
            new GetConfigRequest { AttributeName = "zimbraPrefLocale" }
        );
        await TellAsync(
            "user, an administrator's request",
            User,
            _ => Replies.Auth(),
            new GetConfigRequest { AttributeName = "zimbraPrefLocale" }
        );
        _text.Append("The program gives an empty secret\n");
        await TellAsync("user", ZimbraCredentials.PasswordFrom("owner@monasso.org", _ => default), _ => Replies.Auth());
        await TellAsync("administrator", ZimbraCredentials.AdminFrom("admin@example.net", _ => default), _ => Replies.Auth());
        await TellAsync("preauth", ZimbraCredentials.PreauthFrom("owner@monasso.org", _ => default), _ => Replies.Auth());

        ApprovedText.Matches("Authentication/MissingTokens.approved.txt", _text.ToString());
    }

    private async Task TellAsync(
        string who,
        ZimbraCredentials credentials,
        Func<ReceivedRequest, string> answer,
        ZimbraRequest<GetConfigResponse>? request = null,
        int calls = 1
    )
    {
        await using var server = ScriptedServer.Soap(answer);
        await using var client = new ZimbraClient(
            server.Address,
            credentials,
            TestClients.Options(options => options.AdminUri = server.Address)
        );
        Func<Task> call = request is null ? () => client.SendAsync(new NoOpRequest(), Token) : () => client.SendAsync(request, Token);
        Exception e = await Assert.ThrowsAnyAsync<Exception>(call);
        for (int i = 1; i < calls; i++)
        {
            e = await Assert.ThrowsAnyAsync<Exception>(call);
        }

        string more = e is ZimbraException zimbra
            ? $"{(e is ZimbraAuthenticationException refused ? $" ({refused.Failure})" : "")} of {zimbra.Operation}"
            : "";
        _text.Append($"  {who}, requests {server.Requests.Count}: {FailureTexts.PublicType(e)}{more}\n    {e.Message}\n");
    }

    private static string HalfAToken(string space) =>
        Replies.Soap(
            $"<AuthResponse "
                + $"xmlns=\"{space}\"><authToken>0_half</authToken><lifetime>60000</lifetime><twoFactorAuthRequired>true"
                + "</twoFactorAuthRequired></AuthResponse>"
        );
}
