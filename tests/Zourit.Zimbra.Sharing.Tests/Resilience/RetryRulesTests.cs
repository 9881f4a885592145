using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>
/// What may be repeated after which failure (docs/protocol.md §10.3), for each rule; the codes that pass by themselves one by one.
/// </summary>
public sealed class RetryRulesTests
{
    [Theory]
    [InlineData("Safe")]
    [InlineData("Converging")]
    [InlineData("Verifiable")]
    public void Where_nothing_was_done_everything_is_repeated_if_the_cause_may_pass(string rule)
    {
        Assert.True(MayRepeat(rule, new ZimbraConnectionException(new LocalizedText("gone")) { IsTransient = true }));
        Assert.False(MayRepeat(rule, new ZimbraConnectionException(new LocalizedText("no such host")) { IsTransient = false }));
    }

    [Theory]
    [InlineData("Safe", true)]
    [InlineData("Converging", true)]
    [InlineData("Verifiable", false)]
    public void A_lost_reply_is_no_reason_to_do_twice_what_must_be_done_once(string rule, bool may) =>
        Assert.Equal(may, MayRepeat(rule, new ZimbraOutcomeUnknownException(new LocalizedText("lost"))));

    [Theory]
    [InlineData("service.TEMPORARILY_UNAVAILABLE")]
    [InlineData("service.RESOURCE_UNREACHABLE")]
    [InlineData("service.PROXY_ERROR")]
    [InlineData("service.INTERRUPTED")]
    [InlineData("mail.TRY_AGAIN")]
    [InlineData("mail.MAINTENANCE")]
    public void A_fault_that_passes_is_waited_for_unless_it_must_be_done_once(string code)
    {
        Assert.True(MayRepeat("Safe", Fault(code)));
        Assert.True(MayRepeat("Converging", Fault(code)));
        Assert.False(MayRepeat("Verifiable", Fault(code)));
    }

    [Theory]
    [InlineData("service.FAILURE")]
    [InlineData("service.PERM_DENIED")]
    [InlineData("service.AUTH_EXPIRED")]
    [InlineData("account.AUTH_FAILED")]
    [InlineData("account.MAINTENANCE_MODE")]
    [InlineData("account.NO_SHARE_EXISTS")]
    [InlineData("service.ALREADY_IN_PROGRESS")]
    [InlineData("mail.GRANT_EXISTS")]
    [InlineData("mail.SEND_FAILURE")]
    [InlineData("other.UNHEARD_OF")]
    public void Any_other_fault_is_the_server_s_last_word(string code) =>
        Assert.All(Enum.GetNames<RetrySafety>(), rule => Assert.False(MayRepeat(rule, Fault(code))));

    [Fact]
    public void What_is_no_failure_of_the_way_is_not_repeated()
    {
        Assert.False(MayRepeat("Safe", null));
        Assert.False(MayRepeat("Safe", new ArgumentException("bad")));
        Assert.False(MayRepeat("Safe", new OperationCanceledException()));
        Assert.False(MayRepeat("Safe", new ZimbraProtocolException(new LocalizedText("no Zimbra"))));
        Assert.False(MayRepeat("Safe", new ZimbraAuthenticationException(AuthenticationFailure.Rejected, new LocalizedText("no"), null)));
    }

    private static bool MayRepeat(string rule, Exception? failure) => RetryRules.MayRepeat(Enum.Parse<RetrySafety>(rule), failure);

    private static ZimbraFaultException Fault(string code) =>
        new(
            new ZimbraFault
            {
                Code = code,
                Reason = "no",
                IsSenderFault = false,
                Arguments = [],
            },
            "FolderActionRequest"
        );
}
