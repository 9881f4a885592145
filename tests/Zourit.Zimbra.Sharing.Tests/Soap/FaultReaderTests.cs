using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

public sealed class FaultReaderTests
{
    private const string Error = "<Error xmlns='urn:zimbra'><Code>service.FAILURE</Code></Error>";

    [Theory]
    [
        InlineData("soap:Sender", true),
        InlineData("soap:Client", true),
        InlineData("soap:Receiver", false),
        InlineData("soap:Server", false),
        InlineData("Senders", false)
    ]
    public void A_fault_says_whom_the_server_blames(string side, bool isSender)
    {
        ZimbraFault fault = Read($"<Code><Value>{side}</Value></Code><Reason><Text>why</Text></Reason><Detail>{Error}</Detail>");
        ZimbraFault old = Read($"<faultcode>{side}</faultcode><faultstring>why</faultstring><detail>{Error}</detail>");

        Assert.Equal(isSender, fault.IsSenderFault);
        Assert.Equal(isSender, old.IsSenderFault);
        Assert.Equal("why", fault.Reason);
        Assert.Equal("why", old.Reason);
    }

    [Fact]
    public void What_is_in_the_form_of_today_counts_before_that_of_SOAP_1_1()
    {
        ZimbraFault fault = Read(
            "<faultcode>soap:Client</faultcode><faultstring>old</faultstring><detail><Error><Code>old.CODE</Code></Error></detail>"
                + $"<Code><Value>soap:Receiver</Value></Code><Reason><Text>new</Text></Reason><Detail>{Error}</Detail>"
        );

        Assert.Equal("service.FAILURE", fault.Code);
        Assert.Equal("new", fault.Reason);
        Assert.False(fault.IsSenderFault);
    }

    [Fact]
    public void A_fault_with_nothing_but_a_code_is_read()
    {
        ZimbraFault fault = Read($"<Detail>{Error}</Detail>");

        Assert.Equal(("service.FAILURE", "", false, null), (fault.Code, fault.Reason, fault.IsSenderFault, fault.TraceId));
        Assert.Empty(fault.Arguments);
    }

    [Fact]
    public void The_arguments_of_a_fault_are_read_also_where_they_lack_a_name_or_a_type()
    {
        ZimbraFault fault = Read(
            "<Detail><Error><Code>mail.NO_SUCH_FOLDER</Code><a n='itemId' "
                + "t='IID'>4711</a><a>plain</a><Trace>qtp1</Trace></Error></Detail>"
        );

        Assert.Equal(
            [
                new()
                {
                    Name = "itemId",
                    Type = "IID",
                    Value = "4711",
                },
                new()
                {
                    Name = "",
                    Type = "",
                    Value = "plain",
                },
            ],
            fault.Arguments
        );
        Assert.Equal("qtp1", fault.TraceId);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task Only_of_a_request_that_reads_an_unexpected_error_leaves_no_doubt(bool isSafe)
    {
        await using var channel = new StubbedChannel(Replies.Fault("service.FAILURE"));

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            channel.SendAsync(new NoOpRequest(), response => response.Name, TestContext.Current.CancellationToken, isSafe)
        );

        Assert.Equal(isSafe, e.IsOutcomeKnown);
        Assert.Equal("NoOpRequest", e.Operation);
    }

    private static ZimbraFault Read(string content) => FaultReader.Read(ReplyXml.Element($"<Fault>{content}</Fault>"));
}
