using System.Security;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>A fault may quote what was sent: what was secret in it is struck out, and nothing else.</summary>
public sealed class FaultRedactorTests
{
    private const string Password = "gu3st-Passw0rd";
    private const string Old =
        "<soap:Fault><faultstring>{0}</faultstring><detail><Error "
        + "xmlns=\"urn:zimbra\"><Code>service.FAILURE</Code></Error></detail></soap:Fault>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_struck_out_of_every_text_of_a_fault()
    {
        ZimbraFault fault = await FaultAsync(
            Replies
                .Fault("service.FAILURE", $"'{Password}' is refused")
                .Replace("</Trace>", $"{Password}</Trace><a n=\"v\" t=\"STR\">{Password} twice: {Password}</a>", StringComparison.Ordinal)
        );
        ZimbraFault old = await FaultAsync(Replies.Soap(Old.Replace("{0}", $"'{Password}' is refused", StringComparison.Ordinal)));

        Assert.Equal("'***' is refused", fault.Reason);
        Assert.Equal("qtp1-9:1767225600000:11aa***", fault.TraceId);
        Assert.Equal("*** twice: ***", fault.Argument("v"));
        Assert.Equal("'***' is refused", old.Reason);
    }

    [Theory]
    [InlineData("gu3st-Passw0rd", "GU3ST-PASSW0RD")]
    [InlineData("a<b>&\"c\"", "a<b>&\"c\"")]
    [InlineData("a<b>&\"c\"", "a&lt;b&gt;&amp;\"c\"")]
    [InlineData("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;")]
    [InlineData("four", "four")]
    public async Task A_secret_is_known_in_other_letters_and_as_XML_writes_it(string secret, string quoted)
    {
        ZimbraFault fault = await FaultAsync(Replies.Fault("service.FAILURE", SecurityElement.Escape($"<{quoted}>")), secret);

        Assert.Equal("<***>", fault.Reason);
    }

    [Fact]
    public async Task A_secret_too_short_to_be_one_is_left_since_it_would_be_found_in_words()
    {
        ZimbraFault fault = await FaultAsync(Replies.Fault("service.FAILURE", "the theory"), "the");

        Assert.Equal("the theory", fault.Reason);
    }

    [Fact]
    public async Task The_token_is_struck_out_also_where_a_password_is_a_part_of_it()
    {
        ZimbraFault fault = await FaultAsync(
            Replies.Fault("service.FAILURE", "token 0_gu3st_a1, password gu3st"),
            "gu3st",
            token: "0_gu3st_a1"
        );

        Assert.Equal("token ***, password ***", fault.Reason);
    }

    [Fact]
    public async Task In_a_batch_only_the_faults_are_looked_through()
    {
        string fault = $"<soap:Fault><soap:Reason><soap:Text>{Password}</soap:Text></soap:Reason></soap:Fault>";
        await using var channel = new StubbedChannel(
            Replies.Soap(
                $"<BatchResponse "
                    + $"xmlns=\"urn:zimbra\"><GetFolderResponse><Text>{Password}</Text></GetFolderResponse>{fault}</BatchResponse>"
            )
        );
        var batch = new BatchRequest([
            FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r") with { Password = new Secret(Password) }),
        ]);

        string[] texts = await channel.SendAsync(
            batch,
            response =>
                (string[])
                    [
                        response.RequiredChild("GetFolderResponse").RequiredText("Text"),
                        response.RequiredChild("Fault").RequiredChild("Reason").RequiredText("Text"),
                    ],
            Token
        );

        Assert.Equal([Password, "***"], texts);
    }

    [Fact]
    public async Task What_is_no_fault_is_left_as_it_came()
    {
        await using var channel = new StubbedChannel(
            Replies.Soap($"<SetPasswordResponse xmlns=\"urn:zimbraAdmin\"><a>{Password}</a></SetPasswordResponse>")
        );

        Assert.Equal(
            Password,
            await channel.SendAsync(
                new SetPasswordRequest { AccountId = "id", NewPassword = new Secret(Password) },
                response => response.RequiredText("a"),
                Token
            )
        );
    }

    private static async Task<ZimbraFault> FaultAsync(string reply, string password = Password, string token = "0_token")
    {
        await using var channel = new StubbedChannel(() => StubbedChannel.Answer(500, reply));
        return (
            await Assert.ThrowsAsync<ZimbraFaultException>(() =>
                channel.SendAsync(
                    new SetPasswordRequest { AccountId = "id", NewPassword = new Secret(password) },
                    response => response.Name,
                    Token,
                    token: new Secret(token)
                )
            )
        ).Fault;
    }
}
