using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>A server that says a grant was taken back is not believed, nor one that says it was not: the folder is read again.</summary>
public sealed class GuestRetiringTests
{
    private const string Grant = "<grant zid=\"adresse@orange.fr\" gt=\"guest\" perm=\"r\"/>";
    private const string GrantToAnother =
        "<grant zid=\"adresse@orange.fr\" gt=\"usr\" perm=\"r\"/><grant zid=\"other@orange.fr\" gt=\"guest\" perm=\"r\"/>";

    private const string Revoked =
        "<FolderActionResponse requestId=\"0\" xmlns=\"urn:zimbraMail\"><action id=\"257\" op=\"!grant\"/></FolderActionResponse>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_share_that_is_not_published_yet_is_revoked_and_does_not_outlive_the_account(bool deleteAccount)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.LagPublication(TimeSpan.FromHours(1));
        await GuestCreations.CreateAsync(world);

        GuestRetirement retirement = await world
            .AsAdmin()
            .Guests.RetireAsync("monasso.org", Guest, new() { DeleteAccount = deleteAccount }, Token);

        Assert.Empty(world.Grants());
        Assert.Equal(GuestRevocationOutcome.Removed, Assert.Single(retirement.Revocations).Outcome);
        Assert.Equal(deleteAccount ? RetiredAccount.Deleted : RetiredAccount.LeftToServer, retirement.Account);
    }

    [Theory]
    [InlineData(Grant, GuestRevocationOutcome.StillThere, false)]
    [InlineData(GrantToAnother, GuestRevocationOutcome.Removed, true)]
    [InlineData("", GuestRevocationOutcome.Removed, true)]
    public async Task A_revocation_is_described_by_what_exists_afterwards(string standing, GuestRevocationOutcome outcome, bool isComplete)
    {
        await using var server = ScriptedServer.Soap(request => Answer(request.Body, standing));
        await using var admin = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );

        GuestRetirement retirement = await admin.Guests.RetireAsync("monasso.org", Guest, cancellationToken: Token);

        Assert.Equal(
            (outcome, GranteeType.Guest),
            (Assert.Single(retirement.Revocations).Outcome, retirement.Revocations[0].Access.GrantedTo)
        );
        Assert.Equal((isComplete, RetiredAccount.NotThere), (retirement.IsComplete, retirement.Account));
    }

    [Theory]
    [InlineData("service.FAILURE", "", "", GuestRevocationOutcome.Removed, true, 0)]
    [InlineData("service.FAILURE", Grant, "", GuestRevocationOutcome.Failed, true, 0)]
    [InlineData("service.PERM_DENIED", Grant, "", GuestRevocationOutcome.Failed, true, 0)]
    [InlineData("service.PROXY_ERROR", Grant, "", GuestRevocationOutcome.Removed, true, 1)]
    [InlineData("service.PROXY_ERROR", Grant, Grant, GuestRevocationOutcome.Failed, false, 1)]
    [InlineData("service.PROXY_ERROR", "", Grant, GuestRevocationOutcome.Removed, true, 0)]
    public async Task A_refused_revocation_is_described_by_what_exists_afterwards(
        string code,
        string standing,
        string later,
        GuestRevocationOutcome outcome,
        bool isKnown,
        int looksAgain
    )
    {
        int looks = 0;
        await using var server = ScriptedServer.Soap(request =>
            IsReadById(request.Body) ? Answer(looks++ == 0, Folder(later)) : Answer(request.Body, standing, Fault(code))
        );
        await using var admin = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );

        GuestRevocation told = Assert.Single((await admin.Guests.RetireAsync("monasso.org", Guest, cancellationToken: Token)).Revocations);

        Assert.Equal((outcome, looksAgain), (told.Outcome, looks));
        Assert.Equal(
            outcome == GuestRevocationOutcome.Failed ? (code, "FolderActionRequest") : (null, null),
            ((told.Failure as ZimbraFaultException)?.Code, told.Failure?.Operation)
        );
        Assert.Equal(isKnown, told.Failure?.IsOutcomeKnown ?? true);
    }

    [Fact]
    public async Task A_grant_that_may_be_taken_back_later_exists_as_it_was_seen_where_it_cannot_be_looked_at_again()
    {
        await using var server = ScriptedServer.Soap(request =>
            IsReadById(request.Body) ? Replies.Fault("service.PERM_DENIED") : Answer(request.Body, Grant, Fault("service.PROXY_ERROR"))
        );
        await using var admin = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );

        GuestRevocation told = Assert.Single((await admin.Guests.RetireAsync("monasso.org", Guest, cancellationToken: Token)).Revocations);

        Assert.Equal((GuestRevocationOutcome.Failed, false), (told.Outcome, told.Failure?.IsOutcomeKnown));
    }

    private static bool IsReadById(string request) =>
        !request.Contains("<BatchRequest", StringComparison.Ordinal) && request.Contains("<folder l=\"257\"", StringComparison.Ordinal);

    private static string Answer(bool isFirst, string folder) =>
        isFirst ? Replies.Soap(folder) : throw new InvalidOperationException("It was looked at more than once.");

    private static string Fault(string code) =>
        $"<soap:Fault "
        + "requestId=\"0\"><soap:Code><soap:Value>soap:Receiver</soap:Value></soap:Code><soap:Reason><soap:Text>no</soap:Text>"
        + $"</soap:Reason><soap:Detail><Error xmlns=\"urn:zimbra\"><Code>{code}</Code><Trace>t</Trace></Error></soap:Detail>"
        + "</soap:Fault>";

    private static string Answer(string request, string standing, string revoked = Revoked) =>
        request switch
        {
            _ when request.Contains("<GetDomainRequest", StringComparison.Ordinal) => Replies.Soap(
                "<GetDomainResponse xmlns=\"urn:zimbraAdmin\"><domain name=\"monasso.org\" id=\"d-1\"/></GetDomainResponse>"
            ),
            _ when request.Contains("<GetAccountRequest", StringComparison.Ordinal) => Replies.Fault(ZimbraFaultCodes.NoSuchAccount),
            _ when request.Contains("(zimbraSharedItem=", StringComparison.Ordinal) => Found(
                "<account name=\"moncompte@monasso.org\" id=\"a-1\"/>"
            ),
            _ when request.Contains("<SearchDirectoryRequest", StringComparison.Ordinal) => Found(""),
            _ when request.Contains("<DelegateAuthRequest", StringComparison.Ordinal) => Replies.Soap(
                "<DelegateAuthResponse "
                    + "xmlns=\"urn:zimbraAdmin\"><authToken>0_delegated</authToken><lifetime>3600000</lifetime></DelegateAuthResponse>"
            ),
            _ when request.Contains("<BatchRequest", StringComparison.Ordinal) => Replies.Soap(
                $"<BatchResponse xmlns=\"urn:zimbra\">{revoked}{Folder(standing, " requestId=\"1\"")}</BatchResponse>"
            ),
            _ => Replies.Soap(Folder(Grant)),
        };

    private static string Found(string entry) =>
        Replies.Soap(
            $"<SearchDirectoryResponse num=\"1\" more=\"0\" searchTotal=\"1\" "
                + $"xmlns=\"urn:zimbraAdmin\">{entry}</SearchDirectoryResponse>"
        );

    private static string Folder(string grants, string id = "") =>
        $"<GetFolderResponse{id} xmlns=\"urn:zimbraMail\"><folder id=\"257\" name=\"my-events\" absFolderPath=\"/my-events\" "
        + $"f=\"i\"><acl>{grants}</acl></folder></GetFolderResponse>";
}
