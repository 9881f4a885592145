using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Wire;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>A server that says a grant was taken back is not believed: the folder is read again.</summary>
public sealed class GuestRetiringTests
{
    private const string Grant = "<grant zid=\"adresse@orange.fr\" gt=\"guest\" perm=\"r\"/>";
    private const string GrantToAnother = "<grant zid=\"adresse@orange.fr\" gt=\"usr\" perm=\"r\"/><grant zid=\"other@orange.fr\" gt=\"guest\" perm=\"r\"/>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Grant, GuestRevocationOutcome.StillThere, false)]
    [InlineData(GrantToAnother, GuestRevocationOutcome.Removed, true)]
    [InlineData("", GuestRevocationOutcome.Removed, true)]
    public async Task A_revocation_is_told_by_what_stands_afterwards(string standing, GuestRevocationOutcome outcome, bool isComplete)
    {
        await using var server = ScriptedServer.Soap(request => Answer(request.Body, standing));
        await using var admin = new ZimbraClient(server.Address, ZimbraCredentials.AdminToken("0_given"), TestClients.Options(options => options.AdminUri = server.Address));

        GuestRetirement retirement = await admin.Guests.RetireAsync(SharingWorld.Guest, "monasso.org", Token);

        Assert.Equal((outcome, GranteeType.Guest), (Assert.Single(retirement.Revocations).Outcome, retirement.Revocations[0].Access.GrantedTo));
        Assert.Equal((isComplete, RetiredAccount.NotThere), (retirement.IsComplete, retirement.Account));
    }

    private static string Answer(string request, string standing) => request switch
    {
        _ when request.Contains("<GetDomainRequest", StringComparison.Ordinal) => Replies.Soap(
            "<GetDomainResponse xmlns=\"urn:zimbraAdmin\"><domain name=\"monasso.org\" id=\"d-1\"/></GetDomainResponse>"),
        _ when request.Contains("<GetAccountRequest", StringComparison.Ordinal) => Replies.Fault(ZimbraFaultCodes.NoSuchAccount),
        _ when request.Contains("(zimbraSharedItem=", StringComparison.Ordinal) => Found("<account name=\"moncompte@monasso.org\" id=\"a-1\"/>"),
        _ when request.Contains("<SearchDirectoryRequest", StringComparison.Ordinal) => Found(""),
        _ when request.Contains("<DelegateAuthRequest", StringComparison.Ordinal) => Replies.Soap(
            "<DelegateAuthResponse xmlns=\"urn:zimbraAdmin\"><authToken>0_delegated</authToken><lifetime>3600000</lifetime></DelegateAuthResponse>"),
        _ when request.Contains("<BatchRequest", StringComparison.Ordinal) => Replies.Soap(
            "<BatchResponse xmlns=\"urn:zimbra\"><FolderActionResponse requestId=\"0\" xmlns=\"urn:zimbraMail\"><action id=\"257\" op=\"!grant\"/>"
                + $"</FolderActionResponse>{Folder(standing, " requestId=\"1\"")}</BatchResponse>"),
        _ => Replies.Soap(Folder(Grant)),
    };

    private static string Found(string entry) => Replies.Soap($"<SearchDirectoryResponse num=\"1\" more=\"0\" searchTotal=\"1\" xmlns=\"urn:zimbraAdmin\">{entry}</SearchDirectoryResponse>");

    private static string Folder(string grants, string id = "") =>
        $"<GetFolderResponse{id} xmlns=\"urn:zimbraMail\"><folder id=\"257\" name=\"my-events\" absFolderPath=\"/my-events\" f=\"i\"><acl>{grants}</acl></folder></GetFolderResponse>";
}
