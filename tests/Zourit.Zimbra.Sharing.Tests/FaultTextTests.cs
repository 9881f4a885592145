using System.Net;
using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests;

/// <summary>What the server's programmers write into faults does not reach people.</summary>
public sealed partial class FaultTextTests
{
    [Theory]
    [InlineData("no such folder path: /nowhere", "no such folder path: /nowhere")]
    [InlineData(
        "system failure: java.lang.NullPointerException: Cannot read field \"mInvite\" because the return value of "
            + "\"com.zimbra.cs.service.mail.ParseMimeMessage$InviteParser.getResult()\" is null",
        "system failure"
    )]
    [InlineData(
        "Invalid address: reject@outside.test.  com.zimbra.cs.mailbox.MailSender$SafeSendFailedException: MESSAGE_NOT_DELIVERED; chained "
            + "exception is:\n\tcom.zimbra.cs.mailbox.MailSender$SafeSendFailedException: 550",
        "Invalid address: reject@outside.test: MESSAGE_NOT_DELIVERED"
    )]
    [InlineData(
        "parse error: Caught ParseException parsing calendar: net.fortuna.ical4j.data.ParserException: Expected [BEGIN], read [hello]",
        "parse error: Expected [BEGIN], read [hello]"
    )]
    [InlineData(
        "invalid request: Caught ParseException: java.text.ParseException: Invalid date: 2030",
        "invalid request: Invalid date: 2030"
    )]
    [InlineData("java.lang.OutOfMemoryError", "")]
    [InlineData("no such account: jean.Dupont@monasso.org", "no such account: jean.Dupont@monasso.org")]
    public void A_reason_is_shown_without_class_names(string reason, string shown)
    {
        ZimbraFaultException e = EveryException.Fault(ZimbraFaultCodes.Failure, reason);

        Assert.Equal(reason, e.Fault.Reason);
        Assert.Contains(
            $"service.FAILURE{(shown.Length == 0 ? "" : $": {shown.TrimEnd('.')}")}. The server met",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void No_recorded_fault_shows_a_class_name()
    {
        string[] reasons =
        [
            .. Directory
                .EnumerateFiles(Repository.PathTo("tests/Zourit.Zimbra.Sharing.Testing.Tests/Recordings"), "*", SearchOption.AllDirectories)
                .SelectMany(file => Reason().Matches(File.ReadAllText(file)))
                .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
                .Distinct(),
        ];

        Assert.True(reasons.Length > 100);
        Assert.All(reasons, reason =>
            Assert.DoesNotMatch(
                @"com\.zimbra|java\.|javax\.|net\.fortuna|Exception\b|chained",
                EveryException.Fault(ZimbraFaultCodes.Failure, reason).Message
            )
        );
    }

    [GeneratedRegex("<soap:Text>(.*?)</soap:Text>", RegexOptions.Singleline)]
    private static partial Regex Reason();
}
