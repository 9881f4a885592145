using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>
/// For each operation a request of the library, which reads its reply. What it asks does not matter: the answer is recorded.
/// </summary>
internal static class RecordedOperations
{
    private static readonly XNamespace Account = "urn:zimbraAccount";
    private static readonly XNamespace Mail = "urn:zimbraMail";
    private static readonly XNamespace Admin = "urn:zimbraAdmin";
    private static readonly AccountSelector Somebody = AccountSelector.ByName("alice@example.test");

    private static readonly Dictionary<XName, Func<ZimbraRequest>> Readers = new()
    {
        [Account + "AuthRequest"] = () => new AuthRequest { Account = Somebody, Password = new Secret("x") },
        [Account + "EndSessionRequest"] = () => new EndSessionRequest(),
        [Account + "GetAccountInfoRequest"] = () => new GetAccountInfoRequest { Account = AccountSelector.ByName("x") },
        [Account + "GetInfoRequest"] = () => new GetInfoRequest(),
        [Account + "GetShareInfoRequest"] = () => new GetShareInfoRequest(),
        [Mail + "CreateFolderRequest"] = () => new CreateFolderRequest { Name = "x" },
        [Mail + "CreateMountpointRequest"] = () => new CreateMountpointRequest { Name = "x" },
        [Mail + "FolderActionRequest"] = () => FolderActionRequest.Check("10"),
        [Mail + "GetFolderRequest"] = () => new GetFolderRequest(),
        [Mail + "GetMsgRequest"] = () => new GetMsgRequest { MessageId = "257" },
        [Mail + "NoOpRequest"] = () => new NoOpRequest(),
        [Mail + "SearchRequest"] = () => new SearchRequest { Query = "in:sent" },
        [Mail + "SendShareNotificationRequest"] = () => SendShareNotificationRequest.Created("10", "x@y.z", notes: null),
        [Admin + "AuthRequest"] = () => new AdminAuthRequest { Name = "admin@example.test", Password = new Secret("x") },
        [Admin + "CreateAccountRequest"] = () => new CreateAccountRequest { Name = "x@example.test" },
        [Admin + "DelegateAuthRequest"] = () => new DelegateAuthRequest { Account = Somebody },
        [Admin + "DeleteAccountRequest"] = () => new DeleteAccountRequest { AccountId = "x" },
        [Admin + "GetAccountRequest"] = () => new GetAccountRequest { Account = Somebody },
        [Admin + "GetConfigRequest"] = () => new GetConfigRequest { AttributeName = "x" },
        [Admin + "GetCosRequest"] = () => new GetCosRequest { Cos = CosSelector.ByName("default") },
        [Admin + "GetDomainInfoRequest"] = () => new GetDomainInfoRequest { Domain = DomainSelector.ByName("example.test") },
        [Admin + "GetDomainRequest"] = () => new GetDomainRequest { Domain = DomainSelector.ByName("example.test") },
        [Admin + "GetEffectiveRightsRequest"] = () => new GetEffectiveRightsRequest { Target = RightTarget.Config },
        [Admin + "GetMailboxRequest"] = () => new GetMailboxRequest { AccountId = "x" },
        [Admin + "GrantRightRequest"] = () =>
            new GrantRightRequest
            {
                Target = RightTarget.Config,
                Administrator = "x",
                Right = "y",
            },
        [Admin + "ModifyAccountRequest"] = () => new ModifyAccountRequest { AccountId = "x", Attributes = AttributeList.Empty },
        [Admin + "RevokeRightRequest"] = () =>
            new RevokeRightRequest
            {
                Target = RightTarget.Config,
                Administrator = "x",
                Right = "y",
            },
        [Admin + "SearchDirectoryRequest"] = () => new SearchDirectoryRequest(),
        [Admin + "SetPasswordRequest"] = () => new SetPasswordRequest { AccountId = "x", NewPassword = new Secret("y") },
    };

    /// <summary>Every operation of the library but the batch, which is made of others.</summary>
    public static IEnumerable<ZimbraRequest> All => Readers.Values.Select(make => make());

    public static bool Knows(XElement request) =>
        request.Name.LocalName == "BatchRequest" ? request.Elements().All(Knows) : Readers.ContainsKey(request.Name);

    /// <summary>A request of the library that reads the reply to a recorded one.</summary>
    public static ZimbraRequest ReaderFor(XElement request)
    {
        string? id = request.Attribute("requestId")?.Value;
        return request.Name.LocalName == "BatchRequest"
            ? new BatchRequest(request.Elements().Select(ReaderFor))
            {
                OnError = request.Attribute("onerror")?.Value == "stop" ? BatchErrorMode.Stop : BatchErrorMode.Continue,
                RequestId = id,
            }
            : Readers[request.Name]() with
            {
                RequestId = id,
            };
    }
}
