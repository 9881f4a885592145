using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Tests.Checks;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Reports;

public sealed class CallTextTests
{
    [Fact]
    public void A_call_is_reported_without_its_password()
    {
        Cell cell = new("owner@club.test", "/cal", GranteeKind.Guest, "somebody@elsewhere.example");
        var share = new ShareStep(cell, "r") { Password = "PwGrant" };
        CallRecord call = Calls.Of(new CallerPlan(0, LoginKind.Password, cell.Owner, [share]), share, cell, Calls.Nothing, Calls.Shared);

        string text = CallText.Of(call with { Answers = [new Answer(share, Calls.Told(cell), null)] });

        Assert.Contains($"Share {cell}: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PwGrant", text, StringComparison.Ordinal);
    }
}
