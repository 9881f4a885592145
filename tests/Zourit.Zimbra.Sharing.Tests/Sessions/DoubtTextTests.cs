using System.Text;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Wire;

namespace Zourit.Zimbra.Sharing.Tests.Sessions;

/// <summary>
/// Only where the Sent folder keeps every copy does the lack of one prove that a mail did not leave, so that it may be sent again.
/// </summary>
public sealed class DoubtTextTests
{
    private const string Keeps = "zimbraPrefSaveToSent=TRUE";

    private static readonly string[][] Settings =
    [
        [Keeps],
        [],
        ["zimbraPrefSaveToSent=FALSE"],
        ["zimbraPrefSaveToSent="],
        [Keeps, "zimbraPrefSentMailFolder="],
        [Keeps, "zimbraPrefSentMailFolder=/"],
        [Keeps, "zimbraPrefSentMailFolder=sent"],
        [Keeps, "zimbraPrefSentMailFolder=/Sent/"],
        [Keeps, "zimbraPrefSentMailFolder=Archive"],
        [Keeps, "zimbraPrefSentMailFolder=/sent/2026"],
        [Keeps, "zimbraPrefDelegatedSendSaveTarget=owner"],
        [Keeps, "zimbraPrefDelegatedSendSaveTarget=both"],
        [Keeps, "zimbraPrefDelegatedSendSaveTarget=sender"],
        [Keeps, "zimbraPrefDelegatedSendSaveTarget=none"],
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_doubted_under_which_settings_is_the_approved_text()
    {
        var text = new StringBuilder();
        foreach (string[] settings in Settings)
        {
            text.Append(
                $"{(settings is [] ? "nothing is set" : string.Join(", ", settings))}\n  "
                    + $"{await DoubtAsync(Info(settings)) ?? "no doubt"}\n"
            );
        }

        foreach (
            (long used, string quota) in ((long, string)[])
                [(900_000, "0"), (900_000, ""), (900_000, "1000000"), (897_601, "1000000"), (897_600, "1000000"), (2_000_000, "1000000")]
        )
        {
            text.Append(
                $"{used} bytes of {(quota.Length == 0 ? "a size that is not told" : quota)} are used\n  "
                    + $"{await DoubtAsync(Info(used, quota, Keeps)) ?? "no doubt"}\n"
            );
        }

        text.Append($"the settings are refused with service.PERM_DENIED\n  {await DoubtAsync(Replies.Fault("service.PERM_DENIED"))}\n");
        ApprovedText.Matches("Sessions/SentFolderDoubts.approved.txt", text.ToString());
    }

    [Theory]
    [InlineData("zimbraPrefSaveToSent=FALSE")]
    [InlineData(Keeps)]
    public async Task The_settings_are_asked_for_once_and_nothing_else_is(string setting)
    {
        await using var server = ScriptedServer.Soap(_ => Info(setting));
        await using ZimbraClient client = TestClients.WithToken(server);
        var sent = new SentFolder(client.Dispatcher);

        Assert.Equal(await sent.DoubtAsync(Token), await sent.DoubtAsync(Token));

        Assert.Contains("sections=\"mbox,prefs,attrs\"", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_did_not_come_are_no_settings()
    {
        bool works = false;
        await using var server = ScriptedServer.Soap(_ => works ? Info("zimbraPrefSaveToSent=FALSE") : Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server);
        var sent = new SentFolder(client.Dispatcher);

        await Assert.ThrowsAsync<ZimbraProtocolException>(() => sent.DoubtAsync(Token));
        works = true;

        Assert.NotNull(await sent.DoubtAsync(Token));
    }

    private static async Task<string?> DoubtAsync(string answer)
    {
        await using var server = ScriptedServer.Soap(_ => answer);
        await using ZimbraClient client = TestClients.WithToken(server);
        return await new SentFolder(client.Dispatcher).DoubtAsync(Token);
    }

    private static string Info(params string[] settings) => Info(0, "0", settings);

    private static string Info(long used, string quota, params string[] settings) =>
        Replies.Soap(
            $"<GetInfoResponse xmlns=\"urn:zimbraAccount\"><name>owner@monasso.org</name><id>1</id><used>{used}</used><attrs><attr "
                + $"name=\"zimbraMailQuota\">{quota}</attr>"
                + $"</attrs><prefs>{string.Concat(settings.Select(setting => $"<pref name=\"{setting.Split('=')[0]}\">{setting.Split('=')[1]}</pref>"))}</prefs>"
                + "</GetInfoResponse>"
        );
}
