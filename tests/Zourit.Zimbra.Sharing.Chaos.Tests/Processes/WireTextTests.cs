using System.Net;
using System.Text;
using Zourit.Zimbra.Sharing.Chaos.Processes;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Processes;

/// <summary>How requests ended is judged by what came over the wire alone.</summary>
public sealed class WireTextTests
{
    private const string Envelope = "<soap:Envelope><soap:Body>{0}</soap:Body></soap:Envelope>";

    [Fact]
    public void A_whole_reply_is_an_answer() => Assert.Equal("Answered", End(200, Reply("<GetFolderResponse/>")));

    [Fact]
    public void No_reply_is_a_lost_one() => Assert.Equal(["Lost", "Lost"], [End(200, null), End(200, "")]);

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(500, "<html>")]
    [InlineData(503, "anything")]
    [InlineData(200, "<!DOCTYPE x><soap:Fault><Code>service.FAILURE</Code></soap:Fault>")]
    public void What_a_proxy_says_and_what_is_not_read_is_lost(int status, string reply) => Assert.Equal("Lost", End(status, reply));

    [Theory]
    [InlineData(307)]
    [InlineData(401)]
    [InlineData(429)]
    public void What_is_sent_back_before_the_server_was_not_passed_on(int status) => Assert.Equal("TurnedAway", End(status, "<html>"));

    [Theory]
    [InlineData("service.PERM_DENIED", "Refused")]
    [InlineData("service.FAILURE", "Refused")]
    [InlineData("mail.NO_SUCH_MSG", "Answered")]
    [InlineData("account.NO_SUCH_ACCOUNT", "Answered")]
    public void That_something_is_not_there_is_an_answer_and_other_faults_are_refusals(string code, string end) =>
        Assert.Equal([end, end], [End(500, Reply(Fault(code))), End(200, Reply($"<x/>{Fault(code)}"))]);

    [Theory]
    [InlineData(200, false)]
    [InlineData(500, false)]
    [InlineData(429, false)]
    [InlineData(503, true)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    [InlineData(418, true)]
    public void Only_a_proxy_that_passed_the_request_on_leaves_it_open(int status, bool leavesOpen) =>
        Assert.Equal(leavesOpen, WireText.LeavesOpen((HttpStatusCode)status));

    [Theory]
    [InlineData("service.FAILURE", false)]
    [InlineData("service.PROXY_ERROR", true)]
    [InlineData("service.RESOURCE_UNREACHABLE", true)]
    [InlineData("service.INTERRUPTED", true)]
    public void Of_the_servers_own_faults_some_leave_it_open(string code, bool leavesOpen) =>
        Assert.Equal(leavesOpen, WireText.LeavesOpen(Encoding.UTF8.GetBytes(Reply(Fault(code)))));

    [Theory]
    [InlineData("")]
    [InlineData("<html>Gateway</html>")]
    [InlineData("<!DOCTYPE soap:Envelope [<!ENTITY e \"entity\">]><html>Gateway</html>")]
    public void What_a_proxy_says_leaves_it_open(string reply) => Assert.True(WireText.LeavesOpen(Encoding.UTF8.GetBytes(reply)));

    private static string End(int status, string? reply) =>
        WireText.EndOf((HttpStatusCode)status, reply is null ? null : Encoding.UTF8.GetBytes(reply)).ToString();

    private static string Reply(string content) => Envelope.Replace("{0}", content, StringComparison.Ordinal);

    private static string Fault(string code) =>
        $"<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code><soap:Detail><Error "
        + $"xmlns=\"urn:zimbra\"><Code>{code}</Code></Error></soap:Detail></soap:Fault>";
}
