using System.Text;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>What is said of each way in which a call fails: of one that only reads, and of one that may have changed something.</summary>
public sealed class FailureTextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_failed_call_says_is_the_approved_text()
    {
        var text = new StringBuilder();
        foreach (WireFailure failure in WireFailure.All)
        {
            string read = await ToldAsync(failure, isSafe: true);
            string change = await ToldAsync(failure, isSafe: false);
            text.Append($"{failure.Name}\n{(read == change ? read : $"{read}  of a change:\n{change}")}\n");
        }

        ApprovedText.Matches("Soap/FailureTexts.approved.txt", text.ToString());
        Assert.DoesNotContain("quoted", text.Replace("SecureConnectionError, quoted", "").ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret", text.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> ToldAsync(WireFailure failure, bool isSafe)
    {
        await using var channel = new StubbedChannel(failure.Answer, failure.IsAdmin);

        ZimbraException e = await Assert.ThrowsAnyAsync<ZimbraException>(() =>
            channel.SendAsync(new NoOpRequest(), response => response.Name, Token, isSafe)
        );

        Assert.Equal("NoOpRequest", e.Operation);
        return $"  {e.Message}\n    {Kind(e)}{(e.InnerException is { } cause ? $", caused by {Cause(cause)}" : "")}\n";
    }

    private static string Kind(ZimbraException e) =>
        e.GetType().Name
        + e switch
        {
            ZimbraConnectionException connection =>
                $"{(connection.IsTransient ? ", will pass" : "")}{(connection.StatusCode is { } status ? $", status {(int)status}" : "")}"
                    + $"{(connection.RetryAfter is { } wait ? $", wait {wait}" : "")}",
            ZimbraOutcomeUnknownException { MayStillRun: true } => ", may still run",
            _ => "",
        };

    private static string Cause(Exception cause) =>
        cause is ZimbraException ? $"{cause.GetType().Name}: {cause.Message}" : cause.GetType().Name;
}
