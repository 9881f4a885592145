using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Requests;

/// <summary>Requests about administrators' rights, and what is made of their refusals.</summary>
public sealed class RightRequestTests
{
    private const string Pipe = "pipe@monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_right_is_held_by_itself_or_by_a_wider_one()
    {
        var rights = new GetEffectiveRightsResponse
        {
            Administrator = Pipe,
            Rights = ["setAccountPassword"],
            Settable = ["zimbraMailStatus"],
            Readable = ["zimbraSharedItem"],
        };

        Assert.True(rights.Holds("changeAccountPassword"));
        Assert.True(rights.Holds("get.account.zimbraMailStatus"));
        Assert.True(rights.Holds("get.account.zimbrashareditem"));
        Assert.False(rights.Holds("set.account.zimbraSharedItem"));
        Assert.False(rights.Holds("adminLoginAs"));
        Assert.True((rights with { SetsAll = true }).Holds("set.account.zimbraSharedItem"));
        Assert.True((rights with { ReadsAll = true }).Holds("get.account.displayName"));
        Assert.False((rights with { ReadsAll = true }).Holds("set.account.displayName"));
    }

    [Theory]
    [InlineData("need right: adminLoginAs for account alice@example.test", "adminLoginAs", "domain example.test")]
    [InlineData(
        "need right: adminLoginCalendarResourceAs for calresource room@example.test",
        "adminLoginCalendarResourceAs",
        "domain example.test"
    )]
    [InlineData("need right: createAccount for domain example.test", "createAccount", "domain example.test")]
    [InlineData("need right: checkRightUsr for account pipe@example.test", "checkRightUsr", "account pipe@example.test")]
    [InlineData("need right: flushCache for server mail.example.test", "flushCache", "server mail.example.test")]
    [InlineData(
        "cannot access attribute zimbraHideInGal on account target pseudo@example.test",
        "set.account.zimbraHideInGal",
        "domain example.test"
    )]
    public void A_recorded_refusal_names_the_right(string reason, string right, string target)
    {
        ZimbraMissingRightException e = Explain(new CreateAccountRequest { Name = "x@example.test" }, reason)!;

        Assert.Equal((right, target), (Assert.Single(e.Rights), e.Target.ToString()));
        Assert.Equal(ZimbraFaultCodes.PermissionDenied, e.Code);
        Assert.True(e is { IsOutcomeKnown: true, IsSafeToRepeat: true, IsTransient: false });
    }

    [Theory]
    [InlineData("delegated admin is not allowed to access a global admin's account")]
    [InlineData("not an eligible admin account")]
    [InlineData("you do not have sufficient permissions")]
    public void A_refusal_that_no_right_lifts_stays_a_fault(string reason) =>
        Assert.Null(Explain(new DelegateAuthRequest { Account = AccountSelector.ByName("x@example.test") }, reason));

    [Fact]
    public void Of_an_account_that_is_only_known_by_id_it_is_said_that_it_may_be_gone()
    {
        const string id = "565d6ddd-3438-493c-a36f-94ed64342bb1";

        ZimbraMissingRightException e = Explain(new DeleteAccountRequest { AccountId = id }, $"can not access account {id}")!;

        Assert.Equal(["deleteAccount"], e.Rights);
        Assert.Contains("or no account has this id any more", e.Message, StringComparison.Ordinal);
        Assert.Contains("plus aucun compte", e.Explanation.InLanguage(Language.French), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_can_be_granted_and_revoked_and_revoking_it_again_is_a_fault()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Administrator(Pipe, "pa55word"));
        ZimbraClient admin = world.AsAdmin();
        ZimbraClient pipe = world.Connect(ZimbraCredentials.Admin(Pipe, new Secret("pa55word")));
        var grant = new GrantRightRequest
        {
            Target = RightTarget.Domain("monasso.org"),
            Administrator = Pipe,
            Right = "adminLoginAs",
        };
        var revoke = new RevokeRightRequest
        {
            Target = grant.Target,
            Administrator = Pipe,
            Right = grant.Right,
        };

        await admin.SendAsync(grant, Token);
        await admin.SendAsync(grant, Token);
        await pipe.SendAsync(new DelegateAuthRequest { Account = AccountSelector.ByName(Owner) }, Token);
        await admin.SendAsync(revoke, Token);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => admin.SendAsync(revoke, Token));
        Assert.Equal("account.NO_SUCH_GRANT", e.Code);
        await Assert.ThrowsAsync<ZimbraMissingRightException>(() =>
            pipe.SendAsync(new DelegateAuthRequest { Account = AccountSelector.ByName(Owner) }, Token)
        );
        Assert.Equal("zmprov revokeRight domain monasso.org usr pipe@monasso.org adminLoginAs", revoke.ZmprovLine);
    }

    private static ZimbraMissingRightException? Explain(ZimbraRequest request, string reason) =>
        MissingRights.Explain(
            request,
            new ZimbraFaultException(
                new ZimbraFault
                {
                    Code = ZimbraFaultCodes.PermissionDenied,
                    Reason = $"permission denied: {reason}",
                    IsSenderFault = true,
                    Arguments = [],
                },
                request.OperationName
            ),
            Pipe
        );
}
